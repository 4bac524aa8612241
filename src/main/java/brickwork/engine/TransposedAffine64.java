package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.kernel.Lanes64;
import brickwork.kernel.Matrix64;
import brickwork.plan.Step;

/**
 * z = W·a + b for one sample, from a copy of W that is turned, so that the weights of neighbouring units stand side by side and vectors run
 * over units. The chains are those of {@link ProductOperations64.Affine}.
 */
final class TransposedAffine64 extends Operation64 {

    /** Weights from which on the copy is worth its memory. */
    private static final int LARGE = 1 << 9;

    private final Kernels64 kernels;
    private final Matrix64 original;
    private final Matrix64 weights;
    private final Matrix64 input;
    private final double[] bias;
    private final int biasAt;
    private final Matrix64 output;
    private final int units;
    private final int inner;

    TransposedAffine64(Step.Affine step, Kernels64 kernels, ParameterStore64 store, Workspace64 workspace, double[] copy) {
        this.kernels = kernels;
        this.units = step.layer().units();
        this.inner = step.layer().inputs();
        var stride = Lanes64.roundUp(units);
        this.original = store.matrix(step.weights());
        this.weights = Matrix64.ofRows(copy, 0, stride).transposed();
        this.input = workspace.matrix(step.input());
        this.bias = step.bias().isPresent() ? store.values : null;
        this.biasAt = step.bias().map(b -> Math.toIntExact(b.offset())).orElse(0);
        this.output = workspace.matrix(step.output());
    }

    /** Room for the weights of a layer, turned. */
    static double[] copy(Step.Affine step) {
        return new double[Sizes.of("the turned weights of layer " + step.layer().number(),
                (long) step.layer().inputs() * Lanes64.roundUp(step.layer().units()))];
    }

    static boolean pays(Step.Affine step) {
        return step.weights().elements() >= LARGE;
    }

    /** Copies the weights as they are now. */
    void turn() {
        var from = original.values();
        var to = weights.values();
        for (var first = 0; first < units; first += Lanes64.COUNT) {
            var some = Math.min(Lanes64.COUNT, units - first);
            for (var i = 0; i < inner; i++) {
                var at = i * weights.columnStride() + first;
                for (int o = 0, p = original.at() + first * inner + i; o < some; o++, p += inner) {
                    to[at + o] = from[p];
                }
            }
        }
    }

    @Override
    void run(PassState64 frame) {
        kernels.product(weights, input, bias, biasAt, output, units, 1, inner);
    }
}
