package brickwork.verify.trace;

import brickwork.model.Specification;
import brickwork.random.Philox;
import brickwork.random.RandomStream;
import brickwork.verify.reference.Masks;

/**
 * The masks that training draws. Each number is a word of the Philox block which counts samples in fours, units and updates, under the key
 * that begins the layer's stream of the seed; an output is dropped where the word is below p·2³².
 *
 * @param update updates made before this one
 */
public record DropoutMasks(Specification network, long update) implements Masks {

    @Override
    public double factor(int layer, int unit, int sample) {
        var dropout = network.feedForward().layers().get(layer).dropout();
        if (dropout == 0) {
            return 1;
        }
        var key = new RandomStream(network.seed(), "dropout/layer" + network.feedForward().layers().get(layer).number()).nextLong();
        var block = new int[4];
        Philox.fill(block, sample / 4, unit, (int) update, (int) (update >>> 32), (int) key, (int) (key >>> 32));
        return Integer.toUnsignedLong(block[sample % 4]) < Math.round(dropout * 0x1p32) ? 0 : 1 / (1 - dropout);
    }
}
