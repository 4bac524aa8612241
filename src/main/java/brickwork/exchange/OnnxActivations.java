package brickwork.exchange;

import brickwork.exchange.OnnxModel.Attribute;
import brickwork.model.Activation;
import java.util.Map;
import java.util.Optional;

/**
 * The activations as ONNX operators (onnx.ai/onnx/operators), all of them as they are since operator set 13. An operator that came later
 * is composed of older ones, in the form in which PyTorch writes it, so that runtimes find it again.
 */
final class OnnxActivations {

    private OnnxActivations() {}

    /** How a function is said in ONNX. */
    sealed interface Form {

        /** z itself. */
        record Nothing() implements Form {}

        /** One operator. */
        record Single(String operator, Map<String, Attribute> attributes) implements Form {}

        /** z times what these operators make of z, one after the other. */
        record TimesZ(String first, Optional<String> second) implements Form {}

        /** z times (1 + erf(z/√2)), times a half. */
        record GaussianError() implements Form {}

        /** It cannot be said. */
        record Unsayable(String word) implements Form {}
    }

    static Form of(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> new Form.Nothing();
            case Activation.Sigmoid _ -> single("Sigmoid");
            case Activation.Tanh _ -> single("Tanh");
            case Activation.Relu _ -> single("Relu");
            case Activation.LeakyRelu(var slope) -> single("LeakyRelu", "alpha", slope);
            case Activation.Elu(var alpha) -> single("Elu", "alpha", alpha);
            case Activation.Selu _ -> new Form.Single("Selu",
                    Map.of("alpha", real(Activation.Selu.ALPHA), "gamma", real(Activation.Selu.SCALE)));
            case Activation.Gelu _ -> new Form.GaussianError();
            case Activation.Silu _ -> new Form.TimesZ("Sigmoid", Optional.empty());
            case Activation.Mish _ -> new Form.TimesZ("Softplus", Optional.of("Tanh"));
            case Activation.Softplus _ -> single("Softplus");
            case Activation.Softmax _ -> new Form.Single("Softmax", Map.of("axis", new Attribute.Whole(-1)));
            case Activation.Host host -> new Form.Unsayable(host.word());
        };
    }

    private static Form single(String operator) {
        return new Form.Single(operator, Map.of());
    }

    private static Form single(String operator, String parameter, double value) {
        return new Form.Single(operator, Map.of(parameter, real(value)));
    }

    private static Attribute real(double value) {
        return new Attribute.Real(value);
    }
}
