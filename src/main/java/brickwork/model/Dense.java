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
        tensors.addAll(bias.tensors(this::tensorName, units, frozen));
        return List.copyOf(tensors);
    }

    @Override
    public Optional<Bias.Norm> norm() {
        return bias instanceof Bias.Norm norm ? Optional.of(norm) : Optional.empty();
    }

    /** W and b; gamma and beta where it normalises. */
    @Override
    public List<TensorSpec> linearTensors() {
        return switch (bias) {
            case Bias.None _, Bias.Present _ -> tensors();
            case Bias.Norm _ -> bias.tensors(this::tensorName, units, frozen).subList(0, 2);
        };
    }

    @Override
    public int smallestBatch() {
        return bias.smallestBatch();
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
        return new Dense(number, name, inputs, units, activation, start.apply(tensors().getFirst()),
                bias.withStart(this::tensorName, units, start), frozen, dropout, origin);
    }
}
