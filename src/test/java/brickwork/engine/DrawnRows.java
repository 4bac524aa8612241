package brickwork.engine;

import brickwork.data.InMemoryRows;
import brickwork.random.RandomStream;

/** Rows drawn at random. */
public final class DrawnRows {

    private DrawnRows() {}

    /** Normal inputs, and targets that any loss admits: one-hot where {@code oneHot}, else uniform in [0, 1). */
    public static InMemoryRows of(long seed, int count, int inputs, int targets, boolean oneHot) {
        var stream = new RandomStream(seed, "test rows");
        var x = new double[count][inputs];
        var y = new double[count][targets];
        for (var r = 0; r < count; r++) {
            for (var i = 0; i < inputs; i++) {
                x[r][i] = (float) stream.nextGaussian();
            }
            for (var k = 0; k < targets; k++) {
                y[r][k] = oneHot ? 0 : (float) stream.nextDouble();
            }
            if (oneHot) {
                y[r][stream.nextInt(targets)] = 1;
            }
        }
        return new InMemoryRows(x, y);
    }
}
