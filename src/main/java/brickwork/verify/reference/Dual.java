package brickwork.verify.reference;

/**
 * A dual number value + slope·ε with ε² = 0: a computation that begins with slope 1 at one parameter and 0 elsewhere ends with the
 * derivative by that parameter, with no step and so no step error (Wengert 1964).
 */
record Dual(double value, double slope) implements Scalar<Dual> {

    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    @Override
    public Dual of(double constant) {
        return new Dual(constant, 0);
    }

    @Override
    public Dual of(double otherValue, double otherSlope) {
        return new Dual(otherValue, otherSlope);
    }

    @Override
    public Dual plus(Dual other) {
        return new Dual(value + other.value, slope + other.slope);
    }

    @Override
    public Dual minus(Dual other) {
        return new Dual(value - other.value, slope - other.slope);
    }

    @Override
    public Dual times(Dual other) {
        return new Dual(value * other.value, slope * other.value + value * other.slope);
    }

    @Override
    public Dual over(Dual other) {
        var quotient = value / other.value;
        return new Dual(quotient, (slope - quotient * other.slope) / other.value);
    }

    @Override
    public Dual times(double factor) {
        return new Dual(value * factor, slope * factor);
    }

    @Override
    public Dual sqrt() {
        var root = StrictMath.sqrt(value);
        return new Dual(root, slope / (2 * root));
    }

    @Override
    public Dual exp() {
        var e = StrictMath.exp(value);
        return new Dual(e, e * slope);
    }

    @Override
    public Dual expm1() {
        return new Dual(StrictMath.expm1(value), StrictMath.exp(value) * slope);
    }

    @Override
    public Dual log() {
        return new Dual(StrictMath.log(value), slope / value);
    }

    @Override
    public Dual log1p() {
        return new Dual(StrictMath.log1p(value), slope / (1 + value));
    }

    @Override
    public Dual tanh() {
        var cosh = StrictMath.cosh(value);
        return new Dual(StrictMath.tanh(value), slope / cosh / cosh);
    }

    @Override
    public Dual erf() {
        return new Dual(ErrorFunction.erf(value), TWO_OVER_ROOT_PI * StrictMath.exp(-value * value) * slope);
    }
}
