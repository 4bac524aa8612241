package brickwork.verify.reference;

/** Each output of a layer multiplied by 0 or by 1/(1 - P), as masks say. */
final class DropoutLayer<S extends Scalar<S>> extends ElementwiseLayer<S> {

    private final int layer;
    private final Masks masks;

    /**
     * After a layer of the model.
     *
     * @param layer counted from 0
     */
    DropoutLayer(int layer, Masks masks) {
        this.layer = layer;
        this.masks = masks;
    }

    @Override
    S output(S x, int unit, int sample, Branches branches) {
        return x.times(masks.factor(layer, unit, sample));
    }

    @Override
    double slope(double x, double y, int unit, int sample) {
        return masks.factor(layer, unit, sample);
    }
}
