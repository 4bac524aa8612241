package brickwork.corpus;

import static brickwork.corpus.Suite.EVERY_UPDATE;
import static brickwork.corpus.Suite.GRADIENTS_OF_ACTIVATIONS;
import static brickwork.corpus.Suite.GRADIENTS_OF_LOSSES;
import static brickwork.corpus.Suite.SAME_BITS_WITH_BOTH_KERNEL_SETS;
import static brickwork.corpus.Suite.SAME_BITS_WITH_TWO_THREADS;
import static brickwork.corpus.Suite.VALUES_OF_ACTIVATIONS;

import java.util.List;

/** Kernels that compute something else, or the same in another order. */
final class KernelFaults {

    private static final String PRODUCTS = "kernel/ScalarProducts64.java";

    private KernelFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("a kernel tail drops the last lane")
                        .at("kernel/simd/VectorUpdates64.java", "scalar.update(w, g, state, end, at + length - end, numbers);",
                                "scalar.update(w, g, state, end, at + length - end - 1, numbers);")
                        .caughtBy(SAME_BITS_WITH_BOTH_KERNEL_SETS, "kernels give"),
                Fault.of("a product leaves out the columns beyond the last whole tile")
                        .at(PRODUCTS, "for (var j = whole; j < n; j++) {", "for (var j = whole; j < n - 1; j++) {")
                        .caughtBy(GRADIENTS_OF_LOSSES, "mse on linear", "layer"),
                Fault.of("a tile of a product reads one column twice")
                        .at(PRODUCTS, "c7 = Math.fma(f, y[q + 7 * next], c7);", "c7 = Math.fma(f, y[q + 6 * next], c7);")
                        .caughtBy(GRADIENTS_OF_LOSSES, "mse on linear", "layer"),
                Fault.of("a product stops one term before the last")
                        .at(PRODUCTS, "for (var kk = 0; kk < k; kk++) {", "for (var kk = 0; kk < k - 1; kk++) {")
                        .caughtBy(EVERY_UPDATE, "a large batch", "layer3.weight"),
                Fault.of("a product rounds twice a term")
                        .at(PRODUCTS, "sum = Math.fma(x[p], y[q], sum);", "sum += x[p] * y[q];")
                        .caughtBy(SAME_BITS_WITH_BOTH_KERNEL_SETS, "kernels give"),
                Fault.of("lanes are joined in their order, not in the fixed tree")
                        .at("kernel/ScalarKernels64.java", "sums[sumsAt + i] = Lanes64.join(lanes);", """
                                sums[sumsAt + i] = 0;
                                for (var lane : lanes) {
                                    sums[sumsAt + i] += lane;
                                }
                                """)
                        .caughtBy(SAME_BITS_WITH_BOTH_KERNEL_SETS, "kernels give"),
                Fault.of("joining the lanes loses one")
                        .at("kernel/Lanes64.java", "(x1 + x5 + (x3 + x7))", "(x1 + x5 + x3)")
                        .caughtBy(GRADIENTS_OF_LOSSES, "mse on linear", ".bias["),
                Fault.of("threads share out one row too few")
                        .at("engine/Lowering64.java", "share(rows, parts, p + 1) - from",
                                "share(rows, parts, p + 1) - from - (p < parts - 1 ? 1 : 0)")
                        .caughtBy(SAME_BITS_WITH_TWO_THREADS, "one thread gives"),
                Fault.of("SIMD leaky_relu goes back by its slope on both sides")
                        .at("kernel/simd/VectorActivations64.java", "v.broadcast(slope).blend(1d, v.compare(GT, 0d))", "v.broadcast(slope)")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "leaky_relu 0.1", "layer2.weight"),
                Fault.of("exp is right to eight digits")
                        .at("kernel/Polynomials64.java", "EXP_2 = 0.04166666666666668;", "EXP_2 = 0.041666;")
                        .touching("kernel/simd/VectorPolynomials64.java")
                        .caughtBy(VALUES_OF_ACTIVATIONS, "sigmoid", "output 0 for row 1"));
    }
}
