package brickwork.kernel.simd;

/** What the tiles of one product have in common. Places within the arrays are told to each tile apart. */
final class TileOperands64 {

    /** Element (i, k) of A stands {@code i·aRow + k·aColumn} after the first. */
    double[] a;
    int aRow;
    int aColumn;

    /** Rows of B, {@code bRow} apart. */
    double[] b;
    int bRow;

    /** What row i begins with, {@code i·startStep} after the first; looked at unless {@code resume}. */
    double[] start;
    int startStep;

    /** Whether the sums go on from what C holds. */
    boolean resume;

    /** Rows of C, {@code cRow} apart. */
    double[] c;
    int cRow;

    /** Terms of a sum. */
    int k;
}
