package brickwork.cli;

import brickwork.Brickwork;
import brickwork.report.JsonReport;
import brickwork.report.TextReport;
import brickwork.source.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code nn predict}: a row of outputs for every row of inputs; the model carries its spec and its scaling. */
@CommandLine.Command(name = "predict", description = "apply a saved model to the rows of a csv file")
final class PredictCommand extends Command {

    @Option(names = "--model", required = true, paramLabel = "M.safetensors", description = "what nn train --save wrote")
    private Path model;

    @Option(names = "--data", required = true, paramLabel = "X.csv", description = "the inputs, a row each")
    private Path data;

    @Override
    Exit run() {
        var trained = Brickwork.standard().withExtensions().loadModel(model);
        var outputs = switch (trained.predict(data)) {
            case Outcome.Success<double[][]>(var rows, _) -> rows;
            case Outcome.Failure<double[][]>(var faults) -> throw CommandFailure.of(faults);
        };
        var classes = Optional.of(Arrays.stream(outputs).flatMap(row -> trained.classOf(row).stream()).toList())
                .filter(_ -> !trained.classNames().isEmpty());
        answer(JsonReport.predictions(outputs, classes), TextReport.predictions(outputs), List.of());
        return Exit.FINE;
    }
}
