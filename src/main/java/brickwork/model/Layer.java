package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One layer of a network: it takes a row of numbers and gives another, by way of tensors of its own. */
public sealed interface Layer permits Dense {

    /** Counted from 1. */
    int number();

    /** The author's name for it, if given. */
    Optional<String> name();

    /** Width of what it takes. */
    int inputs();

    /** Width of what it gives. */
    int units();

    /** What its last operation before dropout is. */
    Activation activation();

    /** Whether its trained tensors keep their first values. */
    boolean frozen();

    /** Probability with which an output is zeroed in training, in [0, 1). */
    double dropout();

    /** Where it was written. */
    Origin origin();

    /** What it holds, in the order of files and fingerprints. */
    List<TensorSpec> tensors();

    /** How it normalises over the batch before its activation, if it does. */
    Optional<Bias.Norm> norm();

    /** The tensors in which z, what the activation takes, is linear: where all of them change sign, z does. */
    List<TensorSpec> linearTensors();

    /** The fewest samples a batch of training may have. */
    int smallestBatch();

    /** The same layer, named otherwise. */
    Layer withName(Optional<String> other);

    Layer withDropout(double probability);

    /** The same layer, whose tensors start so. */
    Layer withStart(Function<TensorSpec, Initialization> start);

    /** The shape of what it gives for one sample. */
    default Shape output() {
        return Shape.of(units());
    }

    /** {@code layer1.weight}: the name of a tensor in reports and weights files. */
    default String tensorName(String word) {
        return "layer" + number() + "." + word;
    }

    /** How many numbers it holds. */
    default long parameters() {
        return tensors().stream().mapToLong(TensorSpec::elements).sum();
    }

    /** How a message names it: its number, and its own name where it has one. */
    default String title() {
        return "layer " + number() + name().map(n -> " (" + n + ")").orElse("");
    }

    /** {@code layer1.weight}. */
    default String weightName() {
        return tensorName("weight");
    }

    /** {@code layer1.bias}. */
    default String biasName() {
        return tensorName("bias");
    }

    default boolean hasBias() {
        return tensors().stream().anyMatch(tensor -> tensor.name().equals(biasName()));
    }

    default boolean weightsTrained() {
        return trains(weightName());
    }

    default boolean biasTrained() {
        return trains(biasName());
    }

    /** Those of its tensors that updates move. */
    default List<TensorSpec> trainedTensors() {
        return tensors().stream().filter(TensorSpec::trained).toList();
    }

    private boolean trains(String tensor) {
        return trainedTensors().stream().anyMatch(t -> t.name().equals(tensor));
    }
}
