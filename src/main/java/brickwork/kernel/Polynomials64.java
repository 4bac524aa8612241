package brickwork.kernel;

import static java.lang.Math.fma;

/**
 * The polynomials of {@link Elementary64} and its other constants, shared with the SIMD kernels so that the two cannot drift apart.
 *
 * <p>The polynomials, lowest power first, were fitted for this project in 60-digit arithmetic: Lawson's iteratively reweighted least
 * squares at Chebyshev points, which tends to the minimax fit; then the coefficients were rounded one after another from the lowest
 * power up, the rest being fitted anew each time. ln 2 and its parts are rounded from the same arithmetic.
 */
public final class Polynomials64 {
    /** Adding it rounds to a whole number, which is then found in the low bits of the sum's pattern. */
    public static final double SHIFT = 0x1.8p52;

    public static final double LOG2_E = 1.4426950408889634;

    /** ln 2 rounded, and what the rounding lost: x - k·ln 2 takes two fused steps, of which the first is exact. */
    public static final double LN2_HIGH = 0.6931471805599453;

    public static final double LN2_LOW = 2.3190468138462996e-17;

    /** ln 2 cut to 40 places after the point, and the rest: any exponent times the first is exact. */
    public static final double LN2_SHORT = 0.6931471805592082;

    public static final double LN2_REST = 7.371002565167799e-13;

    /** Below this e^x is 0, and above its opposite sigmoid x is 1. */
    public static final double EXP_LEAST = -746.0;

    /** Above this e^x is infinite. */
    public static final double EXP_MOST = 710.0;

    /** tanh x is 1 from here on. */
    public static final double TANH_MOST = 20.0;

    /** erf x is 1 from here on. */
    public static final double ERF_MOST = 6.0;

    /** e^r = 1 + r + r²·E(r) for |r| ≤ ln 2 / 2; error relative to r below 2^-61. */
    public static final double EXP_0 = 0.5;

    public static final double EXP_1 = 0.16666666666666677;
    public static final double EXP_2 = 0.04166666666666668;
    public static final double EXP_3 = 0.008333333333321454;
    public static final double EXP_4 = 0.0013888888888877104;
    public static final double EXP_5 = 0.00019841269886514904;
    public static final double EXP_6 = 2.4801587341786916e-5;
    public static final double EXP_7 = 2.7557243861824376e-6;
    public static final double EXP_8 = 2.755725791343857e-7;
    public static final double EXP_9 = 2.510914612783232e-8;
    public static final double EXP_10 = 2.091996334497698e-9;

    /** 2·atanh(s) = 2·s + s·z·L(z), z = s², for |s| ≤ 3 - √8; error relative to s below 2^-58. */
    public static final double LOG_0 = 0.6666666666666734;

    public static final double LOG_1 = 0.3999999999941668;
    public static final double LOG_2 = 0.28571428742018895;
    public static final double LOG_3 = 0.2222219860572077;
    public static final double LOG_4 = 0.18183562840431747;
    public static final double LOG_5 = 0.1531408439485103;
    public static final double LOG_6 = 0.1479564566469387;

    /** tanh x = x + x·z·T(z), z = x², for |x| ≤ 0.625; error relative to x below 2^-56. */
    public static final double TANH_0 = -0.33333333333332876;

    public static final double TANH_1 = 0.1333333333326469;
    public static final double TANH_2 = -0.05396825393238387;
    public static final double TANH_3 = 0.021869487599842696;
    public static final double TANH_4 = -0.008863221292983371;
    public static final double TANH_5 = 0.0035919913691587497;
    public static final double TANH_6 = -0.0014549694863264379;
    public static final double TANH_7 = 0.000586349366181263;
    public static final double TANH_8 = -0.00022862714604011513;
    public static final double TANH_9 = 7.721244839273293e-5;
    public static final double TANH_10 = -1.6104337320189397e-5;

    /** erf x = x + x·F(z), z = x², for |x| ≤ 1; error relative to x below 2^-55. */
    public static final double ERF_0 = 0.12837916709551256;

    public static final double ERF_1 = -0.3761263890318343;
    public static final double ERF_2 = 0.11283791670941774;
    public static final double ERF_3 = -0.026866170642824098;
    public static final double ERF_4 = 0.005223977604255117;
    public static final double ERF_5 = -0.0008548325856110234;
    public static final double ERF_6 = 0.00012055291735698436;
    public static final double ERF_7 = -1.492468196845118e-5;
    public static final double ERF_8 = 1.644680559874485e-6;
    public static final double ERF_9 = -1.6204111916461616e-7;
    public static final double ERF_10 = 1.3702491392846493e-8;
    public static final double ERF_11 = -7.765217515419487e-10;

    /** erf x = 1 - e^-G(x) for 1 ≤ x ≤ 5.95; absolute error below 2^-57. */
    public static final double ERFC_0 = 5.117788426657685e-7;

    public static final double ERFC_1 = 1.1283740052804645;
    public static final double ERFC_2 = 0.6366439966194489;
    public static final double ERFC_3 = 0.10270244526328344;
    public static final double ERFC_4 = -0.018988327515019096;
    public static final double ERFC_5 = -0.0004131523519675392;
    public static final double ERFC_6 = 0.0019185532265618222;
    public static final double ERFC_7 = -0.0007727324917592432;
    public static final double ERFC_8 = 0.00013636131812288266;
    public static final double ERFC_9 = 1.961830793063617e-5;
    public static final double ERFC_10 = -2.2569786647960916e-5;
    public static final double ERFC_11 = 8.589976228555065e-6;
    public static final double ERFC_12 = -2.1174300348649635e-6;
    public static final double ERFC_13 = 3.70034127261212e-7;
    public static final double ERFC_14 = -4.599439252675344e-8;
    public static final double ERFC_15 = 3.8955263626425865e-9;
    public static final double ERFC_16 = -2.0234053439448138e-10;
    public static final double ERFC_17 = 4.872998310225232e-12;

    private Polynomials64() {}

    /** E(r) = (e^r - 1 - r)/r². */
    static double exp(double r) {
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

    /** T(z). */
    static double tanh(double z) {
        var q = fma(TANH_10, z, TANH_9);
        q = fma(q, z, TANH_8);
        q = fma(q, z, TANH_7);
        q = fma(q, z, TANH_6);
        q = fma(q, z, TANH_5);
        q = fma(q, z, TANH_4);
        q = fma(q, z, TANH_3);
        q = fma(q, z, TANH_2);
        q = fma(q, z, TANH_1);
        return fma(q, z, TANH_0);
    }

    /** F(z). */
    static double erf(double z) {
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
        return fma(q, z, ERF_0);
    }

    /** G(x). */
    static double erfc(double x) {
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
        return fma(q, x, ERFC_0);
    }

    /**
     * k·ln 2 + log(1 + f), the small part of k·ln 2 being in {@code low};
     * log(1 + f) = f - (h - s·(h + R)), h = f²/2, s = f/(2 + f), R = s²·L(s²).
     */
    static double logSum(double k, double f, double low) {
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
}
