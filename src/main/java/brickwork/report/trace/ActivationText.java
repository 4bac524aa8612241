package brickwork.report.trace;

import brickwork.model.Activation;

/** The activations and their derivatives as formulas, with letters and with numbers. */
final class ActivationText {

    private ActivationText() {}

    /** f(z). */
    static String formula(Activation f) {
        return switch (f) {
            case Activation.Linear _ -> "z";
            case Activation.Sigmoid _ -> "1/(1 + e^-z)";
            case Activation.Tanh _ -> "tanh(z)";
            case Activation.Relu _ -> "max(z, 0)";
            case Activation.LeakyRelu(var slope) -> "z where z > 0, else " + Digits.of(slope) + "*z";
            case Activation.Elu(var alpha) -> "z where z > 0, else " + Digits.of(alpha) + "*(e^z - 1)";
            case Activation.Selu _ -> scale() + "*(z where z > 0, else " + alpha() + "*(e^z - 1))";
            case Activation.Gelu _ -> "z/2*(1 + erf(z/sqrt(2)))";
            case Activation.Silu _ -> "z/(1 + e^-z)";
            case Activation.Softplus _ -> "ln(1 + e^z)";
            case Activation.Softmax _ -> "e^z/(sum of e^z over the units)";
            case Activation.Host host -> host.word() + "(z), a function of the host program";
        };
    }

    /** f(z) with the number z, for all but softmax. */
    static String value(Activation f, double z) {
        var number = Digits.of(z);
        var operand = Digits.operand(z);
        return switch (f) {
            case Activation.Linear _ -> number;
            case Activation.Sigmoid _ -> "1/(1 + e^" + Digits.of(-z) + ")";
            case Activation.Tanh _ -> "tanh(" + number + ")";
            case Activation.Relu _ -> "max(" + number + ", 0)";
            case Activation.LeakyRelu(var slope) -> z > 0 ? number : Digits.operand(slope) + "*" + operand;
            case Activation.Elu(var alpha) -> z > 0 ? number : Digits.operand(alpha) + "*(e^" + number + " - 1)";
            case Activation.Selu _ -> scale() + "*" + (z > 0 ? number : alpha() + "*(e^" + number + " - 1)");
            case Activation.Gelu _ -> operand + "/2*(1 + erf(" + number + "/sqrt(2)))";
            case Activation.Silu _ -> operand + "/(1 + e^" + Digits.of(-z) + ")";
            case Activation.Softplus _ -> "ln(1 + e^" + number + ")";
            case Activation.Host host -> host.word() + "(" + number + ")";
            case Activation.Softmax _ -> throw ofAllUnits();
        };
    }

    /** f'(z), for all but softmax. */
    static String slopeFormula(Activation f) {
        return switch (f) {
            case Activation.Linear _ -> "1";
            case Activation.Sigmoid _ -> "a*(1 - a)";
            case Activation.Tanh _ -> "1 - a^2";
            case Activation.Relu _ -> "1 where z > 0, else 0";
            case Activation.LeakyRelu(var slope) -> "1 where z > 0, else " + Digits.of(slope);
            case Activation.Elu(var alpha) -> "1 where z > 0, else " + Digits.of(alpha) + "*e^z";
            case Activation.Selu _ -> scale() + "*(1 where z > 0, else " + alpha() + "*e^z)";
            case Activation.Gelu _ -> "(1 + erf(z/sqrt(2)))/2 + z*e^(-z^2/2)/sqrt(2*pi)";
            case Activation.Silu _ -> "1/(1 + e^-z) + a*(1 - 1/(1 + e^-z))";
            case Activation.Softplus _ -> "1/(1 + e^-z)";
            case Activation.Host host -> host.word() + "'(z)";
            case Activation.Softmax _ -> throw ofAllUnits();
        };
    }

    /** f'(z) with the numbers z and a = f(z), for all but softmax. */
    static String slope(Activation f, double z, double a) {
        var number = Digits.of(z);
        var operand = Digits.operand(z);
        var output = Digits.operand(a);
        return switch (f) {
            case Activation.Linear _ -> "1";
            case Activation.Sigmoid _ -> output + "*(1 - " + output + ")";
            case Activation.Tanh _ -> "1 - " + output + "^2";
            case Activation.Relu _ -> z > 0 ? "1" : "0";
            case Activation.LeakyRelu(var slope) -> z > 0 ? "1" : Digits.of(slope);
            case Activation.Elu(var alpha) -> z > 0 ? "1" : Digits.operand(alpha) + "*e^" + number;
            case Activation.Selu _ -> scale() + (z > 0 ? "" : "*" + alpha() + "*e^" + number);
            case Activation.Gelu _ -> "(1 + erf(" + number + "/sqrt(2)))/2 + " + operand + "*e^(-" + operand + "^2/2)/sqrt(2*pi)";
            case Activation.Silu _ -> {
                var sigmoid = "1/(1 + e^" + Digits.of(-z) + ")";
                yield sigmoid + " + " + output + "*(1 - " + sigmoid + ")";
            }
            case Activation.Softplus _ -> "1/(1 + e^" + Digits.of(-z) + ")";
            case Activation.Host host -> host.word() + "'(" + number + ")";
            case Activation.Softmax _ -> throw ofAllUnits();
        };
    }

    private static String scale() {
        return Digits.of(Activation.Selu.SCALE);
    }

    private static String alpha() {
        return Digits.of(Activation.Selu.ALPHA);
    }

    private static IllegalArgumentException ofAllUnits() {
        return new IllegalArgumentException("softmax is a function of all units of a layer, not of one");
    }
}
