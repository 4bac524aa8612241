package brickwork.verify.reference;

import java.util.List;

/**
 * What one sample makes of the network, layer by layer.
 *
 * @param inputs  what the first layer takes
 * @param sums    z of each layer
 * @param outputs a = f(z) of each layer
 * @param passed  what each layer hands on: a, or a·mask where outputs are dropped
 */
public record Trace<S extends Scalar<S>>(List<S> inputs, List<List<S>> sums, List<List<S>> outputs, List<List<S>> passed) {

    /** What layer {@code layer}, counted from 0, takes. */
    public List<S> into(int layer) {
        return layer == 0 ? inputs : passed.get(layer - 1);
    }
}
