package brickwork.verify.reference;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Shape;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import brickwork.verify.RandomNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Networks whose every layer but the last normalises over the batch, between z and activation, and has no bias. */
public final class NormalizedNetworks {

    /** Of normalisation where nothing else is said. */
    public static final Settings USUAL = new Settings(0.1, 1e-5);

    private NormalizedNetworks() {}

    /** What running statistics are moved by, and what is added to variances. */
    public record Settings(double momentum, double epsilon) {}

    /** A network without biases below its last layer. */
    public static Specification network(Activation hidden, Activation last, Loss loss, int... widths) {
        var layers = new ArrayList<Layer>();
        for (var i = 1; i < widths.length; i++) {
            var isLast = i == widths.length - 1;
            var bias = isLast ? Bias.zeros() : new Bias.None();
            layers.add(RandomNetworks.layer(i, widths[i - 1], widths[i], isLast ? last : hidden, bias, false));
        }
        return RandomNetworks.network(layers, loss, Optimizer.standard(), Optional.empty());
    }

    /** The reference of {@code network} with normalised layers. */
    public static ReferenceNetwork of(Specification network, Settings settings) {
        return new ReferenceNetwork(network, new ReferenceLayers() {
            @Override
            List<TensorSpec> tensors(Layer layer) {
                var tensors = new ArrayList<>(super.tensors(layer));
                if (isNormalized(network, layer)) {
                    tensors.addAll(1, List.of(spec(layer, "gamma", TensorSpec.Role.TRAINED), spec(layer, "beta", TensorSpec.Role.TRAINED),
                            spec(layer, "mean", TensorSpec.Role.STATE), spec(layer, "variance", TensorSpec.Role.STATE)));
                }
                return tensors;
            }

            @Override
            <S extends Scalar<S>> List<ReferenceLayer<S>> layers(Layer layer, TensorEntries<S> entries, Mode mode) {
                var layers = new ArrayList<>(super.layers(layer, entries, mode));
                if (isNormalized(network, layer)) {
                    var name = "layer" + layer.number() + ".norm";
                    layers.add(1, new BatchNormalization<>(name, entries, settings.momentum(), settings.epsilon(), mode));
                }
                return layers;
            }
        });
    }

    private static TensorSpec spec(Layer layer, String name, TensorSpec.Role role) {
        return new TensorSpec(name(layer, name), Shape.of(layer.units()), role, new Initialization.Zeros(), false);
    }

    private static boolean isNormalized(Specification network, Layer layer) {
        return layer.number() < network.feedForward().layers().size();
    }

    private static String name(Layer layer, String tensor) {
        return "layer" + layer.number() + ".norm." + tensor;
    }

    /** Gamma around 1, beta around 0, running statistics that belong to no batch. */
    public static Parameters parameters(Specification network, RandomGenerator random) {
        var plain = RandomNetworks.parameters(network, random).tensors().stream().collect(Collectors.toMap(Tensor::name, tensor -> tensor));
        var tensors = new ArrayList<Tensor>();
        for (var layer : network.feedForward().layers()) {
            tensors.add(plain.get(layer.weightName()));
            if (isNormalized(network, layer)) {
                tensors.add(tensor(layer, "gamma", random, 1, 0.3));
                tensors.add(tensor(layer, "beta", random, 0, 0.3));
                tensors.add(tensor(layer, "mean", random, 0, 0.5));
                tensors.add(tensor(layer, "variance", random, 2, 0.1));
            }
            if (layer.hasBias()) {
                tensors.add(plain.get(layer.biasName()));
            }
        }
        return new Parameters(Precision.F64, tensors);
    }

    private static Tensor tensor(Layer layer, String name, RandomGenerator random, double mean, double deviation) {
        return new Tensor(name(layer, name), layer.units(), 1, false,
                random.doubles(layer.units()).map(_ -> random.nextGaussian(mean, deviation)).toArray());
    }
}
