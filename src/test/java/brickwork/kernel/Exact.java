package brickwork.kernel;

import static brickwork.kernel.DoubleDouble.ONE;
import static brickwork.kernel.DoubleDouble.TWO;
import static brickwork.kernel.DoubleDouble.of;

import java.util.stream.IntStream;

/**
 * A value of an elementary function to some 100 bits, {@code significand}·2^{@code exponent}: the power of two keeps values apart that a
 * double would lose below its range.
 */
record Exact(DoubleDouble significand, int exponent) {
    private static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
    private static final double LN2_REST = 0x1.7b57a08p-111;
    private static final DoubleDouble TWO_OVER_ROOT_PI = new DoubleDouble(1.1283791670955126, 1.533545961316588e-17);

    /** Below it a power series is its first term. */
    private static final double TINY = 0x1p-300;

    private static final DoubleDouble[] INVERSE_FACTORIALS = IntStream.range(0, 18).mapToObj(n -> ONE.over(of(factorial(n))))
            .toArray(DoubleDouble[]::new);
    private static final DoubleDouble[] INVERSES = IntStream.range(0, 64).mapToObj(n -> ONE.over(of(Math.max(n, 1))))
            .toArray(DoubleDouble[]::new);

    private static Exact plain(DoubleDouble value) {
        return new Exact(value, 0);
    }

    /** The distance to a double in units in the last place of this value; an infinity stands for 2^1024 and all beyond. */
    double ulps(double got) {
        var unit = Math.clamp(Math.getExponent(significand.high()) + exponent, Double.MIN_EXPONENT, Double.MAX_EXPONENT) - 52;
        if (Double.isInfinite(got)) {
            return Math.max(0, 0x1p53 - Math.scalb(significand.high() * Math.signum(got), exponent - unit));
        }
        return Math.abs(Math.scalb(Math.scalb(got, -exponent) - significand.high() - significand.low(), exponent - unit));
    }

    static Exact exp(double x) {
        var y = Math.clamp(x, -1100, 1100);
        var k = multiples(y);
        return new Exact(expm1Near0(remainder(of(y), k)).plus(ONE), k);
    }

    static Exact expm1(double x) {
        if (Math.abs(x) > 100) {
            return x > 0 ? exp(x) : plain(ONE.negated());
        }
        return plain(Math.abs(x) < TINY ? of(x) : expm1(of(x)));
    }

    static Exact sigmoid(double x) {
        if (Math.abs(x) > 100) {
            return x > 0 ? plain(ONE) : exp(x);
        }
        return plain(ONE.over(ONE.plus(exp(of(-x)))));
    }

    static Exact tanh(double x) {
        if (Math.abs(x) > 50) {
            return plain(of(Math.signum(x)));
        }
        if (Math.abs(x) < TINY) {
            return plain(of(x));
        }
        var t = expm1(of(2 * x));
        return plain(t.over(t.plus(TWO)));
    }

    /** 2/√π·e^-x²·Σ 2^n·x^(2n+1)/(2n+1)!!, whose terms are all of one sign. */
    static Exact erf(double x) {
        if (Math.abs(x) < TINY) {
            return new Exact(TWO_OVER_ROOT_PI.times(Math.scalb(x, 600)), -600);
        }
        if (Math.abs(x) > 7) {
            return plain(of(Math.signum(x)));
        }
        var square = of(x).times(x);
        var term = of(x);
        var sum = term;
        for (var n = 1; Math.abs(term.high()) > 0x1p-115 * Math.abs(sum.high()); n++) {
            term = term.times(square.scaled(1)).over(of(2 * n + 1));
            sum = sum.plus(term);
        }
        return plain(sum.times(TWO_OVER_ROOT_PI).times(exp(square.negated())));
    }

    static Exact log(double x) {
        var k = Math.getExponent(Math.scalb(x, x < Double.MIN_NORMAL ? 60 : 0)) - (x < Double.MIN_NORMAL ? 60 : 0);
        return plain(log(of(Math.scalb(x, -k)), k));
    }

    static Exact log1p(double x) {
        if (Math.abs(x) < 0.25) {
            return plain(Math.abs(x) < TINY ? of(x) : log1pNear0(of(x)));
        }
        var sum = DoubleDouble.sum(1, x);
        var k = Math.getExponent(sum.high());
        return plain(log(sum.scaled(-k), k));
    }

    /** log(m·2^k) for 1 ≤ m < 2, by two Newton steps of third order on e^y = m unless m is near 1. */
    private static DoubleDouble log(DoubleDouble m, int k) {
        if (m.high() > 1.4) {
            return log(m.scaled(-1), k + 1);
        }
        var y = of(StrictMath.log(m.high()));
        for (var step = 0; step < 2; step++) {
            var t = m.times(exp(y.negated())).minus(ONE);
            y = y.plus(t.minus(t.times(t).scaled(-1)));
        }
        var f = m.minus(ONE);
        var small = Math.abs(f.high()) < 0.25 ? log1pNear0(f) : y;
        return small.plus(LN2.times(k)).plus(of(LN2_REST).times(k));
    }

    /** 2·atanh(f/(2 + f)). */
    private static DoubleDouble log1pNear0(DoubleDouble f) {
        var s = f.over(f.plus(TWO));
        var square = s.times(s);
        var series = INVERSES[61];
        for (var n = 59; n >= 1; n -= 2) {
            series = series.times(square).plus(INVERSES[n]);
        }
        return series.times(s).scaled(1);
    }

    private static DoubleDouble exp(DoubleDouble x) {
        var k = multiples(x.high());
        return expm1Near0(remainder(x, k)).plus(ONE).scaled(k);
    }

    private static DoubleDouble expm1(DoubleDouble x) {
        var k = multiples(x.high());
        var small = expm1Near0(remainder(x, k));
        return k == 0 ? small : small.plus(ONE).scaled(k).minus(ONE);
    }

    private static int multiples(double x) {
        return (int) Math.rint(x / LN2.high());
    }

    private static DoubleDouble remainder(DoubleDouble x, int k) {
        return x.minus(LN2.times(k)).minus(of(LN2_REST).times(k));
    }

    /** Taylor's series at r/16, then e ← e·(e + 2) four times. */
    private static DoubleDouble expm1Near0(DoubleDouble r) {
        var x = r.scaled(-4);
        var series = INVERSE_FACTORIALS[17];
        for (var n = 16; n >= 1; n--) {
            series = series.times(x).plus(INVERSE_FACTORIALS[n]);
        }
        var e = series.times(x);
        for (var doubling = 0; doubling < 4; doubling++) {
            e = e.times(e.plus(TWO));
        }
        return e;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
