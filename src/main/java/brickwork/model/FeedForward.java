package brickwork.model;

import java.util.List;

/**
 * Layers one after the other, and the loss that training makes small.
 *
 * @param layers at least one, in order; each takes what the one before it gives
 * @param loss   data terms and penalties
 */
public record FeedForward(List<Layer> layers, Loss loss) implements Model {

    /** @throws IllegalArgumentException where there is no layer, or one does not fit the layer before it */
    public FeedForward {
        layers = List.copyOf(layers);
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

    @Override
    public int inputs() {
        return layers.getFirst().inputs();
    }

    @Override
    public int outputs() {
        return layers.getLast().units();
    }

    public Layer lastLayer() {
        return layers.getLast();
    }

    @Override
    public long parameters() {
        return layers.stream().mapToLong(Layer::parameters).sum();
    }

    /** The fewest samples a batch of training may have. */
    public int smallestBatch() {
        return layers.stream().mapToInt(Layer::smallestBatch).max().orElseThrow();
    }

    public FeedForward withLayers(List<Layer> others) {
        return new FeedForward(others, loss);
    }

    public FeedForward withLoss(Loss other) {
        return new FeedForward(layers, other);
    }
}
