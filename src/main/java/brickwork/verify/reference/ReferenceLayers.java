package brickwork.verify.reference;

import brickwork.model.Activation;
import brickwork.model.Layer;
import java.util.ArrayList;
import java.util.List;

/** Which reference layers a layer of the model is made of. */
final class ReferenceLayers {

    private ReferenceLayers() {}

    /** In the order of the forward pass. */
    static <S extends Scalar<S>> List<ReferenceLayer<S>> of(Layer layer, TensorEntries<S> entries, Mode mode) {
        var layers = new ArrayList<ReferenceLayer<S>>();
        layers.add(new AffineLayer<>(layer.weightName(), layer.biasName(), layer.inputs(), entries.of(layer.weightName()),
                layer.hasBias() ? entries.of(layer.biasName()) : List.of()));
        layer.norm().ifPresent(norm -> layers
                .add(new BatchNormalization<>(layer.tensorName("norm"), entries, norm.momentum(), norm.epsilon(), mode)));
        layers.add(layer.activation() instanceof Activation.Softmax
                ? new SoftmaxLayer<>()
                : new ActivationLayer<>(layer.number() - 1, layer.activation()));
        if (layer.dropout() > 0 && mode instanceof Mode.Training(var masks) && masks != Masks.NONE) {
            layers.add(new DropoutLayer<>(layer.number() - 1, masks));
        }
        return layers;
    }
}
