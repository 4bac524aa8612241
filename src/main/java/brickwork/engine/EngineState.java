package brickwork.engine;

import java.util.List;

/**
 * Parameters and what the optimizer remembers, exactly.
 *
 * @param parameters all weights and biases
 * @param memory     the optimizer's tensors, named {@code layer1.weight.m} and so on
 */
public record EngineState(Parameters parameters, List<Tensor> memory) {

    public EngineState {
        memory = List.copyOf(memory);
    }
}
