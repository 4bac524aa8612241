package brickwork.engine;

/** {@link ClassDecision} over numbers of the engine's type. */
final class ClassDecision64 {

    private static final double THRESHOLD = 0.5d;

    private ClassDecision64() {}

    /** The class of the {@code width} numbers at {@code at}, {@code at + stride} and so on. */
    static int classOf(double[] numbers, int at, int width, int stride) {
        if (width == 1) {
            return numbers[at] > THRESHOLD ? 1 : 0;
        }
        var largest = 0;
        for (var k = 1; k < width; k++) {
            if (numbers[at + k * stride] > numbers[at + largest * stride]) {
                largest = k;
            }
        }
        return largest;
    }
}
