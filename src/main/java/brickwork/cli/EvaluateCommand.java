package brickwork.cli;

import brickwork.Brickwork;
import brickwork.FileEvaluation;
import brickwork.report.EvaluationReport;
import brickwork.source.Outcome;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code nn evaluate}: how well a model does on rows whose targets are known. */
@CommandLine.Command(name = "evaluate", description = "tell how well a saved model does on the rows of a csv file with targets")
final class EvaluateCommand extends Command {

    @Option(names = "--model", required = true, paramLabel = "M.safetensors", description = "what nn train --save wrote")
    private Path model;

    @Option(names = "--data", required = true, paramLabel = "X.csv", description = "inputs and targets, a row each; - for standard input")
    private String data;

    @Override
    Exit run() {
        var trained = Brickwork.standard().withExtensions().loadModel(model);
        var outcome = data.equals(PredictCommand.STANDARD_INPUT) ? trained.evaluate(console().input()) : trained.evaluate(Path.of(data));
        switch (outcome) {
            case Outcome.Success<FileEvaluation>(FileEvaluation(var rows, var metrics, var classes, var confusion), var notes) -> {
                var report = new EvaluationReport(rows, metrics, classes, confusion);
                answer(report.json(), report.text(), notes);
            }
            case Outcome.Failure<FileEvaluation>(var faults) -> throw CommandFailure.of(faults);
        }
        return Exit.FINE;
    }
}
