package brickwork.kernel.simd;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.kernel.Matrix64;
import brickwork.kernel.Numbers64;
import brickwork.kernel.ScalarKernels64;
import org.junit.jupiter.api.Test;

/** Packed products against the scalar definition, bit for bit, also for shapes that are too small to be packed otherwise. */
class PanelProduct64Test {

    private static final int AT = 3;

    private final PanelProduct64 products = new PanelProduct64();

    @Test
    void rowsAndColumnsAroundTheTiles() {
        for (var m : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 25, 48, 49, 50, 51}) {
            for (var n : new int[] {1, 3, 4, 5, 8, 9, 15, 16, 17, 25, 31, 32, 33, 48, 51}) {
                agree(m, n, 1 + (m + n) % 5, m + n);
            }
        }
    }

    @Test
    void blocksOfRowsTermsAndColumns() {
        for (var way = 0; way < 8; way++) {
            for (var m : new int[] {50, 67, 130}) {
                for (var n : new int[] {33, 100}) {
                    agree(m, n, 255 + way % 3, way);
                    agree(m, n, 530, way);
                }
            }
            agree(70, 600, 257, way);
        }
    }

    /** Arrays are kept for the next product, and what they held must not be seen. */
    @Test
    void aSmallProductAfterALargeOne() {
        agree(130, 100, 530, 0);
        agree(10, 20, 30, 0);
        agree(130, 100, 530, 3);
    }

    /** Bits of {@code way}: A is turned, B is turned, rows have starts. */
    private void agree(int m, int n, int k, int way) {
        var a = matrix(m, k, (way & 1) != 0, 1);
        var b = matrix(k, n, (way & 2) != 0, 2);
        var start = (way & 4) != 0 ? Numbers64.mixed(m + AT, 3) : null;
        var expected = Numbers64.mixed(m * (n + 2) + AT, 4);
        var actual = expected.clone();
        new ScalarKernels64().product(a, b, start, AT, Matrix64.ofRows(expected, AT, n + 2), m, n, k);
        products.run(a, b, start == null ? new double[1] : start, start == null ? 0 : AT, start == null ? 0 : 1,
                Matrix64.ofRows(actual, AT, n + 2), m, n, k);
        assertThat(actual).as("%d×%d×%d, way %d", m, n, k, way & 7).isEqualTo(expected);
    }

    private static Matrix64 matrix(int rows, int columns, boolean turned, int seed) {
        var values = Numbers64.mixed(AT + (rows + 1) * (columns + 1), seed);
        return turned ? Matrix64.ofRows(values, AT, rows + 1).transposed() : Matrix64.ofRows(values, AT, columns + 1);
    }
}
