package brickwork.verify.reference;

/** Functions of {@link DoubleDouble} from their series, good to about 30 digits. */
final class DoubleDoubleFunctions {

    private static final DoubleDouble LOG_2 = new DoubleDouble(0.6931471805599453, 2.319046813846299558e-17);
    private static final DoubleDouble TWO_OVER_ROOT_PI = new DoubleDouble(1.1283791670955126, 1.533545961316588e-17);
    private static final int HALVINGS = 8;
    private static final int TERMS = 9;
    /** Beyond it e^x is 0 or infinite as a double. */
    private static final double LARGEST_EXPONENT = 745;
    /** Beyond it 1 - erf x is below 1e-36. */
    private static final double ERF_IS_ONE = 9;

    private static final DoubleDouble[] INVERSE_FACTORIALS = inverseFactorials();

    private DoubleDoubleFunctions() {}

    /** One step of Newton's iteration y + (x - y²)/2y from the double's root, which doubles its digits. */
    static DoubleDouble sqrt(DoubleDouble x) {
        var y = DoubleDouble.exactly(StrictMath.sqrt(x.high()));
        if (!(y.high() > 0) || !Double.isFinite(y.high())) {
            return y;
        }
        return y.plus(x.minus(y.times(y)).over(y.times(2)));
    }

    static DoubleDouble exp(DoubleDouble x) {
        if (!(Math.abs(x.high()) < LARGEST_EXPONENT)) {
            return DoubleDouble.exactly(StrictMath.exp(x.high()));
        }
        var k = (int) Math.rint(x.high() / LOG_2.high());
        var e = expm1Near0(x.minus(LOG_2.times(k))).plus(DoubleDouble.exactly(1));
        return new DoubleDouble(Math.scalb(e.high(), k), Math.scalb(e.low(), k));
    }

    static DoubleDouble expm1(DoubleDouble x) {
        return Math.abs(x.high()) < LOG_2.high() / 2 ? expm1Near0(x) : exp(x).minus(DoubleDouble.exactly(1));
    }

    /** e^x - 1 = p for {@code abs(x) < 0.35}: a Taylor polynomial at x / 2^HALVINGS, then as often e^2y - 1 = 2p + p². */
    private static DoubleDouble expm1Near0(DoubleDouble x) {
        var y = x.times(1.0 / (1 << HALVINGS));
        var p = INVERSE_FACTORIALS[TERMS];
        for (var n = TERMS - 1; n >= 1; n--) {
            p = p.times(y).plus(INVERSE_FACTORIALS[n]);
        }
        p = p.times(y);
        for (var i = 0; i < HALVINGS; i++) {
            p = p.times(2).plus(p.times(p));
        }
        return p;
    }

    /** One step of Halley's iteration y + 2·(x - e^y)/(x + e^y) from the double's logarithm, which triples its digits. */
    static DoubleDouble log(DoubleDouble x) {
        var y = DoubleDouble.exactly(StrictMath.log(x.high()));
        if (!Double.isFinite(y.high())) {
            return y;
        }
        var e = exp(y);
        return y.plus(x.minus(e).over(x.plus(e)).times(2));
    }

    /** tanh x = (e^2x - 1) / (e^2x - 1 + 2), at -abs(x) so that nothing overflows. */
    static DoubleDouble tanh(DoubleDouble x) {
        var negative = x.high() > 0 ? x.times(-1) : x;
        var p = expm1(negative.times(2));
        var tanh = p.over(p.plus(DoubleDouble.exactly(2)));
        return x.high() > 0 ? tanh.times(-1) : tanh;
    }

    /** erf x = 2/√π · e^(-x²) · Σ 2ⁿ·x^(2n+1) / (1·3·5·…·(2n+1)). */
    static DoubleDouble erf(DoubleDouble x) {
        if (Math.abs(x.high()) > ERF_IS_ONE) {
            return DoubleDouble.exactly(Math.signum(x.high()));
        }
        var square = x.times(x);
        var term = x;
        var sum = DoubleDouble.ZERO;
        for (var n = 1; Math.abs(term.high()) > Math.abs(sum.high()) * 1e-34; n++) {
            sum = sum.plus(term);
            term = term.times(square).times(2).over(DoubleDouble.exactly(2 * n + 1));
        }
        return sum.times(exp(square.times(-1))).times(TWO_OVER_ROOT_PI);
    }

    private static DoubleDouble[] inverseFactorials() {
        var values = new DoubleDouble[TERMS + 1];
        values[0] = DoubleDouble.exactly(1);
        for (var n = 1; n <= TERMS; n++) {
            values[n] = values[n - 1].over(DoubleDouble.exactly(n));
        }
        return values;
    }
}
