package brickwork.corpus;

import static brickwork.corpus.Suite.EVERY_UPDATE;
import static brickwork.corpus.Suite.FROZEN_LAYERS;

import java.util.List;

/** Updates that are not those of the formulas. */
final class OptimizerFaults {

    private static final String UPDATES = "kernel/ScalarUpdates64.java";
    private static final String RULES = "engine/UpdateRule.java";
    private static final String KERNELS = "kernel/ScalarKernels64.java";
    private static final String CLIP = "engine/ClipOperation64.java";

    private OptimizerFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("sgd climbs")
                        .at(UPDATES, "w[i] = Math.fma(-rate, g[i], w[i]);", "w[i] = Math.fma(rate, g[i], w[i]);")
                        .caughtBy(EVERY_UPDATE, "mse", "layer"),
                Fault.of("momentum's coefficient stands at the gradient")
                        .at(UPDATES, "v[i] = Math.fma(momentum, v[i], g[i]);", "v[i] = Math.fma(momentum, g[i], v[i]);")
                        .caughtBy(EVERY_UPDATE, "momentum", "layer"),
                Fault.of("momentum is dampened")
                        .at(UPDATES, "v[i] = Math.fma(momentum, v[i], g[i]);", "v[i] = Math.fma(momentum, v[i], (1 - momentum) * g[i]);")
                        .caughtBy(EVERY_UPDATE, "momentum", "layer"),
                Fault.of("nesterov is plain momentum")
                        .at(UPDATES, "nesterov ? Math.fma(momentum, v[i], g[i]) : v[i]", "v[i]")
                        .caughtBy(EVERY_UPDATE, "nesterov", "layer"),
                Fault.of("adam corrects no bias")
                        .at(RULES, "numbers[1] = rate / (1 - Power.of(formula.beta1(), t));", "numbers[1] = rate;")
                        .at(RULES, "numbers[2] = 1 / Math.sqrt(1 - Power.of(formula.beta2(), t));", "numbers[2] = 1;")
                        .caughtBy(EVERY_UPDATE, "adam", "layer"),
                Fault.of("adam counts its steps from 2")
                        .at(RULES, "var t = update + 1;", "var t = update + 2;")
                        .caughtBy(EVERY_UPDATE, "adam", "layer"),
                Fault.of("adam's betas are exchanged")
                        .at(UPDATES, "m[i] = Math.fma(beta1, m[i], rest1 * g[i]);", "m[i] = Math.fma(beta2, m[i], rest2 * g[i]);")
                        .at(UPDATES, "v[i] = Math.fma(beta2, v[i], rest2 * g[i] * g[i]);",
                                "v[i] = Math.fma(beta1, v[i], rest1 * g[i] * g[i]);")
                        .caughtBy(EVERY_UPDATE, "adam", "layer"),
                Fault.of("adam's epsilon stands inside the root")
                        .at(UPDATES, "Math.fma(root(v[i]), inverseRoot, epsilon)",
                                "root(Math.fma(v[i], inverseRoot * inverseRoot, epsilon))")
                        .caughtBy(EVERY_UPDATE, "adam", "layer"),
                Fault.of("adam's second moment forgets the square")
                        .at(UPDATES, "v[i] = Math.fma(beta2, v[i], rest2 * g[i] * g[i]);",
                                "v[i] = Math.fma(beta2, v[i], rest2 * Math.abs(g[i]));")
                        .caughtBy(EVERY_UPDATE, "adam", "layer"),
                Fault.of("adamw's decay is added to the gradient, as l2 would")
                        .at(RULES, "numbers[0] = 1 - rate * formula.decay();", "numbers[0] = formula.decay();")
                        .at(UPDATES, "m[i] = Math.fma(beta1, m[i], rest1 * g[i]);", """
                                g[i] += keep * w[i];
                                m[i] = Math.fma(beta1, m[i], rest1 * g[i]);""")
                        .at(UPDATES, "w[i] = Math.fma(-step, direction, keep * w[i]);", "w[i] = Math.fma(-step, direction, w[i]);")
                        .caughtBy(EVERY_UPDATE, "adamw", "layer"),
                Fault.of("adamw's decay is not multiplied by the rate")
                        .at(RULES, "numbers[0] = 1 - rate * formula.decay();", "numbers[0] = 1 - formula.decay();")
                        .caughtBy(EVERY_UPDATE, "adamw", "layer"),
                Fault.of("rmsprop's alpha and 1 - alpha are exchanged")
                        .at(UPDATES, "new RmsProp(Rounding64.of(alpha), Rounding64.of(1 - alpha),",
                                "new RmsProp(Rounding64.of(1 - alpha), Rounding64.of(alpha),")
                        .caughtBy(EVERY_UPDATE, "rmsprop", "layer"),
                Fault.of("rmsprop divides by the mean square, not by its root")
                        .at(UPDATES,
                                "s[i] = Math.fma(alpha, s[i], rest * g[i] * g[i]);\n"
                                        + "                w[i] = Math.fma(-rate, g[i] / (root(s[i]) + epsilon), w[i]);",
                                "s[i] = Math.fma(alpha, s[i], rest * g[i] * g[i]);\n"
                                        + "                w[i] = Math.fma(-rate, g[i] / (s[i] + epsilon), w[i]);")
                        .caughtBy(EVERY_UPDATE, "rmsprop", "layer"),
                Fault.of("adagrad forgets its sum")
                        .at(UPDATES, "s[i] = Math.fma(g[i], g[i], s[i]);", "s[i] = g[i] * g[i];")
                        .caughtBy(EVERY_UPDATE, "adagrad", "layer"),
                Fault.of("clip value turns the sign of what is far below")
                        .at(KERNELS, "x[i] > bound ? bound : x[i] < -bound ? -bound : x[i]",
                                "x[i] > bound ? bound : x[i] < -bound ? bound : x[i]")
                        .caughtBy(EVERY_UPDATE, "clip value", "layer"),
                Fault.of("clip norm takes each tensor by itself")
                        .at(CLIP, "private final boolean byNorm;", "private final boolean byNorm;\nprivate final ParameterStore64 store;")
                        .at(CLIP, "this.limit = clip.bound();", "this.limit = clip.bound();\nthis.store = store;")
                        .at(CLIP, "kernels.scale(gradients, 0, gradients.length, Rounding64.of(limit / frame.norm));", """
                                var at = 0;
                                for (var tensor : store.parameters().tensors()) {
                                    var length = tensor.values().length;
                                    var norm = Math.sqrt(kernels.sumOfSquares(gradients, at, length));
                                    if (norm > limit) {
                                        kernels.scale(gradients, at, length, Rounding64.of(limit / norm));
                                    }
                                    at += length;
                                }
                                """)
                        .caughtBy(EVERY_UPDATE, "clip norm", "layer"),
                Fault.of("clip norm adds an epsilon to the norm, as PyTorch does")
                        .at(CLIP, "Rounding64.of(limit / frame.norm)", "Rounding64.of(limit / (frame.norm + 1e-6))")
                        .caughtBy(EVERY_UPDATE, "clip norm", "layer"),
                Fault.of("gradients are clipped before the penalty's is added")
                        .at("plan/Planner.java",
                                "network.learning().descent().clip().ifPresent(clip -> steps.add(new Step.ClipGradients(clip, elements)));",
                                """
                                        network.learning().descent().clip().ifPresent(clip -> {
                                            steps.add(new Step.ClipGradients(clip, elements));
                                            steps.add(new Step.PenaltyGradient(network.feedForward().loss().penalties(),
                                                    penalized(TensorSlot::trained)));
                                        });
                                        """)
                        .at("plan/ExecutionPlan.java", "loss.penaltyBackward().ifPresent(steps::add);", """
                                if (network.learning().descent().clip().isEmpty()) {
                                    loss.penaltyBackward().ifPresent(steps::add);
                                }
                                """)
                        .caughtBy(EVERY_UPDATE, "clip norm", "layer"),
                Fault.of("a frozen layer moves")
                        .at("model/Dense.java", "frozen ? Role.FIXED : Role.TRAINED, weights", "Role.TRAINED, weights")
                        .caughtBy(FROZEN_LAYERS, "layer1.weight"));
    }
}
