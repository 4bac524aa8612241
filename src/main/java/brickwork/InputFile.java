package brickwork;

import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.Samples;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.store.ModelFile;
import java.nio.file.Path;

/** A csv file of rows that are to be predicted. */
final class InputFile {

    private InputFile() {}

    /** The rows as the file has them, in the order of the model's inputs: [rows][inputs]. */
    static Outcome<double[][]> read(Path file, ModelFile model) {
        var library = new DataLibrary(new FileAccess.Anywhere(Path.of("")));
        return switch (library.prepareInputs(file.toString(), beginning(file), model.network(), model.preparation())) {
            case Outcome.Success<Samples>(var rows, var warnings) -> new Outcome.Success<>(raw(rows), warnings);
            case Outcome.Failure<Samples>(var faults) -> new Outcome.Failure<>(faults);
        };
    }

    /** What is wrong with the file is told at its name; lines and columns are in the message. */
    private static Origin beginning(Path file) {
        return Origin.of(new SourceText(file.toString(), ""), new Span(0, 0));
    }

    private static double[][] raw(Samples rows) {
        var raw = new double[rows.count()][rows.inputs()];
        for (var row = 0; row < raw.length; row++) {
            rows.rawInput(row, raw[row], 0);
        }
        return raw;
    }
}
