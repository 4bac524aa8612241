package brickwork.engine;

/** Powers by squaring: a few multiplications, the same bits everywhere, and no garbage, which {@link StrictMath#pow} makes. */
final class Power {

    private Power() {}

    /** {@code base} to the power of {@code exponent} ≥ 0, off by no more than some roundings for each doubling of the exponent. */
    static double of(double base, long exponent) {
        var power = 1.0;
        var square = base;
        for (var rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
