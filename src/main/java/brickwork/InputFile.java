package brickwork;

import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.Samples;
import brickwork.engine.EngineOptions;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.store.BrokenFileException;
import brickwork.store.ModelFile;
import brickwork.train.metric.ConfusionMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A csv file of rows that are to be predicted or judged.
 *
 * @param access to it
 * @param name   by which it is found and messages call it
 */
record InputFile(FileAccess access, String name) {

    /** What messages call a stream, as commands do. */
    private static final String STREAM = "-";

    static InputFile of(Path file) {
        return new InputFile(new FileAccess.Anywhere(Path.of("")), file.toString());
    }

    /** Reads a stream to its end, by way of a file that is gone afterwards, so that it need not fit into memory twice. */
    static <T> T ofStream(InputStream stream, Function<InputFile, T> work) {
        try {
            var folder = Files.createTempDirectory("brickwork");
            var file = folder.resolve(STREAM);
            try {
                Files.copy(stream, file);
                return work.apply(new InputFile(new FileAccess.Folder(folder), STREAM));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new BrokenFileException(Path.of(STREAM), "it cannot be read (" + e.getMessage() + ")", "see where the rows come from");
        }
    }

    /** The outputs for the rows, whose inputs may stand in any order. */
    Outcome<double[][]> predict(ModelFile model, UnaryOperator<double[][]> prediction) {
        return switch (library().prepareInputs(name, beginning(), model.network(), model.preparation())) {
            case Outcome.Success<Samples>(var rows, var notes) -> new Outcome.Success<>(prediction.apply(raw(rows)), notes);
            case Outcome.Failure<Samples>(var faults) -> new Outcome.Failure<>(faults);
        };
    }

    /** How well the model does on the rows. */
    Outcome<FileEvaluation> evaluate(ModelFile model, EngineOptions engines, UnaryOperator<double[][]> prediction) {
        return switch (library().prepareJudged(name, beginning(), model.network(), model.preparation())) {
            case Outcome.Success<Samples>(var rows, var notes) -> new Outcome.Success<>(new FileEvaluation(rows.count(),
                    NetworkEvaluation.of(model, engines, rows), model.classNames(), confusion(rows, prediction)), notes);
            case Outcome.Failure<Samples>(var faults) -> new Outcome.Failure<>(faults);
        };
    }

    private static List<List<Integer>> confusion(Samples rows, UnaryOperator<double[][]> prediction) {
        if (!rows.hasClasses()) {
            return List.of();
        }
        var outputs = new double[rows.count() * rows.targets()];
        var predicted = prediction.apply(raw(rows));
        for (var row = 0; row < predicted.length; row++) {
            System.arraycopy(predicted[row], 0, outputs, row * rows.targets(), rows.targets());
        }
        var matrix = ConfusionMatrix.of(rows, outputs);
        var classes = matrix.classes();
        return IntStream.range(0, classes)
                .mapToObj(truth -> IntStream.range(0, classes).mapToObj(taken -> matrix.count(truth, taken)).toList())
                .toList();
    }

    private DataLibrary library() {
        return new DataLibrary(access);
    }

    /** What is wrong with the file is told at its name; lines and columns are in the message. */
    private Origin beginning() {
        return Origin.of(new SourceText(name, ""), new Span(0, 0));
    }

    private static double[][] raw(Samples rows) {
        var raw = new double[rows.count()][rows.inputs()];
        for (var row = 0; row < raw.length; row++) {
            rows.rawInput(row, raw[row], 0);
        }
        return raw;
    }
}
