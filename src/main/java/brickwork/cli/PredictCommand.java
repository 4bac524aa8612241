package brickwork.cli;

import brickwork.Brickwork;
import brickwork.report.JsonReport;
import brickwork.report.PredictionTable;
import brickwork.source.Outcome;
import brickwork.store.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code nn predict}: a row of outputs for every row of inputs, which go the way of those the model was trained on. */
@CommandLine.Command(name = "predict", description = "apply a saved model to the rows of a csv file")
final class PredictCommand extends Command {

    static final String STANDARD_INPUT = "-";

    @Option(names = "--model", required = true, paramLabel = "M.safetensors", description = "what nn train --save wrote")
    private Path model;

    @Option(names = "--data", required = true, paramLabel = "X.csv",
            description = "the inputs, a row each, found by their names; - for standard input")
    private String data;

    @Option(names = "--output", paramLabel = "Y.csv", description = "write the predictions to this file, as csv")
    private Path output;

    @Override
    Exit run() {
        if (output != null) {
            NewFile.tryOut(output, model);
            if (!data.equals(STANDARD_INPUT) && NewFile.isSame(output, Path.of(data))) {
                throw CommandFailure.options(output.toString(), output + " is what is read, and would be written over",
                        "name another file");
            }
        }
        var trained = Brickwork.standard().withExtensions().loadModel(model);
        var outcome = data.equals(STANDARD_INPUT) ? trained.predict(console().input()) : trained.predict(Path.of(data));
        return switch (outcome) {
            case Outcome.Success<double[][]>(var outputs, var notes) -> {
                var classes = Optional.of(Arrays.stream(outputs).flatMap(row -> trained.classOf(row).stream()).toList())
                        .filter(_ -> !trained.classNames().isEmpty());
                var table = PredictionTable.csv(trained.outputNames(), outputs, classes.orElse(List.of()));
                if (output != null) {
                    AtomicFile.write(output, stream -> stream.write(table.getBytes(StandardCharsets.UTF_8)));
                }
                answer(JsonReport.predictions(outputs, classes), output == null ? table : "", notes);
                yield Exit.FINE;
            }
            case Outcome.Failure<double[][]>(var faults) -> throw CommandFailure.of(faults);
        };
    }
}
