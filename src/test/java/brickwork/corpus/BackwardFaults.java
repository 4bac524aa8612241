package brickwork.corpus;

import static brickwork.corpus.Suite.EVERY_UPDATE;
import static brickwork.corpus.Suite.GRADIENTS_OF_A_WIDE_LAYER;
import static brickwork.corpus.Suite.GRADIENTS_OF_LOSSES;
import static brickwork.corpus.Suite.WORKED_BY_HAND;

import java.util.List;

/** Faults in how gradients go back through a network and what they meet on the way. */
final class BackwardFaults {

    private static final String PRODUCTS = "engine/ProductOperations64.java";
    private static final String LAYERS = "engine/LayerOperations64.java";

    private BackwardFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("the output weights are updated before the hidden deltas are computed")
                        .at(PRODUCTS, "private final boolean inLanes;",
                                "private final boolean inLanes;\nprivate final ParameterStore64 store;")
                        .at(PRODUCTS, "this.inLanes = step.order() == ReductionOrder.LANES;",
                                "this.inLanes = step.order() == ReductionOrder.LANES;\nthis.store = store;")
                        .at(PRODUCTS, "kernels.product(delta, input, null, 0, gradient, rows, columns, frame.count);\n            }", """
                                kernels.product(delta, input, null, 0, gradient, rows, columns, frame.count);
                                }
                                for (var i = gradient.at(); frame.training && i < gradient.at() + rows * columns; i++) {
                                    store.values[i] -= Rounding64.of(frame.rate) * gradient.values()[i];
                                    gradient.values()[i] = 0;
                                }
                                """)
                        .at(PRODUCTS, "import brickwork.kernel.Matrix64;",
                                "import brickwork.kernel.Matrix64;\nimport brickwork.kernel.Rounding64;")
                        .caughtBy(WORKED_BY_HAND, "0.2910279239"),
                Fault.of("one wrong entry among ten thousand")
                        .at(PRODUCTS, "kernels.product(delta, input, null, 0, gradient, rows, columns, frame.count);\n            }", """
                                kernels.product(delta, input, null, 0, gradient, rows, columns, frame.count);
                                }
                                if (rows * columns == 10_000) {
                                    gradient.values()[gradient.at() + 17 * columns + 23] *= 1.001d;
                                }
                                """)
                        .caughtBy(GRADIENTS_OF_A_WIDE_LAYER, "layer1.weight[17][23]"),
                Fault.of("a bias has the gradient of the last sample only")
                        .at("kernel/ScalarKernels64.java", "lanes[j % Lanes64.COUNT] += x.values()[row + j];",
                                "lanes[0] = x.values()[row + j];")
                        .caughtBy(GRADIENTS_OF_LOSSES, "mse on linear", ".bias["),
                Fault.of("gradients of biases pile up from step to step")
                        .at("kernel/ScalarKernels64.java", "sums[sumsAt + i] = Lanes64.join(lanes);",
                                "sums[sumsAt + i] += Lanes64.join(lanes);")
                        .caughtBy(EVERY_UPDATE, "mse", ".bias"),
                Fault.of("a stale activation buffer: the second batch meets what the first one left")
                        .at(LAYERS, "kernel.forward(z, a, at, units, columns(ofHost, frame), stride);",
                                "if (frame.from == 0 || z == a) {\nkernel.forward(z, a, at, units, columns(ofHost, frame), stride);\n}")
                        .caughtBy(EVERY_UPDATE, "mse", "layer"),
                Fault.of("the derivative of the last layer's activation is left out")
                        .at("plan/LayerPlanner.java", "backward.add(new Step.ActivationGradient(layer, preActivations, activations, to));",
                                "")
                        .caughtBy(GRADIENTS_OF_LOSSES, "0.5*sse on sigmoid", "layer2."),
                Fault.of("dropped units are learned from")
                        .at(LAYERS, "kernels.multiply(delta, mask, delta, 0, length);", "")
                        .caughtBy(EVERY_UPDATE, "dropout", "layer"),
                Fault.of("weights are read by rows where their transposed is wanted")
                        .at(PRODUCTS, "store.matrix(step.weights()).transposed().fromRow(from)",
                                "Matrix64.ofRows(store.values, Math.toIntExact(step.weights().offset()), "
                                        + "step.layer().units()).fromRow(from)")
                        .caughtBy(GRADIENTS_OF_LOSSES, "mse on linear", "layer1."));
    }
}
