package brickwork.verify.reference;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/** Which reference layers a layer of the model is made of, and which tensors they need. */
class ReferenceLayers {

    static final ReferenceLayers STANDARD = new ReferenceLayers();

    /** In the order of {@link brickwork.engine.Parameters}. */
    List<TensorSpec> tensors(Layer layer) {
        return layer.tensors();
    }

    /** In the order of the forward pass. */
    <S extends Scalar<S>> List<ReferenceLayer<S>> layers(Layer layer, TensorEntries<S> entries, Mode mode) {
        var layers = new ArrayList<ReferenceLayer<S>>();
        layers.add(new AffineLayer<>(layer.weightName(), layer.biasName(), layer.inputs(), entries.of(layer.weightName()),
                layer.hasBias() ? entries.of(layer.biasName()) : List.of()));
        if (layer instanceof Dense(_, _, _, _, _, _, Bias.Norm(var momentum, var epsilon, _), _, _, _)) {
            layers.add(new BatchNormalization<>(layer.tensorName("norm"), entries, momentum, epsilon, mode));
        }
        layers.add(layer.activation() instanceof Activation.Softmax
                ? new SoftmaxLayer<>()
                : new ActivationLayer<>(layer.number() - 1, layer.activation()));
        if (layer.dropout() > 0 && mode instanceof Mode.Training(var masks) && masks != Masks.NONE) {
            layers.add(new DropoutLayer<>(layer.number() - 1, masks));
        }
        return layers;
    }
}
