package brickwork.kernel;

/** Patterns of the number type as whole numbers: sign, exponent, fraction. */
public final class Bits64 {

    /** Bits of the fraction: a whole number shifted by as many stands in the exponent's place. */
    public static final int FRACTION = 52;

    /** The pattern of 1; adding k in the exponent's place makes 2^k. */
    public static final long ONE = 0x3ff0_0000_0000_0000L;

    /** Sign and exponent. */
    public static final long EXPONENT = 0xfff0_0000_0000_0000L;

    public static final long SIGN = Long.MIN_VALUE;

    public static final long SQRT_HALF = 0x3fe6_a09e_667f_3bcdL;

    /** The pattern of {@link #SCALE}: with a whole number below that in the low bits, the pattern of the sum of the two. */
    public static final long SCALED = 0x4330_0000_0000_0000L;

    /** 2^52: a number times this has a full fraction, however small it is. */
    public static final double SCALE = 0x1p52;

    /** What stands in the exponent's place for 2^0. */
    public static final double BIAS = 1023;

    private Bits64() {}
}
