package brickwork.kernel;

import static brickwork.kernel.Bits64.*;
import static brickwork.kernel.Polynomials64.*;
import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;
import static java.lang.Math.abs;
import static java.lang.Math.fma;

/**
 * Elementary functions with the same bits on every machine: only +, -, ·, /, fma and bit patterns are used, each correctly rounded, in a
 * fixed order. The SIMD kernels do the same in every lane, so they give the same bits.
 *
 * <p>Special arguments: NaN gives the canonical NaN; infinities and zeros give the limits, the sign of zero kept where f(0) = 0; overflow
 * gives infinity and underflow is gradual.
 * <table>
 * <caption>Largest error measured, in units in the last place: over some twenty million arguments for each function with numbers of 8
 * bytes, over all arguments there are with numbers of 4 bytes</caption>
 * <tr><th>bytes</th><th>exp</th><th>expm1</th><th>log</th><th>log1p</th><th>tanh</th><th>sigmoid</th><th>erf</th></tr>
 * <tr><td>8</td><td>0.98</td><td>1.46</td><td>0.87</td><td>0.87</td><td>1.23</td><td>1.06</td><td>1.05</td></tr>
 * <tr><td>4</td><td>1.04</td><td>1.26</td><td>0.83</td><td>0.83</td><td>1.20</td><td>1.00</td><td>1.00</td></tr>
 * </table>
 *
 * <p>Method. The exponential family: x = k·ln 2 + r with k whole and |r| ≤ ln 2 / 2 (Cody and Waite, 1980), e^x = 2^k·(1 + s) with
 * s = e^r - 1 from a polynomial. 2^k is two factors, for k may lie beyond what one can hold. The logarithms: x = 2^k·(1 + f) with
 * √½ ≤ 1 + f &lt; √2, log x = k·ln 2 + log(1 + f). Lost low parts of sums come from Dekker's and Knuth's two-sums (1971, 1969).
 * The polynomials stand in {@link Polynomials64}.
 */
public final class Elementary64 {

    private Elementary64() {}

    /** e^x = 2^k·(1 + s). */
    public static double exp(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var y = clamp(x, EXP_LEAST, EXP_MOST);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = doubleToRawLongBits(t);
        var half = (k << FRACTION - 1) & EXPONENT;
        var scale1 = longBitsToDouble(half + ONE);
        var scale2 = longBitsToDouble((k << FRACTION) - half + ONE);
        return fma(scale1, s, scale1) * scale2;
    }

    /** e^x - 1 = ((2^k - 1) + 2^k·r) + 2^k·r²·E(r), the rounding of the inner sum carried along. */
    public static double expm1(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var y = clamp(x, EXP_LEAST, EXP_MOST);
        var t = shifted(y);
        var r = remainder(y, t);
        var w = r * r * Polynomials64.exp(r);
        var k = doubleToRawLongBits(t);
        var half = (k << FRACTION - 1) & EXPONENT;
        var rest = (k << FRACTION) - half;
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
        var y = -clamp(x, EXP_LEAST, -EXP_LEAST);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = doubleToRawLongBits(t);
        var half = (k << FRACTION - 1) & EXPONENT;
        var scale = longBitsToDouble(half + ONE);
        var one = longBitsToDouble(half - (k << FRACTION) + ONE);
        var d = fma(scale, s, scale + one);
        var lost = fma(scale, s, scale - d + one);
        var q = 1 / d;
        var residue = fma(-q, lost, fma(-q, d, 1));
        return fma(q, residue, q) * one;
    }

    /** tanh x = 1 - 2/(e^2x + 1), near 0 a polynomial; odd. */
    public static double tanh(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var a = abs(x);
        a = a > TANH_MOST ? TANH_MOST : a;
        return signed(a < 0.625d ? tanhNear0(a) : tanhFarFrom0(a), x);
    }

    private static double tanhNear0(double x) {
        var z = x * x;
        return fma(x * z, Polynomials64.tanh(z), x);
    }

    private static double tanhFarFrom0(double x) {
        var y = x + x;
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = longBitsToDouble((doubleToRawLongBits(t) << FRACTION) + ONE);
        return 1 - 2 / fma(scale, s, scale + 1);
    }

    /** The error function 2/√π·∫₀ˣ e^-t² dt, far from 0 as 1 - e^-G(x) with a polynomial G for -log(1 - erf x); odd. */
    public static double erf(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        var a = abs(x);
        a = a > ERF_MOST ? ERF_MOST : a;
        return signed(a < 1 ? erfNear0(a) : erfFarFrom0(a), x);
    }

    private static double erfNear0(double x) {
        var z = x * x;
        return fma(x, Polynomials64.erf(z), x);
    }

    private static double erfFarFrom0(double x) {
        var y = -Polynomials64.erfc(x);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = longBitsToDouble((doubleToRawLongBits(t) << FRACTION) + ONE);
        return fma(-scale, s, 1 - scale);
    }

    /** The natural logarithm; log 0 = -∞, and NaN below 0. */
    public static double log(double x) {
        if (!(x >= 0)) {
            return Double.NaN;
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        var subnormal = x < Double.MIN_NORMAL;
        var bits = doubleToRawLongBits(subnormal ? x * SCALE : x) + (ONE - SQRT_HALF);
        var k = (bits >>> FRACTION) - (subnormal ? BIAS + FRACTION : BIAS);
        var f = longBitsToDouble((bits & ~EXPONENT) + SQRT_HALF) - 1;
        return Polynomials64.logSum(k, f, k * LN2_REST);
    }

    /** log(1 + x) = log u + c/u with u + c = 1 + x exactly (as in fdlibm); log1p(-1) = -∞, and NaN below -1. */
    public static double log1p(double x) {
        if (!(x >= -1)) {
            return Double.NaN;
        }
        if (x == -1) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        var u = x + 1;
        var b = u - 1;
        var c = (1 - (u - b)) + (x - b);
        var bits = doubleToRawLongBits(u) + (ONE - SQRT_HALF);
        var k = (bits >>> FRACTION) - BIAS;
        var f = longBitsToDouble((bits & ~EXPONENT) + SQRT_HALF) - 1;
        return signed(Polynomials64.logSum(k, f, fma(k, LN2_REST, c / u)), x);
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
        return fma(r * r, Polynomials64.exp(r), r);
    }

    private static double clamp(double x, double low, double high) {
        var y = x > high ? high : x;
        return y < low ? low : y;
    }

    /** Gives the sign of x to y, which is a magnitude or has that sign already. */
    private static double signed(double y, double x) {
        return longBitsToDouble(doubleToRawLongBits(y) | doubleToRawLongBits(x) & SIGN);
    }
}
