package brickwork.kernel;

/** Patterns of the number type as whole numbers: sign, exponent, fraction. */
public final class Bits32 {

    /** Bits of the fraction: a whole number shifted by as many stands in the exponent's place. */
    public static final int FRACTION = 23;

    /** The pattern of 1; adding k in the exponent's place makes 2^k. */
    public static final int ONE = 0x3f80_0000;

    /** Sign and exponent. */
    public static final int EXPONENT = 0xff80_0000;

    public static final int SIGN = Integer.MIN_VALUE;

    public static final int SQRT_HALF = 0x3f35_04f3;

    /** The pattern of {@link #SCALE}: with a whole number below that in the low bits, the pattern of the sum of the two. */
    public static final int SCALED = 0x4b00_0000;

    /** 2^23: a number times this has a full fraction, however small it is. */
    public static final float SCALE = 0x1p23f;

    /** What stands in the exponent's place for 2^0. */
    public static final float BIAS = 127;

    private Bits32() {}
}
