package brickwork.kernel;

import static java.lang.Math.fma;

/**
 * The polynomials of {@link Elementary32} and its other constants, shared with the SIMD kernels so that the two cannot drift apart.
 *
 * <p>The polynomials, lowest power first, were fitted for this project in 60-digit arithmetic: Lawson's iteratively reweighted least
 * squares at Chebyshev points, which tends to the minimax fit; then the coefficients were rounded one after another from the lowest
 * power up, the rest being fitted anew each time. ln 2 and its parts are rounded from the same arithmetic.
 */
public final class Polynomials32 {
    /** Adding it rounds to a whole number, which is then found in the low bits of the sum's pattern. */
    public static final float SHIFT = 0x1.8p23f;

    public static final float LOG2_E = 1.442695f;

    /** ln 2 rounded, and what the rounding lost: x - k·ln 2 takes two fused steps, of which the first is exact. */
    public static final float LN2_HIGH = 0.6931472f;

    public static final float LN2_LOW = -1.9046542e-9f;

    /** ln 2 cut to 15 places after the point, and the rest: any exponent times the first is exact. */
    public static final float LN2_SHORT = 0.69314575f;

    public static final float LN2_REST = 1.4286068e-6f;

    /** Below this e^x is 0, and above its opposite sigmoid x is 1. */
    public static final float EXP_LEAST = -104f;

    /** Above this e^x is infinite. */
    public static final float EXP_MOST = 89f;

    /** tanh x is 1 from here on. */
    public static final float TANH_MOST = 10f;

    /** erf x is 1 from here on. */
    public static final float ERF_MOST = 4f;

    /** e^r = 1 + r + r²·E(r) for |r| ≤ ln 2 / 2; error relative to r below 2^-26. */
    public static final float EXP_0 = 0.5f;

    public static final float EXP_1 = 0.16666542f;
    public static final float EXP_2 = 0.041666478f;
    public static final float EXP_3 = 0.008366697f;
    public static final float EXP_4 = 0.0013933791f;

    /** log(1 + f) = f - f²/2 + f³·L(f) for √½ - 1 ≤ f ≤ √2 - 1; error relative to f below 2^-30. */
    public static final float LOG_0 = 0.3333331f;

    public static final float LOG_1 = -0.24999987f;
    public static final float LOG_2 = 0.20002225f;
    public static final float LOG_3 = -0.16669248f;
    public static final float LOG_4 = 0.1421867f;
    public static final float LOG_5 = -0.12384432f;
    public static final float LOG_6 = 0.11873072f;
    public static final float LOG_7 = -0.11789254f;
    public static final float LOG_8 = 0.06914259f;

    /** tanh x = x + x·z·T(z), z = x², for |x| ≤ 0.625; error relative to x below 2^-27. */
    public static final float TANH_0 = -0.33333284f;

    public static final float TANH_1 = 0.13331485f;
    public static final float TANH_2 = -0.053742997f;
    public static final float TANH_3 = 0.020649053f;
    public static final float TANH_4 = -0.0057154163f;

    /** erf x = x + x·F(z), z = x², for |x| ≤ 1; error relative to x below 2^-29. */
    public static final float ERF_0 = 0.12837917f;

    public static final float ERF_1 = -0.3761263f;
    public static final float ERF_2 = 0.11283618f;
    public static final float ERF_3 = -0.026855126f;
    public static final float ERF_4 = 0.0051907334f;
    public static final float ERF_5 = -8.0307503e-4f;
    public static final float ERF_6 = 7.920303e-5f;

    /** erf x = 1 - e^-G(x) for 1 ≤ x ≤ 3.95; absolute error below 2^-29. */
    public static final float ERFC_0 = 3.515398e-4f;

    public static final float ERFC_1 = 1.1270486f;
    public static final float ERFC_2 = 0.63821185f;
    public static final float ERFC_3 = 0.10304907f;
    public static final float ERFC_4 = -0.021810792f;
    public static final float ERFC_5 = 0.0029409493f;
    public static final float ERFC_6 = -1.857086e-4f;

    private Polynomials32() {}

    /** E(r) = (e^r - 1 - r)/r². */
    static float exp(float r) {
        var q = fma(EXP_4, r, EXP_3);
        q = fma(q, r, EXP_2);
        q = fma(q, r, EXP_1);
        return fma(q, r, EXP_0);
    }

    /** T(z). */
    static float tanh(float z) {
        var q = fma(TANH_4, z, TANH_3);
        q = fma(q, z, TANH_2);
        q = fma(q, z, TANH_1);
        return fma(q, z, TANH_0);
    }

    /** F(z). */
    static float erf(float z) {
        var q = fma(ERF_6, z, ERF_5);
        q = fma(q, z, ERF_4);
        q = fma(q, z, ERF_3);
        q = fma(q, z, ERF_2);
        q = fma(q, z, ERF_1);
        return fma(q, z, ERF_0);
    }

    /** G(x). */
    static float erfc(float x) {
        var q = fma(ERFC_6, x, ERFC_5);
        q = fma(q, x, ERFC_4);
        q = fma(q, x, ERFC_3);
        q = fma(q, x, ERFC_2);
        q = fma(q, x, ERFC_1);
        return fma(q, x, ERFC_0);
    }

    /**
     * k·ln 2 + log(1 + f), the small part of k·ln 2 being in {@code low};
     * log(1 + f) = f - f²/2 + f³·L(f).
     */
    static float logSum(float k, float f, float low) {
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
}
