package brickwork.verify;

import java.util.Arrays;
import java.util.List;

/**
 * An input that a statement about inputs is false for.
 *
 * @param inputs  in the data's own units, or scaled where the statement is about scaled inputs
 * @param outputs what the network gives for them
 */
public record Counterexample(List<Double> inputs, List<Double> outputs) {

    public Counterexample {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    public static Counterexample of(double[] inputs, double[] outputs) {
        return new Counterexample(Arrays.stream(inputs).boxed().toList(), Arrays.stream(outputs).boxed().toList());
    }
}
