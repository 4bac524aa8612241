package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** Copies blocks of matrices so that the elements of a row lie side by side. */
final class Packing64 {

    private Packing64() {}

    /**
     * to(i, j) = from(i, j) for {@code i < rows, j < columns}.
     *
     * @param rowStride    distance of rows in {@code from}; those in {@code to} are {@code stride} apart
     * @param columnStride distance of columns in {@code from}; in {@code to} it is 1
     */
    static void copy(double[] from, int at, int rowStride, int columnStride, int rows, int columns, double[] to, int toAt, int stride) {
        if (columnStride == 1 && columns == 2 * LENGTH) {
            pairs(from, at, rowStride, rows, to, toAt, stride);
        } else if (columnStride == 1) {
            for (var i = 0; i < rows; i++) {
                row(from, at + i * rowStride, columns, to, toAt + i * stride);
            }
        } else if (rowStride == 1 && rows >= LENGTH && columns >= LENGTH) {
            transposed(from, at, columnStride, rows, columns, to, toAt, stride);
        } else {
            for (var j = 0; j < columns; j++) {
                for (int i = 0, p = at + j * columnStride, q = toAt + j; i < rows; i++, p += rowStride, q += stride) {
                    to[q] = from[p];
                }
            }
        }
    }

    private static void pairs(double[] from, int at, int rowStride, int rows, double[] to, int toAt, int stride) {
        for (int i = 0, p = at, q = toAt; i < rows; i++, p += rowStride, q += stride) {
            var left = DoubleVector.fromArray(SPECIES, from, p);
            var right = DoubleVector.fromArray(SPECIES, from, p + LENGTH);
            left.intoArray(to, q);
            right.intoArray(to, q + LENGTH);
        }
    }

    private static void row(double[] from, int at, int length, double[] to, int toAt) {
        var last = length - LENGTH;
        if (last < 0) {
            for (var j = 0; j < length; j++) {
                to[toAt + j] = from[at + j];
            }
            return;
        }
        for (var j = 0; j < last; j += LENGTH) {
            DoubleVector.fromArray(SPECIES, from, at + j).intoArray(to, toAt + j);
        }
        DoubleVector.fromArray(SPECIES, from, at + last).intoArray(to, toAt + last);
    }

    /** In squares; the last ones overlap their neighbours. */
    private static void transposed(double[] from, int at, int columnStride, int rows, int columns, double[] to, int toAt, int stride) {
        for (var column = 0; column < columns; column += LENGTH) {
            var j = Math.min(column, columns - LENGTH);
            for (var row = 0; row < rows; row += LENGTH) {
                var i = Math.min(row, rows - LENGTH);
                SquareTransposition64.transpose(from, at + i + j * columnStride, columnStride, to, toAt + i * stride + j, stride);
            }
        }
    }
}
