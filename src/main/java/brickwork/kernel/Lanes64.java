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

    /** Joins the lanes by halving. */
    public static double join(double[] lanes) {
        if (COUNT == 16) {
            return join(lanes[0] + lanes[8], lanes[1] + lanes[9], lanes[2] + lanes[10], lanes[3] + lanes[11], lanes[4] + lanes[12],
                    lanes[5] + lanes[13], lanes[6] + lanes[14], lanes[7] + lanes[15]);
        }
        return join(lanes[0], lanes[1], lanes[2], lanes[3], lanes[4], lanes[5], lanes[6], lanes[7]);
    }

    private static double join(double x0, double x1, double x2, double x3, double x4, double x5, double x6, double x7) {
        return x0 + x4 + (x2 + x6) + (x1 + x5 + (x3 + x7));
    }
}
