package brickwork.exchange;

import brickwork.model.Activation;
import brickwork.model.Limits;
import brickwork.model.Precision;
import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Networks of {@code .nnet} files (github.com/sisl/NNet): relu in between, linear at the end, numbers of single precision. A file says the
 * least and greatest value, the mean and the range of each input, and a mean and a range for all outputs. The network itself takes (x -
 * mean)/range and gives (y - mean)/range.
 */
final class NnetImport {

    private final Path file;
    private final NnetLines lines;
    private final NetworkUnits units;

    private NnetImport(Path file, byte[] bytes, NetworkUnits units) {
        this.file = file;
        this.lines = new NnetLines(file, bytes);
        this.units = units;
    }

    /** @throws BrokenFileException where the bytes are no such file */
    static ImportedModel read(Path file, byte[] bytes, NetworkUnits units) {
        return new NnetImport(file, bytes, units).read();
    }

    private ImportedModel read() {
        lines.require("the counts of layers, inputs, outputs and the widest layer");
        var layers = lines.count("the count of layers");
        if (layers > Limits.LAYERS) {
            throw lines.broken("it has " + layers + " layers, more than the " + Limits.text(Limits.LAYERS) + " of a network here");
        }
        var inputs = lines.count("the count of inputs");
        var outputs = lines.count("the count of outputs");
        lines.count("the widest layer");
        lines.requireEnd();
        var widths = widths(layers, inputs, outputs);
        lines.require("a flag");
        lines.number("the flag");
        row(inputs, "the least value of input ");
        row(inputs, "the greatest value of input ");
        var means = row(inputs + 1, "the mean of column ");
        var ranges = row(inputs + 1, "the range of column ");
        if (Arrays.stream(ranges).anyMatch(range -> range == 0)) {
            throw lines.broken("a range is 0");
        }
        return network(widths, means, ranges);
    }

    private int[] widths(int layers, int inputs, int outputs) {
        lines.require("the widths of the layers");
        var widths = new int[layers + 1];
        var numbers = 0L;
        for (var i = 0; i <= layers; i++) {
            widths[i] = lines.count("width " + i);
            numbers += i == 0 ? 0 : (long) widths[i] * widths[i - 1] + widths[i];
        }
        lines.requireEnd();
        if (widths[0] != inputs || widths[layers] != outputs) {
            throw lines.broken("the widths begin with " + widths[0] + " and end with " + widths[layers] + ", and there are " + inputs
                    + " inputs and " + outputs + " outputs");
        }
        if (numbers > Limits.PARAMETERS || numbers > lines.left()) {
            throw lines.broken("the network would have " + numbers + " weights and biases, and " + lines.left() + " bytes are left");
        }
        return widths;
    }

    private double[] row(int count, String what) {
        lines.require(what + "1");
        var row = new double[count];
        for (var i = 0; i < count; i++) {
            row[i] = lines.number(what + (i + 1));
        }
        lines.requireEnd();
        return row;
    }

    private ImportedModel network(int[] widths, double[] means, double[] ranges) {
        var inputs = widths[0];
        var assembly = new LayerAssembly(file, inputs, Precision.F32, lines.left());
        if (units == NetworkUnits.OF_DATA) {
            assembly.add(lines.place(), Arrays.stream(means, 0, inputs).map(mean -> -mean).toArray());
            assembly.divide(lines.place(), Arrays.copyOf(ranges, inputs));
        }
        for (var i = 1; i < widths.length; i++) {
            var weights = numbers(widths[i], widths[i - 1], "a weight of layer " + i);
            assembly.dense("layer " + i, widths[i], weights, Optional.of(numbers(widths[i], 1, "a bias of layer " + i)));
            if (i < widths.length - 1) {
                assembly.activate("layer " + i, new Activation.Relu());
            }
        }
        if (lines.next()) {
            throw lines.broken("there are more lines than the network has numbers");
        }
        var notes = new ArrayList<String>();
        if (units == NetworkUnits.OF_DATA) {
            assembly.multiply("the range of the outputs", same(assembly.width(), ranges[inputs]));
            assembly.add("the mean of the outputs", same(assembly.width(), means[inputs]));
            notes.add("inputs beyond the least and greatest values of the file are taken as they are, where NNet cuts them off");
        }
        var made = ImportedModel.of(file, assembly, lines.place());
        notes.addAll(made.notes());
        return new ImportedModel(made.spec(), made.model(), List.copyOf(notes));
    }

    /** As many lines as a layer has units, each with as many numbers. */
    private double[] numbers(int rows, int columns, String what) {
        var numbers = new double[rows * columns];
        for (var i = 0; i < numbers.length; i++) {
            if (i % columns == 0) {
                lines.require(what);
            }
            numbers[i] = lines.single(what);
            if (i % columns == columns - 1) {
                lines.requireEnd();
            }
        }
        return numbers;
    }

    private static double[] same(int count, double value) {
        var values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
