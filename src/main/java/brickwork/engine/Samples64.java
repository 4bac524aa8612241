package brickwork.engine;

import brickwork.data.SampleRows;
import brickwork.kernel.Rounding64;

/** Samples in the number type of the engine, row by row. */
final class Samples64 implements Engine.Room {

    final Object owner;
    final int count;
    final int width;
    final int targetWidth;
    final double[] inputs;
    final double[] targets;

    /** All of {@code rows}. */
    Samples64(Object owner, SampleRows rows) {
        this(owner, rows.count(), rows.inputs(), rows.targets());
        fill(rows, 0);
    }

    /** Room for {@code count} samples of so many inputs and targets. */
    Samples64(Object owner, int count, int width, int targetWidth) {
        this.owner = owner;
        this.count = count;
        this.width = width;
        this.targetWidth = targetWidth;
        this.inputs = new double[Sizes.of("the inputs of " + count + " samples", (long) count * width)];
        this.targets = new double[Sizes.of("the targets of " + count + " samples", (long) count * targetWidth)];
    }

    /** Takes the rows from {@code first} on, as many as there are and there is room for. */
    void fill(SampleRows rows, int first) {
        var input = new double[width]; // stays double
        var target = new double[targetWidth]; // stays double
        for (var row = 0; row < Math.min(count, rows.count() - first); row++) {
            rows.input(first + row, input, 0);
            rows.target(first + row, target, 0);
            put(row, input, target);
        }
    }

    @Override
    public void put(int place, double[] input, double[] target) { // stays double
        for (var i = 0; i < width; i++) {
            inputs[place * width + i] = Rounding64.of(input[i]);
        }
        for (var k = 0; k < targetWidth; k++) {
            targets[place * targetWidth + k] = Rounding64.of(target[k]);
        }
    }

    @Override
    public void moveToFront(int place, int samples) {
        System.arraycopy(inputs, place * width, inputs, 0, samples * width);
        System.arraycopy(targets, place * targetWidth, targets, 0, samples * targetWidth);
    }

    @Override
    public int count() {
        return count;
    }
}
