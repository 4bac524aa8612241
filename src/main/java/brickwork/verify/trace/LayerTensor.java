package brickwork.verify.trace;

import brickwork.model.Layer;
import brickwork.model.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tensor of a layer, and what it is in the layer's formula.
 *
 * @param layer whose it is
 * @param spec  what the layer says of it
 */
public record LayerTensor(Layer layer, TensorSpec spec, Part part) {

    /**
     * What a tensor is in z = W·i + b or, where the layer normalises, in h = W·i, x = (h - mean)/√(variance + epsilon), z = gamma·x + beta.
     */
    public enum Part {
        WEIGHT,
        BIAS,
        GAMMA,
        BETA,
        /** The mean that prediction takes, which follows that of the batches. */
        RUNNING_MEAN,
        /** The variance that prediction takes, which follows that of the batches. */
        RUNNING_VARIANCE
    }

    private static final List<Part> PLAIN = List.of(Part.WEIGHT, Part.BIAS);
    private static final List<Part> NORMALIZED = List.of(Part.WEIGHT, Part.GAMMA, Part.BETA, Part.RUNNING_MEAN, Part.RUNNING_VARIANCE);

    /** The tensors of a layer, in its order. */
    static List<LayerTensor> of(Layer layer) {
        var specs = layer.tensors();
        var parts = layer.norm().isPresent() ? NORMALIZED : PLAIN;
        return IntStream.range(0, specs.size()).mapToObj(i -> new LayerTensor(layer, specs.get(i), parts.get(i))).toList();
    }
}
