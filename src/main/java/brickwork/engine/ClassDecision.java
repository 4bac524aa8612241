package brickwork.engine;

/**
 * Which class a row of outputs or targets stands for: with one number, 1 where it is above 0.5, else 0; with several, the index of the
 * largest, the lowest on a tie.
 */
public final class ClassDecision {

    private static final double THRESHOLD = 0.5;

    private ClassDecision() {}

    /** The class of the {@code width} numbers at {@code at}, {@code at + stride} and so on. */
    public static int classOf(double[] numbers, int at, int width, int stride) {
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

    /** The class of the {@code width} numbers that begin at {@code at}. */
    public static int classOf(double[] numbers, int at, int width) {
        return classOf(numbers, at, width, 1);
    }

    /** The class of one row. */
    public static int classOf(double[] row) {
        return classOf(row, 0, row.length);
    }
}
