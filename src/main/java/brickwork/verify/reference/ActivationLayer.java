package brickwork.verify.reference;

import brickwork.model.Activation;

/** a = f(z), f any activation but softmax. */
final class ActivationLayer<S extends Scalar<S>> extends ElementwiseLayer<S> {

    private final int layer;
    private final Activation f;
    private final Pieces pieces;

    /**
     * For a layer of the model.
     *
     * @param layer counted from 0, as {@link Branches} are asked
     */
    ActivationLayer(int layer, Activation f) {
        this.layer = layer;
        this.f = f;
        this.pieces = Pieces.of(f);
    }

    @Override
    S output(S z, int unit, int sample, Branches branches) {
        return z.branching().through(z, pieces, natural -> branches.ofPreActivation(layer, unit, sample, natural),
                (x, piece) -> ReferenceActivation.value(f, x, piece));
    }

    @Override
    double slope(double z, double a, int unit, int sample) {
        return ReferenceActivation.derivative(f, z, a);
    }

    @Override
    public ReferenceLayer<S> linearizedAt(Batch<S> in, Batch<S> out) {
        return f instanceof Activation.Host host ? new TangentLayer<>(layer, host, in, out) : this;
    }
}
