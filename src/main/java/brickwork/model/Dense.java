package brickwork.model;

import brickwork.model.TensorSpec.Role;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A dense layer: z = W·a + b, a' = f(z), W of shape [units, inputs], b of shape [units].
 *
 * @param number     counted from 1
 * @param name       the author's name for it, if given
 * @param inputs     width of what it takes
 * @param units      width of what it gives
 * @param activation f
 * @param weights    how W starts
 * @param bias       the bias
 * @param frozen     whether W and b keep their first values
 * @param dropout    probability with which an output is zeroed in training, in [0, 1)
 * @param origin     where the layer was written
 */
public record Dense(int number, Optional<String> name, int inputs, int units, Activation activation, Initialization weights, Bias bias,
        boolean frozen, double dropout, Origin origin) implements Layer {

    public Dense {
        Numbers.count("the number of a layer", number);
        Numbers.count("the inputs of a layer", inputs);
        Numbers.count("the units of a layer", units);
        Numbers.shareBelowOne("dropout", dropout);
    }

    @Override
    public List<TensorSpec> tensors() {
        var tensors = new ArrayList<TensorSpec>();
        tensors.add(new TensorSpec(tensorName("weight"), Shape.of(units, inputs), frozen ? Role.FIXED : Role.TRAINED, weights, true));
        bias.present().ifPresent(b -> tensors.add(new TensorSpec(tensorName("bias"), Shape.of(units),
                frozen || b.fixed() ? Role.FIXED : Role.TRAINED, b.initialization(), false)));
        return List.copyOf(tensors);
    }

    @Override
    public Dense withName(Optional<String> other) {
        return new Dense(number, other, inputs, units, activation, weights, bias, frozen, dropout, origin);
    }

    @Override
    public Dense withDropout(double probability) {
        return new Dense(number, name, inputs, units, activation, weights, bias, frozen, probability, origin);
    }

    @Override
    public Dense withStart(Function<TensorSpec, Initialization> start) {
        var tensors = tensors();
        var newWeights = start.apply(tensors.getFirst());
        var newBias = bias.present().<Bias>map(b -> new Bias.Present(start.apply(tensors.getLast()), b.fixed())).orElse(bias);
        return new Dense(number, name, inputs, units, activation, newWeights, newBias, frozen, dropout, origin);
    }
}
