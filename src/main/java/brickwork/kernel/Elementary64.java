package brickwork.kernel;

import static brickwork.kernel.Coefficients64.*;
import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;
import static java.lang.Math.abs;
import static java.lang.Math.fma;

/**
 * Elementary functions with the same bits on every machine: only +, -, ·, /, fma and bit patterns are used, each correctly rounded, in a
 * fixed order. The SIMD twin does the same steps lane by lane, so its bits are these.
 *
 * <p>Special arguments: NaN gives the canonical NaN; infinities and zeros give the limits, the sign of zero kept where f(0) = 0; overflow
 * gives infinity and underflow is gradual. The largest errors measured over some twenty million arguments for each, in units in the last
 * place:
 * <table>
 * <caption>Largest error</caption>
 * <tr><th>exp</th><th>expm1</th><th>log</th><th>log1p</th><th>tanh</th><th>sigmoid</th><th>erf</th></tr>
 * <tr><td>0.98</td><td>1.46</td><td>0.87</td><td>0.87</td><td>1.23</td><td>1.06</td><td>1.05</td></tr>
 * </table>
 *
 * <p>Method. The exponential family: x = k·ln 2 + r with k whole and |r| ≤ ln 2 / 2 (Cody and Waite, 1980), e^x = 2^k·(1 + s) with
 * s = e^r - 1 from a polynomial. 2^k is two factors, for k may lie beyond what one can hold. The logarithms: x = 2^k·(1 + f) with
 * √½ ≤ 1 + f &lt; √2, log x = k·ln 2 + log(1 + f). Lost low parts of sums come from Dekker's and Knuth's two-sums (1971, 1969).
 * The polynomials stand in {@link Coefficients64}.
 */
public final class Elementary64 {
    /** The pattern of 1; adding k shifted to the exponent's place makes 2^k. */
    private static final long ONE = 0x3ff0_0000_0000_0000L;

    /** Sign and exponent: masks ⌊k/2⌋ shifted to the exponent's place. */
    private static final long EXPONENT = 0xfff0_0000_0000_0000L;

    private static final long SQRT_HALF = 0x3fe6_a09e_667f_3bcdL;

    private Elementary64() {}

    /** e^x = 2^k·(1 + s). */
    public static double exp(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var y = clamp(x, -746.0, 710.0);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = doubleToRawLongBits(t);
        var half = (k << 51) & EXPONENT;
        var scale1 = longBitsToDouble(half + ONE);
        var scale2 = longBitsToDouble((k << 52) - half + ONE);
        return fma(scale1, s, scale1) * scale2;
    }

    /** e^x - 1 = ((2^k - 1) + 2^k·r) + 2^k·r²·E(r), the rounding of the inner sum carried along. */
    public static double expm1(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var y = clamp(x, -746.0, 710.0);
        var t = shifted(y);
        var r = remainder(y, t);
        var w = r * r * expTail(r);
        var k = doubleToRawLongBits(t);
        var half = (k << 51) & EXPONENT;
        var rest = (k << 52) - half;
        var scale1 = longBitsToDouble(half + ONE);
        var scale2 = longBitsToDouble(rest + ONE);
        var a = scale1 - longBitsToDouble(ONE - rest);
        var u = fma(scale1, r, a);
        var v = fma(scale1, w, fma(scale1, r, a - u));
        return signed((u + v) * scale2, x);
    }

    /** The logistic function 1/(1 + e^-x): q = 1/d, then one Newton step with what d lost; all divided by the other factor of 2^k. */
    public static double sigmoid(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var y = -clamp(x, -746.0, 746.0);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = doubleToRawLongBits(t);
        var half = (k << 51) & EXPONENT;
        var scale = longBitsToDouble(half + ONE);
        var one = longBitsToDouble(half - (k << 52) + ONE);
        var d = fma(scale, s, scale + one);
        var lost = fma(scale, s, scale - d + one);
        var q = 1.0 / d;
        var residue = fma(-q, lost, fma(-q, d, 1.0));
        return fma(q, residue, q) * one;
    }

    /** tanh x = 1 - 2/(e^2x + 1), near 0 a polynomial; odd. */
    public static double tanh(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var a = abs(x);
        a = a > 20.0 ? 20.0 : a;
        return signed(a < 0.625 ? tanhNear0(a) : tanhFarFrom0(a), x);
    }

    private static double tanhNear0(double x) {
        var z = x * x;
        var q = fma(TANH_10, z, TANH_9);
        q = fma(q, z, TANH_8);
        q = fma(q, z, TANH_7);
        q = fma(q, z, TANH_6);
        q = fma(q, z, TANH_5);
        q = fma(q, z, TANH_4);
        q = fma(q, z, TANH_3);
        q = fma(q, z, TANH_2);
        q = fma(q, z, TANH_1);
        q = fma(q, z, TANH_0);
        return fma(x * z, q, x);
    }

    private static double tanhFarFrom0(double x) {
        var y = x + x;
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = longBitsToDouble((doubleToRawLongBits(t) << 52) + ONE);
        return 1.0 - 2.0 / fma(scale, s, scale + 1.0);
    }

    /** The error function 2/√π·∫₀ˣ e^-t² dt, far from 0 as 1 - e^-G(x) with a polynomial G for -log(1 - erf x); odd. */
    public static double erf(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var a = abs(x);
        a = a > 6.0 ? 6.0 : a;
        return signed(a < 1.0 ? erfNear0(a) : erfFarFrom0(a), x);
    }

    private static double erfNear0(double x) {
        var z = x * x;
        var q = fma(ERF_11, z, ERF_10);
        q = fma(q, z, ERF_9);
        q = fma(q, z, ERF_8);
        q = fma(q, z, ERF_7);
        q = fma(q, z, ERF_6);
        q = fma(q, z, ERF_5);
        q = fma(q, z, ERF_4);
        q = fma(q, z, ERF_3);
        q = fma(q, z, ERF_2);
        q = fma(q, z, ERF_1);
        q = fma(q, z, ERF_0);
        return fma(x, q, x);
    }

    private static double erfFarFrom0(double x) {
        var q = fma(ERFC_17, x, ERFC_16);
        q = fma(q, x, ERFC_15);
        q = fma(q, x, ERFC_14);
        q = fma(q, x, ERFC_13);
        q = fma(q, x, ERFC_12);
        q = fma(q, x, ERFC_11);
        q = fma(q, x, ERFC_10);
        q = fma(q, x, ERFC_9);
        q = fma(q, x, ERFC_8);
        q = fma(q, x, ERFC_7);
        q = fma(q, x, ERFC_6);
        q = fma(q, x, ERFC_5);
        q = fma(q, x, ERFC_4);
        q = fma(q, x, ERFC_3);
        q = fma(q, x, ERFC_2);
        q = fma(q, x, ERFC_1);
        var y = -fma(q, x, ERFC_0);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = longBitsToDouble((doubleToRawLongBits(t) << 52) + ONE);
        return fma(-scale, s, 1.0 - scale);
    }

    /** The natural logarithm; log 0 = -∞, and NaN below 0. */
    public static double log(double x) {
        if (!(x >= 0.0)) {
            return Double.NaN;
        }
        if (x == 0.0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        var subnormal = x < Double.MIN_NORMAL;
        var bits = doubleToRawLongBits(subnormal ? x * 0x1p52 : x) + (ONE - SQRT_HALF);
        var k = (bits >>> 52) - (subnormal ? 1075.0 : 1023.0);
        var f = longBitsToDouble((bits & ~EXPONENT) + SQRT_HALF) - 1.0;
        return logSum(k, f, k * LN2_REST);
    }

    /** log(1 + x) = log u + c/u with u + c = 1 + x exactly (as in fdlibm); log1p(-1) = -∞, and NaN below -1. */
    public static double log1p(double x) {
        if (!(x >= -1.0)) {
            return Double.NaN;
        }
        if (x == -1.0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        var u = x + 1.0;
        var b = u - 1.0;
        var c = (1.0 - (u - b)) + (x - b);
        var bits = doubleToRawLongBits(u) + (ONE - SQRT_HALF);
        var k = (bits >>> 52) - 1023.0;
        var f = longBitsToDouble((bits & ~EXPONENT) + SQRT_HALF) - 1.0;
        return signed(logSum(k, f, fma(k, LN2_REST, c / u)), x);
    }

    /**
     * k·ln 2 + log(1 + f), the small part of k·ln 2 being in {@code low};
     * log(1 + f) = f - (h - s·(h + R)), h = f²/2, s = f/(2 + f), R = s²·L(s²).
     */
    private static double logSum(double k, double f, double low) {
        var s = f / (2.0 + f);
        var z = s * s;
        var q = fma(LOG_6, z, LOG_5);
        q = fma(q, z, LOG_4);
        q = fma(q, z, LOG_3);
        q = fma(q, z, LOG_2);
        q = fma(q, z, LOG_1);
        q = fma(q, z, LOG_0);
        var h = 0.5 * f * f;
        return fma(k, LN2_SHORT, f + (fma(s, fma(z, q, h), low) - h));
    }

    /** Holds k, the whole number nearest x/ln 2, in its lowest bits. */
    private static double shifted(double x) {
        return fma(x, LOG2_E, SHIFT);
    }

    /** r = x - k·ln 2. */
    private static double remainder(double x, double shifted) {
        var k = shifted - SHIFT;
        return fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
    }

    /** e^r - 1. */
    private static double expm1Near0(double r) {
        return fma(r * r, expTail(r), r);
    }

    /** (e^r - 1 - r)/r². */
    private static double expTail(double r) {
        var q = fma(EXP_10, r, EXP_9);
        q = fma(q, r, EXP_8);
        q = fma(q, r, EXP_7);
        q = fma(q, r, EXP_6);
        q = fma(q, r, EXP_5);
        q = fma(q, r, EXP_4);
        q = fma(q, r, EXP_3);
        q = fma(q, r, EXP_2);
        q = fma(q, r, EXP_1);
        return fma(q, r, EXP_0);
    }

    private static double clamp(double x, double low, double high) {
        var y = x > high ? high : x;
        return y < low ? low : y;
    }

    /** Gives the sign of x to y, which is a magnitude or has that sign already. */
    private static double signed(double y, double x) {
        return longBitsToDouble(doubleToRawLongBits(y) | doubleToRawLongBits(x) & Long.MIN_VALUE);
    }
}
