package brickwork.verify.reference;

/**
 * A number held as the unevaluated sum of two doubles, about 32 decimal digits (Dekker 1971; Hida, Li and Bailey 2001). Differences of
 * losses a millionth apart keep more digits in it than a double has at all.
 *
 * @param high the nearest double
 * @param low  what is left, at most half an ulp of {@code high}
 */
public record DoubleDouble(double high, double low) implements Scalar<DoubleDouble> {

    static final DoubleDouble ZERO = new DoubleDouble(0, 0);

    public static DoubleDouble exactly(double value) {
        return new DoubleDouble(value, 0);
    }

    /** high + low where abs(high) ≥ abs(low). */
    private static DoubleDouble renormalized(double high, double low) {
        var sum = high + low;
        return new DoubleDouble(sum, Double.isFinite(sum) ? low - (sum - high) : 0);
    }

    @Override
    public double value() {
        return high;
    }

    @Override
    public DoubleDouble of(double constant) {
        return new DoubleDouble(constant, 0);
    }

    @Override
    public DoubleDouble plus(DoubleDouble other) {
        var sum = high + other.high;
        var part = sum - high;
        var lost = high - (sum - part) + (other.high - part);
        var lowSum = low + other.low;
        var lowPart = lowSum - low;
        var lowLost = low - (lowSum - lowPart) + (other.low - lowPart);
        var rest = lost + lowSum;
        var near = sum + rest;
        return renormalized(near, rest - (near - sum) + lowLost);
    }

    @Override
    public DoubleDouble minus(DoubleDouble other) {
        return plus(new DoubleDouble(-other.high, -other.low));
    }

    @Override
    public DoubleDouble times(DoubleDouble other) {
        var product = high * other.high;
        return renormalized(product, Math.fma(high, other.high, -product) + (high * other.low + low * other.high));
    }

    @Override
    public DoubleDouble times(double factor) {
        var product = high * factor;
        return renormalized(product, Math.fma(high, factor, -product) + low * factor);
    }

    @Override
    public DoubleDouble over(DoubleDouble other) {
        var first = high / other.high;
        var rest = minus(other.times(first));
        var second = rest.high / other.high;
        var third = rest.minus(other.times(second)).high / other.high;
        return renormalized(first, second).plus(exactly(third));
    }

    @Override
    public DoubleDouble sqrt() {
        return DoubleDoubleFunctions.sqrt(this);
    }

    @Override
    public DoubleDouble exp() {
        return DoubleDoubleFunctions.exp(this);
    }

    @Override
    public DoubleDouble expm1() {
        return DoubleDoubleFunctions.expm1(this);
    }

    @Override
    public DoubleDouble log() {
        return DoubleDoubleFunctions.log(this);
    }

    @Override
    public DoubleDouble log1p() {
        return DoubleDoubleFunctions.log(plus(exactly(1)));
    }

    @Override
    public DoubleDouble tanh() {
        return DoubleDoubleFunctions.tanh(this);
    }

    @Override
    public DoubleDouble erf() {
        return DoubleDoubleFunctions.erf(this);
    }
}
