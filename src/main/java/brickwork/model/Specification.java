package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A whole spec, checked and resolved: a model, how it learns, and what is said of data and acceptance.
 *
 * @param name         for reports
 * @param seed         the one seed
 * @param precision    number type of training and prediction
 * @param data         the samples and their preparation
 * @param model        what is learnt
 * @param learning     how it learns
 * @param expectations in the order of the text
 * @param origin       the text it came from, if from a text
 */
public record Specification(Optional<String> name, long seed, Precision precision, DataSpec data, Model model, Learning learning,
        List<Expectation> expectations, Origin origin) {

    public Specification {
        expectations = List.copyOf(expectations);
    }

    /** A model that learns by {@code learning}: seed 0, f32, no name, no data, no expectations. */
    public static Specification of(Model model, Learning learning) {
        return new Specification(Optional.empty(), 0, Precision.F32, DataSpec.NONE, model, learning, List.of(), Origin.NONE);
    }

    /** The model of a spec that says layers. */
    public FeedForward feedForward() {
        return switch (model) {
            case FeedForward network -> network;
        };
    }

    /** Width of an input row. */
    public int inputs() {
        return model.inputs();
    }

    /** Width of an output row. */
    public int outputs() {
        return model.outputs();
    }

    /** How many numbers the model holds, frozen ones included. */
    public long parameters() {
        return model.parameters();
    }

    public Specification withName(Optional<String> other) {
        return new Specification(other, seed, precision, data, model, learning, expectations, origin);
    }

    public Specification withSeed(long other) {
        return new Specification(name, other, precision, data, model, learning, expectations, origin);
    }

    public Specification withPrecision(Precision other) {
        return new Specification(name, seed, other, data, model, learning, expectations, origin);
    }

    public Specification withData(DataSpec other) {
        return new Specification(name, seed, precision, other, model, learning, expectations, origin);
    }

    public Specification withModel(Model other) {
        return new Specification(name, seed, precision, data, other, learning, expectations, origin);
    }

    public Specification withLearning(Learning other) {
        return new Specification(name, seed, precision, data, model, other, expectations, origin);
    }

    public Specification withExpectations(List<Expectation> others) {
        return new Specification(name, seed, precision, data, model, learning, others, origin);
    }

    /** The feed-forward network with other layers. */
    public Specification withLayers(List<Layer> layers) {
        return withModel(feedForward().withLayers(layers));
    }
}
