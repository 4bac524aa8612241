package brickwork.engine;

/**
 * Which class a row of outputs or targets stands for: with one number, 1 where it is above 0.5, else 0; with several, the index of the
 * largest, the lowest on a tie.
 */
public final class ClassDecision {

    private ClassDecision() {}

    /** The class of the {@code width} numbers that begin at {@code at}. */
    public static int classOf(double[] numbers, int at, int width) {
        return ClassDecision64.classOf(numbers, at, width, 1);
    }

    /** The class of one row. */
    public static int classOf(double[] row) {
        return classOf(row, 0, row.length);
    }
}
