package brickwork.data;

import brickwork.model.Precision;
import java.util.Arrays;

/**
 * How the rows of a stream become samples, as {@link Samples} makes them of a table: inputs scaled, the number of a class encoded.
 *
 * @param units     of the last layer
 * @param numbered  whether the target is the number of a class
 * @param classes   whether rows belong to classes: they are numbered, or real targets are 0 and 1 or one-hot throughout
 * @param precision in which all numbers must be finite
 */
record RowEncoding(FittedScaling scaling, int units, boolean numbered, boolean classes, Precision precision) {

    RowEncoding withScaling(FittedScaling other) {
        return new RowEncoding(other, units, numbered, classes, precision);
    }

    /** Scales inputs in place. */
    void scale(StreamReader row) {
        scaling.apply(row.inputs);
        NumberRange.require(precision, row.inputs, "input", row.row());
    }

    /** Writes the targets to {@code into[at…]}. */
    void encode(StreamReader row, double[] into, int at) {
        if (!numbered) {
            NumberRange.require(precision, row.targets, "target", row.row());
            System.arraycopy(row.targets, 0, into, at, units);
        } else if (units == 1) {
            into[at] = row.targets[0];
        } else {
            Arrays.fill(into, at, at + units, 0);
            into[at + (int) row.targets[0]] = 1;
        }
    }

    /** The class that encoded targets stand for. */
    int label(double[] targets, int at) {
        if (!classes) {
            throw new IllegalStateException("these samples have no classes");
        }
        var label = units == 1 ? (int) targets[at] : 0;
        while (units > 1 && targets[at + label] != 1) {
            label++;
        }
        return label;
    }
}
