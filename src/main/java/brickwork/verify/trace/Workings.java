package brickwork.verify.trace;

import brickwork.model.Optimizer;
import brickwork.verify.reference.ReferenceTraining;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The numbers between a gradient g and a new w in the first step, where everything remembered was 0, by these names:
 * <ul>
 * <li>sgd with momentum: {@code v}; with nesterov also {@code move} = g + momentum·v
 * <li>adam: {@code m}, {@code v}, {@code mean} = m/(1 - beta1), {@code square} = v/(1 - beta2); adamw first
 * {@code kept} = w - rate·decay·w
 * <li>rmsprop, adagrad: {@code s}
 * </ul>
 */
public final class Workings {

    private Workings() {}

    /**
     * The numbers of one tensor.
     *
     * @param training after the step
     */
    static Map<String, double[]> of(Optimizer.Rule rule, double rate, ReferenceTraining training, String tensor, double[] w, double[] g) {
        var workings = new LinkedHashMap<String, double[]>();
        switch (rule) {
            case Optimizer.Sgd(var momentum, var nesterov) when momentum > 0 -> {
                var v = training.memory(tensor + ".v");
                workings.put("v", v);
                if (nesterov) {
                    workings.put("move", each(w.length, i -> g[i] + momentum * v[i]));
                }
            }
            case Optimizer.Sgd _ -> {}
            case Optimizer.Adam adam -> {
                var m = training.memory(tensor + ".m");
                var v = training.memory(tensor + ".v");
                if (adam.decoupled()) {
                    workings.put("kept", each(w.length, i -> w[i] - rate * adam.decay() * w[i]));
                }
                workings.put("m", m);
                workings.put("v", v);
                workings.put("mean", each(w.length, i -> m[i] / (1 - adam.beta1())));
                workings.put("square", each(w.length, i -> v[i] / (1 - adam.beta2())));
            }
            case Optimizer.RmsProp _, Optimizer.AdaGrad _ -> workings.put("s", training.memory(tensor + ".s"));
        }
        return workings;
    }

    private static double[] each(int length, IntToDoubleFunction number) {
        return IntStream.range(0, length).mapToDouble(number).toArray();
    }
}
