package brickwork.corpus;

import static brickwork.corpus.Suite.EVERY_UPDATE;
import static brickwork.corpus.Suite.FROZEN_LAYERS;
import static brickwork.corpus.Suite.GRADIENTS_OF_LOSSES;
import static brickwork.corpus.Suite.NOTHING_LEFT_TO_LEARN;
import static brickwork.corpus.Suite.WORKED_BY_HAND;

import java.util.List;

/** Losses and penalties whose value or gradient is wrong. */
final class LossFaults {

    private static final String SCALAR = "kernel/ScalarLosses64.java";
    private static final String OPERATIONS = "engine/LossOperations64.java";
    private static final String PENALTY = "engine/PenaltyTerm64.java";

    private LossFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("mse's gradient lacks its 2")
                        .at(SCALAR, "return d + d;", "return d;")
                        .caughtBy(GRADIENTS_OF_LOSSES, "mse on linear", "layer1.")
                        .caughtBy(WORKED_BY_HAND, "the loss is"),
                Fault.of("mae's gradient is 1 where the error is 0")
                        .at(SCALAR, "d > 0 ? 1 : d < 0 ? -1 : 0", "d >= 0 ? 1 : -1")
                        .caughtBy(NOTHING_LEFT_TO_LEARN, "mae", "the loss is 0"),
                Fault.of("huber's gradient is cut to 1 whatever its D")
                        .at(SCALAR, "d > threshold ? threshold : d < -threshold ? -threshold : d",
                                "d > threshold ? 1 : d < -threshold ? -1 : d")
                        .caughtBy(GRADIENTS_OF_LOSSES, "huber 0.3 on linear", "layer2.bias"),
                Fault.of("huber's linear branch does not meet the quadratic one")
                        .at(SCALAR, "threshold * (size - 0.5d * threshold)", "threshold * size")
                        .caughtBy(EVERY_UPDATE, "huber 0.5", "loss"),
                Fault.of("bce's gradient goes through the sigmoid twice")
                        .at(SCALAR, "double derivative(double z, double a, double y) {\n            return a - y;",
                                "double derivative(double z, double a, double y) {\n            return (a - y) * a * (1 - a);")
                        .caughtBy(GRADIENTS_OF_LOSSES, "bce on sigmoid", "layer2.weight"),
                Fault.of("bce is divided by the samples alone")
                        .at(OPERATIONS, "this.meanOverUnits = switch (term.kind()) {",
                                "this.meanOverUnits = !(term.kind() instanceof LossTerm.BinaryCrossEntropy) && switch (term.kind()) {")
                        .caughtBy(GRADIENTS_OF_LOSSES, "bce on sigmoid", "layer2.weight"),
                Fault.of("a mean is taken for a sum: sse is divided by the outputs too")
                        .at(OPERATIONS, "factor / (meanOverUnits ? (long) samples * units : samples)", "factor / ((long) samples * units)")
                        .caughtBy(GRADIENTS_OF_LOSSES, "0.5*sse on sigmoid", "layer1.")
                        .caughtBy(WORKED_BY_HAND, "the initial loss"),
                Fault.of("a sum is taken for a mean: gradients are not divided by the samples")
                        .at(OPERATIONS, "Rounding64.of(term.weight(frame.count, units))", "Rounding64.of(term.weight(1, units))")
                        .caughtBy(GRADIENTS_OF_LOSSES, "mse on linear", "layer1."),
                Fault.of("the last batch, smaller than the others, is divided by the size of a full one")
                        .at(OPERATIONS, "private final boolean adds;", "private final boolean adds;\nprivate int most;")
                        .at(OPERATIONS, "var add = adds;", "var add = adds;\nmost = Math.max(most, frame.count);")
                        .at(OPERATIONS, "Rounding64.of(term.weight(frame.count, units))", "Rounding64.of(term.weight(most, units))")
                        .caughtBy(EVERY_UPDATE, "mse", "layer"),
                Fault.of("a second loss term takes the place of the first")
                        .at(OPERATIONS, "add = true;", "add = adds;")
                        .caughtBy(GRADIENTS_OF_LOSSES, "huber 1 + mae on linear", "layer2.bias"),
                Fault.of("cross-entropy's gradient takes it that the targets sum to 1")
                        .at("kernel/ScalarCrossEntropy64.java", "Math.fma(a[i], whole, -y[i])", "a[i] - y[i]")
                        .caughtBy(GRADIENTS_OF_LOSSES, "cross_entropy of shares", "layer2."),
                Fault.of("the ridge gradient of the article: the sum of squares is added to every entry")
                        .at(PENALTY, "Squares(TensorSlot slot, Kernels64 kernels, ParameterStore64 store, double twice) {", """
                                private static void addToEvery(double sum, double[] g, int from, int count) {
                                    for (var i = from; i < from + count; i++) {
                                        g[i] += sum;
                                    }
                                }

                                Squares(TensorSlot slot, Kernels64 kernels, ParameterStore64 store, double twice) {""")
                        .at(PENALTY, "kernels.addScaled(store.values, at, twice,",
                                "addToEvery(0.5d * twice * kernels.sumOfSquares(store.values, at, length),")
                        .caughtBy(GRADIENTS_OF_LOSSES, "0.2*mse + l2 0.01 on linear", "the gradcheck diff of the penalty"),
                Fault.of("l2's gradient lacks its 2")
                        .at(PENALTY, "Rounding64.of(2 * lambda)", "Rounding64.of(lambda)")
                        .caughtBy(GRADIENTS_OF_LOSSES, "0.2*mse + l2 0.01 on linear", "the gradcheck diff of the penalty"),
                Fault.of("the penalty's gradient is divided by the batch")
                        .at("engine/Lowering64.java", "new PenaltyOperations64.Gradient(gradient, kernels[0], store)",
                                """
                                        new PenaltyOperations64.Gradient(new Step.PenaltyGradient(gradient.penalties().stream()
                                                .map(p -> (brickwork.model.Penalty) \
                                        new brickwork.model.Penalty.L2(p.lambda() / plan.batch(), p.origin()))
                                                .toList(), gradient.weights()), kernels[0], store)""")
                        .caughtBy(GRADIENTS_OF_LOSSES, "0.2*mse + l2 0.01 on linear", "the gradcheck diff of the penalty"),
                Fault.of("l1 pulls negative weights away from 0")
                        .at("kernel/ScalarKernels64.java", "y[yAt + i] -= factor;", "y[yAt + i] += factor;")
                        .caughtBy(GRADIENTS_OF_LOSSES, "0.1*mse + l1 0.01 on linear", "the gradcheck diff of the penalty"),
                Fault.of("biases are penalised")
                        .at("plan/Planner.java", "slots.stream().filter(s -> s.tensor().penalized()).filter(which).toList()",
                                "slots.stream().filter(which).toList()")
                        .caughtBy(GRADIENTS_OF_LOSSES, "0.2*mse + l2 0.01 on linear", "the gradcheck diff of the penalty"),
                Fault.of("the penalty leaves frozen weights out")
                        .at("plan/LayerPlanner.java", "planner.penalized(slot -> true)", "planner.penalized(TensorSlot::trained)")
                        .caughtBy(FROZEN_LAYERS, "penalty"));
    }
}
