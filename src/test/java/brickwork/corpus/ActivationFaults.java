package brickwork.corpus;

import static brickwork.corpus.Suite.GRADIENTS_OF_ACTIVATIONS;
import static brickwork.corpus.Suite.GRADIENTS_OF_LOSSES;
import static brickwork.corpus.Suite.VALUES_OF_ACTIVATIONS;

import java.util.List;

/** Activations that are computed wrongly, or go back wrongly. */
final class ActivationFaults {

    private static final String SCALAR = "kernel/ScalarActivations64.java";

    private ActivationFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("sigmoid's derivative takes the sigmoid of a once more")
                        .at(SCALAR, "return a * (1 - a);", "var s = Elementary64.sigmoid(a);\nreturn s * (1 - s);")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "sigmoid", "layer1."),
                Fault.of("tanh's derivative forgets the square")
                        .at(SCALAR, "Math.fma(-a, a, 1)", "1 - a")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "tanh", "layer1.bias"),
                Fault.of("relu lets every gradient pass")
                        .at(SCALAR, "return a > 0 ? 1 : 0;", "return 1;")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "relu", "layer1."),
                Fault.of("leaky_relu goes back as relu")
                        .at(SCALAR, "(slope < 0 ? z : a) > 0 ? 1 : slope", "(slope < 0 ? z : a) > 0 ? 1 : 0")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "leaky_relu 0.1", "layer1."),
                Fault.of("leaky_relu with a negative slope takes the side from a")
                        .at(SCALAR, "(slope < 0 ? z : a) > 0 ? 1 : slope", "a > 0 ? 1 : slope")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "leaky_relu -0.3", "layer1."),
                Fault.of("elu's derivative below 0 is a, not a + alpha")
                        .at(SCALAR, "> 0 ? 1 : a + alpha", "> 0 ? 1 : a")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "elu 0.7", "layer1."),
                Fault.of("selu's derivative above 0 is 1")
                        .at(SCALAR, "return a > 0 ? SCALE : a + BOTH;", "return a > 0 ? 1 : a + BOTH;")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "selu", "layer1."),
                Fault.of("selu's constants are rounded")
                        .at("model/Activation.java", "1.0507009873554804934193349852946", "1.0507")
                        .touching(SCALAR, "verify/reference/ReferenceActivation.java")
                        .caughtBy(VALUES_OF_ACTIVATIONS, "selu", "output 0 for row 1"),
                Fault.of("gelu is its approximation by tanh")
                        .at(SCALAR, "Math.fma(0.5d, Elementary64.erf(z * ROOT_HALF), 0.5d)",
                                "0.5d + 0.5d * Elementary64.tanh(0.7978845608028654d * (z + 0.044715d * z * z * z))")
                        .caughtBy(VALUES_OF_ACTIVATIONS, "gelu", "output 0 for row 1")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "gelu", "layer2.weight"),
                Fault.of("mish's derivative forgets the sigmoid")
                        .at(SCALAR, "Math.fma(z * (r / (n + r) * (t + 1)), s, t)", "Math.fma(z, r / (n + r) * (t + 1), t)")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "mish", "layer1."),
                Fault.of("silu's derivative is the sigmoid alone")
                        .at(SCALAR, "s * Math.fma(z, 1 - s, 1)", "s")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "silu", "layer1."),
                Fault.of("softplus's derivative takes the sigmoid of a")
                        .at(SCALAR, "double derivative(double z, double a) {\n            return Elementary64.sigmoid(z);",
                                "double derivative(double z, double a) {\n            return Elementary64.sigmoid(a);")
                        .caughtBy(GRADIENTS_OF_ACTIVATIONS, "softplus", "layer1."),
                Fault.of("softmax goes back without its cross terms")
                        .at("kernel/ScalarSoftmax64.java", "delta[i] = a[i] * (delta[i] - mean);",
                                "delta[i] = a[i] * (1 - a[i]) * delta[i];")
                        .caughtBy(GRADIENTS_OF_LOSSES, "sse on softmax", "layer2."),
                Fault.of("softmax is divided by the number of units, not by the sum")
                        .at("kernel/ScalarSoftmax64.java", "a[i] /= sum;", "a[i] /= units;")
                        .caughtBy(GRADIENTS_OF_LOSSES, "cross_entropy on softmax", "layer2.bias"));
    }
}
