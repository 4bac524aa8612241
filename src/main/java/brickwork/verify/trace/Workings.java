package brickwork.verify.trace;

import brickwork.model.Optimizer;
import brickwork.verify.reference.ReferenceTraining;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The numbers between a gradient g and a new w in the first step, where everything remembered was 0, by the names that
 * {@link brickwork.model.UpdateFormula} gives them.
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
        for (var working : rule.formula().workings()) {
            workings.put(working.name(), working.value()
                    .map(value -> each(w.length, i -> value.applyAsDouble(name -> number(name, rate, w, g, workings, i))))
                    .orElseGet(() -> training.memory(tensor + "." + working.name())));
        }
        return workings;
    }

    private static double number(String name, double rate, double[] w, double[] g, Map<String, double[]> workings, int i) {
        return switch (name) {
            case "w" -> w[i];
            case "g" -> g[i];
            case "rate" -> rate;
            default -> workings.get(name)[i];
        };
    }

    private static double[] each(int length, IntToDoubleFunction number) {
        return IntStream.range(0, length).mapToDouble(number).toArray();
    }
}
