package brickwork.kernel;

import static brickwork.kernel.Coefficients32.*;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static java.lang.Math.abs;
import static java.lang.Math.fma;

/**
 * Elementary functions with the same bits on every machine: only +, -, ·, /, fma and bit patterns are used, each correctly rounded, in a
 * fixed order. The SIMD twin does the same steps lane by lane, so its bits are these.
 *
 * <p>Special arguments: NaN gives the canonical NaN; infinities and zeros give the limits, the sign of zero kept where f(0) = 0; overflow
 * gives infinity and underflow is gradual. The largest errors measured over all 2³² floats, in units in the last place:
 * <table>
 * <caption>Largest error</caption>
 * <tr><th>exp</th><th>expm1</th><th>log</th><th>log1p</th><th>tanh</th><th>sigmoid</th><th>erf</th></tr>
 * <tr><td>1.04</td><td>1.26</td><td>0.83</td><td>0.83</td><td>1.20</td><td>1.00</td><td>1.00</td></tr>
 * </table>
 *
 * <p>Method. The exponential family: x = k·ln 2 + r with k whole and |r| ≤ ln 2 / 2 (Cody and Waite, 1980), e^x = 2^k·(1 + s) with
 * s = e^r - 1 from a polynomial. 2^k is two factors, for k may lie beyond what one can hold. The logarithms: x = 2^k·(1 + f) with
 * √½ ≤ 1 + f &lt; √2, log x = k·ln 2 + log(1 + f). Lost low parts of sums come from Dekker's and Knuth's two-sums (1971, 1969).
 * The polynomials stand in {@link Coefficients32}.
 */
public final class Elementary32 {
    /** The pattern of 1; adding k shifted to the exponent's place makes 2^k. */
    private static final int ONE = 0x3f80_0000;

    /** Sign and exponent: masks ⌊k/2⌋ shifted to the exponent's place. */
    private static final int EXPONENT = 0xff80_0000;

    private static final int SQRT_HALF = 0x3f35_04f3;

    private Elementary32() {}

    /** e^x = 2^k·(1 + s). */
    public static float exp(float x) {
        if (Float.isNaN(x)) {
            return Float.NaN;
        }
        var y = clamp(x, -104f, 89f);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = floatToRawIntBits(t);
        var half = (k << 22) & EXPONENT;
        var scale1 = intBitsToFloat(half + ONE);
        var scale2 = intBitsToFloat((k << 23) - half + ONE);
        return fma(scale1, s, scale1) * scale2;
    }

    /** e^x - 1 = ((2^k - 1) + 2^k·r) + 2^k·r²·E(r), the rounding of the inner sum carried along. */
    public static float expm1(float x) {
        if (Float.isNaN(x)) {
            return Float.NaN;
        }
        var y = clamp(x, -104f, 89f);
        var t = shifted(y);
        var r = remainder(y, t);
        var w = r * r * expTail(r);
        var k = floatToRawIntBits(t);
        var half = (k << 22) & EXPONENT;
        var rest = (k << 23) - half;
        var scale1 = intBitsToFloat(half + ONE);
        var scale2 = intBitsToFloat(rest + ONE);
        var a = scale1 - intBitsToFloat(ONE - rest);
        var u = fma(scale1, r, a);
        var v = fma(scale1, w, fma(scale1, r, a - u));
        return signed((u + v) * scale2, x);
    }

    /** The logistic function 1/(1 + e^-x): q = 1/d, then one Newton step with what d lost; all divided by the other factor of 2^k. */
    public static float sigmoid(float x) {
        if (Float.isNaN(x)) {
            return Float.NaN;
        }
        var y = -clamp(x, -104f, 104f);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = floatToRawIntBits(t);
        var half = (k << 22) & EXPONENT;
        var scale = intBitsToFloat(half + ONE);
        var one = intBitsToFloat(half - (k << 23) + ONE);
        var d = fma(scale, s, scale + one);
        var lost = fma(scale, s, scale - d + one);
        var q = 1f / d;
        var residue = fma(-q, lost, fma(-q, d, 1f));
        return fma(q, residue, q) * one;
    }

    /** tanh x = 1 - 2/(e^2x + 1), near 0 a polynomial; odd. */
    public static float tanh(float x) {
        if (Float.isNaN(x)) {
            return Float.NaN;
        }
        var a = abs(x);
        a = a > 10f ? 10f : a;
        return signed(a < 0.625f ? tanhNear0(a) : tanhFarFrom0(a), x);
    }

    private static float tanhNear0(float x) {
        var z = x * x;
        var q = fma(TANH_4, z, TANH_3);
        q = fma(q, z, TANH_2);
        q = fma(q, z, TANH_1);
        q = fma(q, z, TANH_0);
        return fma(x * z, q, x);
    }

    private static float tanhFarFrom0(float x) {
        var y = x + x;
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = intBitsToFloat((floatToRawIntBits(t) << 23) + ONE);
        return 1f - 2f / fma(scale, s, scale + 1f);
    }

    /** The error function 2/√π·∫₀ˣ e^-t² dt, far from 0 as 1 - e^-G(x) with a polynomial G for -log(1 - erf x); odd. */
    public static float erf(float x) {
        if (Float.isNaN(x)) {
            return Float.NaN;
        }
        var a = abs(x);
        a = a > 4f ? 4f : a;
        return signed(a < 1f ? erfNear0(a) : erfFarFrom0(a), x);
    }

    private static float erfNear0(float x) {
        var z = x * x;
        var q = fma(ERF_6, z, ERF_5);
        q = fma(q, z, ERF_4);
        q = fma(q, z, ERF_3);
        q = fma(q, z, ERF_2);
        q = fma(q, z, ERF_1);
        q = fma(q, z, ERF_0);
        return fma(x, q, x);
    }

    private static float erfFarFrom0(float x) {
        var q = fma(ERFC_6, x, ERFC_5);
        q = fma(q, x, ERFC_4);
        q = fma(q, x, ERFC_3);
        q = fma(q, x, ERFC_2);
        q = fma(q, x, ERFC_1);
        var y = -fma(q, x, ERFC_0);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = intBitsToFloat((floatToRawIntBits(t) << 23) + ONE);
        return fma(-scale, s, 1f - scale);
    }

    /** The natural logarithm; log 0 = -∞, and NaN below 0. */
    public static float log(float x) {
        if (!(x >= 0f)) {
            return Float.NaN;
        }
        if (x == 0f) {
            return Float.NEGATIVE_INFINITY;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        var subnormal = x < Float.MIN_NORMAL;
        var bits = floatToRawIntBits(subnormal ? x * 0x1p23f : x) + (ONE - SQRT_HALF);
        var k = (bits >>> 23) - (subnormal ? 150f : 127f);
        var f = intBitsToFloat((bits & ~EXPONENT) + SQRT_HALF) - 1f;
        return logSum(k, f, k * LN2_REST);
    }

    /** log(1 + x) = log u + c/u with u + c = 1 + x exactly (as in fdlibm); log1p(-1) = -∞, and NaN below -1. */
    public static float log1p(float x) {
        if (!(x >= -1f)) {
            return Float.NaN;
        }
        if (x == -1f) {
            return Float.NEGATIVE_INFINITY;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        var u = x + 1f;
        var b = u - 1f;
        var c = (1f - (u - b)) + (x - b);
        var bits = floatToRawIntBits(u) + (ONE - SQRT_HALF);
        var k = (bits >>> 23) - 127f;
        var f = intBitsToFloat((bits & ~EXPONENT) + SQRT_HALF) - 1f;
        return signed(logSum(k, f, fma(k, LN2_REST, c / u)), x);
    }

    /**
     * k·ln 2 + log(1 + f), the small part of k·ln 2 being in {@code low};
     * log(1 + f) = f - f²/2 + f³·L(f).
     */
    private static float logSum(float k, float f, float low) {
        var q = fma(LOG_8, f, LOG_7);
        q = fma(q, f, LOG_6);
        q = fma(q, f, LOG_5);
        q = fma(q, f, LOG_4);
        q = fma(q, f, LOG_3);
        q = fma(q, f, LOG_2);
        q = fma(q, f, LOG_1);
        q = fma(q, f, LOG_0);
        var z = f * f;
        return fma(k, LN2_SHORT, f + fma(-0.5f, z, fma(f * z, q, low)));
    }

    /** Holds k, the whole number nearest x/ln 2, in its lowest bits. */
    private static float shifted(float x) {
        return fma(x, LOG2_E, SHIFT);
    }

    /** r = x - k·ln 2. */
    private static float remainder(float x, float shifted) {
        var k = shifted - SHIFT;
        return fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x));
    }

    /** e^r - 1. */
    private static float expm1Near0(float r) {
        return fma(r * r, expTail(r), r);
    }

    /** (e^r - 1 - r)/r². */
    private static float expTail(float r) {
        var q = fma(EXP_4, r, EXP_3);
        q = fma(q, r, EXP_2);
        q = fma(q, r, EXP_1);
        return fma(q, r, EXP_0);
    }

    private static float clamp(float x, float low, float high) {
        var y = x > high ? high : x;
        return y < low ? low : y;
    }

    /** Gives the sign of x to y, which is a magnitude or has that sign already. */
    private static float signed(float y, float x) {
        return intBitsToFloat(floatToRawIntBits(y) | floatToRawIntBits(x) & Integer.MIN_VALUE);
    }
}
