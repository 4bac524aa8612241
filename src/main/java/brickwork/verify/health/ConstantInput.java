package brickwork.verify.health;

import brickwork.data.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * An input that has one value in every sample of a part, so that nothing can be learned from it.
 *
 * @param column of the inputs, counted from 0
 * @param value  as the data holds it, unscaled
 */
public record ConstantInput(int column, double value) {

    /** The constant inputs of a part, by column; none where the part has a single sample. */
    public static List<ConstantInput> of(Samples samples) {
        var first = new double[samples.inputs()];
        samples.rawInput(0, first, 0);
        var varies = new boolean[first.length];
        var row = new double[first.length];
        for (var sample = 1; sample < samples.count(); sample++) {
            samples.rawInput(sample, row, 0);
            for (var column = 0; column < row.length; column++) {
                varies[column] |= row[column] != first[column];
            }
        }
        var constant = new ArrayList<ConstantInput>();
        for (var column = 0; column < first.length; column++) {
            if (!varies[column] && samples.count() > 1) {
                constant.add(new ConstantInput(column, first[column]));
            }
        }
        return constant;
    }
}
