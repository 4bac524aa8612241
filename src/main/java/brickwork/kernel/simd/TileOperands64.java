package brickwork.kernel.simd;

/** The operands of a product that all its tiles share. Where a tile begins in the arrays is passed to it separately. */
final class TileOperands64 {

    /** A: element (i, k) is {@code i·aRow + k·aColumn} places after the first. */
    double[] a;
    int aRow;
    int aColumn;

    /** B: its rows are {@code bRow} places apart, the elements of a row side by side. */
    double[] b;
    int bRow;

    /** The initial value of row i, {@code i·startStep} places after the first. Not read if {@code resume}. */
    double[] start;
    int startStep;

    /** Whether sums continue from the values in C. */
    boolean resume;

    /** C: its rows are {@code cRow} places apart. */
    double[] c;
    int cRow;

    /** The number of terms of a sum. */
    int k;
}
