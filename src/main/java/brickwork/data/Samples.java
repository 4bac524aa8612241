package brickwork.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * Samples made ready for a network: a choice of a source's rows, their inputs scaled and their targets encoded as they are asked for, so
 * that the source itself stays as small as it came. Immutable and safe to share between threads.
 */
public final class Samples implements SampleRows, SamplePart {

    private final Cells inputs;
    private final Targets targets;
    private final int units;
    private final Optional<Targets.Labels> labels;
    private final int[] rows;
    private final FittedScaling scaling;

    /** {@code labels} are there where rows count as classes, be {@code targets} numbers or not. */
    Samples(Cells inputs, Targets targets, int units, Optional<Targets.Labels> labels, int[] rows, FittedScaling scaling) {
        this.inputs = inputs;
        this.targets = targets;
        this.units = units;
        this.labels = labels;
        this.rows = rows;
        this.scaling = scaling;
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public int inputs() {
        return inputs.columns();
    }

    /** Width of a target row; 0 for inputs that are only to be predicted. */
    @Override
    public int targets() {
        return units;
    }

    /** Writes the scaled inputs of {@code row} to {@code into[at…]}. */
    @Override
    public void input(int row, double[] into, int at) {
        inputs.row(rows[row], into, at);
        scaling.apply(into, at, inputs.columns());
    }

    /** Writes the inputs of {@code row}, as the source has them, to {@code into[at…]}. */
    public void rawInput(int row, double[] into, int at) {
        inputs.row(rows[row], into, at);
    }

    /** Writes the targets of {@code row} to {@code into[at…]}: numbers as they are, a class as 0 or 1 for one unit and else one-hot. */
    @Override
    public void target(int row, double[] into, int at) {
        switch (targets) {
            case Targets.Reals(var cells) -> cells.row(rows[row], into, at);
            case Targets.Whole(_, var numbers) -> numbers.cells().row(rows[row], into, at);
            case Targets.Labels(var numbers, _, _) when units == 1 -> into[at] = numbers[rows[row]];
            case Targets.Labels(var numbers, _, _) -> {
                Arrays.fill(into, at, at + units, 0);
                into[at + numbers[rows[row]]] = 1;
            }
        }
    }

    @Override
    public SamplePass pass(int lookBack) {
        return new Held(this);
    }

    /** Held in memory, so that any row can be asked for at any time. */
    private record Held(Samples samples) implements SamplePass {
        @Override
        public int count() {
            return samples.count();
        }

        @Override
        public int inputs() {
            return samples.inputs();
        }

        @Override
        public int targets() {
            return samples.targets();
        }

        @Override
        public void input(int row, double[] into, int at) {
            samples.input(row, into, at);
        }

        @Override
        public void target(int row, double[] into, int at) {
            samples.target(row, into, at);
        }

        @Override
        public int label(int row) {
            return samples.label(row);
        }
    }

    /** Whether each row belongs to a class: there are class numbers, or real targets that hold only 0 and 1 or are one-hot throughout. */
    public boolean hasClasses() {
        return labels.isPresent();
    }

    /** Number of classes; 0 where there are none. */
    public int classes() {
        return labels.map(Targets.Labels::classes).orElse(0);
    }

    /**
     * The class of {@code row}, from 0.
     *
     * @throws IllegalStateException where there are no classes
     */
    public int label(int row) {
        return labels.orElseThrow(() -> new IllegalStateException("these samples have no classes")).labels()[rows[row]];
    }

    /** The first {@code rows} of these samples, or all where there are fewer. */
    public Samples first(int rows) {
        return rows >= count() ? this : new Samples(inputs, targets, units, labels, Arrays.copyOf(this.rows, rows), scaling);
    }

    /** The same rows of the source, scaled so. */
    public Samples withScaling(FittedScaling other) {
        return new Samples(inputs, targets, units, labels, rows, other);
    }

    /** Where {@code row} stands in the source, from 0. */
    public int sourceRow(int row) {
        return rows[row];
    }
}
