package brickwork.run;

import brickwork.kernel.RandomStream;

/** Rows held in arrays. */
public record ArrayRows(double[][] x, double[][] y) implements Rows {

    /** Normal inputs, and targets that any loss admits: one-hot where {@code oneHot}, else uniform in [0, 1). */
    public static ArrayRows random(long seed, int count, int inputs, int targets, boolean oneHot) {
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
        return new ArrayRows(x, y);
    }

    @Override
    public int count() {
        return x.length;
    }

    @Override
    public int inputs() {
        return x[0].length;
    }

    @Override
    public int targets() {
        return y[0].length;
    }

    @Override
    public void input(int row, double[] into, int at) {
        System.arraycopy(x[row], 0, into, at, x[row].length);
    }

    @Override
    public void target(int row, double[] into, int at) {
        System.arraycopy(y[row], 0, into, at, y[row].length);
    }
}
