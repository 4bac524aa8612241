package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A whole spec, checked and resolved: layers that fit each other, a loss that fits the last one, and what is said of data, training and
 * acceptance.
 *
 * @param name            for reports
 * @param seed            the one seed
 * @param precision       number type of training and prediction
 * @param data            the samples, if the spec names them
 * @param split           the parts; absent: everything is train
 * @param scaling         of the inputs, if any
 * @param layers          at least one, in order
 * @param loss            what training makes small
 * @param optimizer       how parameters move
 * @param clip            what is done to gradients first, if anything
 * @param training        how long, if the spec says
 * @param stops           when training ends early
 * @param checkpointEvery epochs between checkpoints, if any are wanted
 * @param expectations    in the order of the text
 * @param origin          the text it came from, if from a text
 */
public record Specification(Optional<String> name, long seed, Precision precision, Optional<DataSource> data, Optional<Split> split,
        Optional<Scaling> scaling, List<Layer> layers, Loss loss, Optimizer optimizer, Optional<Clip> clip, Optional<Training> training,
        List<Training.Stop> stops, OptionalInt checkpointEvery, List<Expectation> expectations, Origin origin) {

    public Specification {
        layers = List.copyOf(layers);
        stops = List.copyOf(stops);
        expectations = List.copyOf(expectations);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        for (var i = 1; i < layers.size(); i++) {
            if (layers.get(i).inputs() != layers.get(i - 1).units()) {
                throw new IllegalArgumentException(layers.get(i).title() + " takes " + layers.get(i).inputs() + " inputs, but "
                        + layers.get(i - 1).title() + " gives " + layers.get(i - 1).units());
            }
        }
    }

    /** Width of an input row. */
    public int inputs() {
        return layers.getFirst().inputs();
    }

    /** Width of an output row. */
    public int outputs() {
        return layers.getLast().units();
    }

    public Layer lastLayer() {
        return layers.getLast();
    }

    /** Number of weights and biases, frozen ones included. */
    public long parameters() {
        return layers.stream().mapToLong(l -> (long) l.units() * l.inputs() + (l.hasBias() ? l.units() : 0)).sum();
    }

    /** The same network under another seed. */
    public Specification withSeed(long newSeed) {
        return new Specification(name, newSeed, precision, data, split, scaling, layers, loss, optimizer, clip, training, stops, checkpointEvery,
                expectations, origin);
    }

    /** The same network in another number type. */
    public Specification withPrecision(Precision newPrecision) {
        return new Specification(name, seed, newPrecision, data, split, scaling, layers, loss, optimizer, clip, training, stops, checkpointEvery,
                expectations, origin);
    }

    /** The same network with other layers of the same shapes. */
    public Specification withLayers(List<Layer> newLayers) {
        return new Specification(name, seed, precision, data, split, scaling, newLayers, loss, optimizer, clip, training, stops, checkpointEvery,
                expectations, origin);
    }
}
