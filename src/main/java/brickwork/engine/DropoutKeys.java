package brickwork.engine;

import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.random.RandomStream;

/** The Philox keys of dropout: the first two words of the stream {@code dropout/layerN} of the network's seed. */
final class DropoutKeys {

    private DropoutKeys() {}

    static long of(Specification network, Layer layer) {
        return new RandomStream(network.seed(), "dropout/layer" + layer.number()).nextLong();
    }
}
