package brickwork.kernel;

/** Rounds the numbers of the model to the number type of the kernels. */
public final class Rounding64 {

    private Rounding64() {}

    /** {@code x} rounded to the number type. */
    @SuppressWarnings("cast")
    public static double of(
            double x) { // stays double
        return (double) x;
    }
}
