package brickwork.verify.reference;

/** The error function in doubles, by the two oldest ways: a series of positive terms near 0 and a continued fraction far from it. */
final class ErrorFunction {

    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double SERIES_UP_TO = 1;
    private static final int FRACTION_DEPTH = 200;

    private ErrorFunction() {}

    static double erf(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        var size = Math.abs(x);
        return Math.copySign(size <= SERIES_UP_TO ? series(size) : 1 - tail(size), x);
    }

    /** erf x = 2/√π · e^(-x²) · Σ 2ⁿ·x^(2n+1) / (1·3·5·…·(2n+1)); no term is negative, so nothing cancels. */
    private static double series(double x) {
        var sum = 0.0;
        var term = x;
        for (var n = 1; sum + term != sum; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }
        return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x) * sum;
    }

    /** erfc x = e^(-x²)/√π · 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))), from the innermost outwards (Laplace). */
    private static double tail(double x) {
        var fraction = x;
        for (var n = FRACTION_DEPTH; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return TWO_OVER_ROOT_PI / 2 * StrictMath.exp(-x * x) / fraction;
    }
}
