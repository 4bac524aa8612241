package brickwork.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The definition itself: that its sums are taken in the order the interface states. Its formulas are tested with the engine. */
class ScalarKernels64Test extends KernelAgreement64Test {

    @Override
    protected Kernels64 kernels() {
        return new ScalarKernels64();
    }

    @Test
    void aProductIsAChainInIncreasingOrder() {
        var a = Numbers64.mixed(7 * 40, 1);
        var b = Numbers64.mixed(40 * 19, 2);
        var start = Numbers64.mixed(7, 3);
        var c = new double[7 * 19];

        kernels().product(Matrix64.ofRows(a, 0, 40), Matrix64.ofRows(b, 0, 19), start, 0, Matrix64.ofRows(c, 0, 19), 7, 19, 40);

        for (var i = 0; i < 7; i++) {
            for (var j = 0; j < 19; j++) {
                var sum = start[i];
                for (var k = 0; k < 40; k++) {
                    sum = Math.fma(a[i * 40 + k], b[k * 19 + j], sum);
                }
                assertThat(c[i * 19 + j]).isEqualTo(sum);
            }
        }
    }

    @Test
    void lanesAreFilledInTurnAndJoinedByHalving() {
        for (var length : new int[] {1, 7, 8, 9, 16, 17, 50, 64}) {
            var x = Numbers64.mixed(length, length);
            var sums = new double[1];

            kernels().rowSums(Matrix64.ofRows(x, 0, length), 1, length, sums, 0);

            assertThat(sums[0]).isEqualTo(tree(x, 0, 1));
        }
    }

    /** Lanes i and i + half are added; so the tree of 8 lanes is ((0+4)+(2+6))+((1+5)+(3+7)). */
    private static double tree(double[] x, int lane, int step) {
        if (step == Lanes64.COUNT) {
            double sum = 0;
            for (var i = lane; i < x.length; i += step) {
                sum += x[i];
            }
            return sum;
        }
        return tree(x, lane, 2 * step) + tree(x, lane + step, 2 * step);
    }

    @Test
    void aVirtualVectorHasSixtyFourBytes() {
        assertThat(Lanes64.COUNT * Double.BYTES).isEqualTo(64);
    }
}
