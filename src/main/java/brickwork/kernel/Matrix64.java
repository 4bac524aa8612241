package brickwork.kernel;

/**
 * An array seen as a matrix: element (i, j) is at {@code at + i·rowStride + j·columnStride}. The shape is not part of it.
 *
 * @param values       the numbers, shared and not copied
 * @param at           index of element (0, 0)
 * @param rowStride    distance from one row to the next
 * @param columnStride distance from one column to the next
 */
public record Matrix64(double[] values, int at, int rowStride, int columnStride) {

    /** Rows one after the other, {@code stride} apart. */
    public static Matrix64 ofRows(double[] values, int at, int stride) {
        return new Matrix64(values, at, stride, 1);
    }

    /** The same numbers with rows and columns exchanged. */
    public Matrix64 transposed() {
        return new Matrix64(values, at, columnStride, rowStride);
    }

    /** The same matrix from {@code row} on. */
    public Matrix64 fromRow(int row) {
        return new Matrix64(values, at + row * rowStride, rowStride, columnStride);
    }
}
