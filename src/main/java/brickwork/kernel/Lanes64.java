package brickwork.kernel;

/**
 * The fixed virtual vector in which sums are taken that are not chains: {@code COUNT} lanes, whatever the machine has. Element i of a sum
 * goes to lane i mod {@code COUNT}, in increasing i; lanes that no element reaches hold 0. At the end the upper half of the lanes is added
 * to the lower half, and so on until one is left.
 */
public final class Lanes64 {

    /** Lanes of a virtual vector of 64 bytes: 8 in f64, 16 in f32. */
    public static final int COUNT = 64 / Double.BYTES;

    private Lanes64() {}

    /** {@code n} rounded up to whole virtual vectors. */
    public static int roundUp(int n) {
        return (n + COUNT - 1) & -COUNT;
    }

    /** Sets every lane to 0. */
    static void clear(double[] lanes) {
        for (var i = 0; i < COUNT; i++) {
            lanes[i] = 0;
        }
    }

    /** Joins the lanes by halving; what the array holds afterwards is of no use. */
    public static double join(double[] lanes) {
        for (var half = COUNT / 2; half > 0; half /= 2) {
            for (var i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }
}
