package brickwork.verify.health;

import brickwork.engine.Tensor;
import brickwork.model.Precision;
import java.util.Optional;

/** Looks for the first number that is not finite and the first that is subnormal, in the order in which numbers are shown to it. */
final class AbnormalNumbers {

    private final double smallestNormal;
    private AbnormalNumber notFinite;
    private AbnormalNumber subnormal;

    AbnormalNumbers(Precision precision) {
        smallestNormal = switch (precision) {
            case F32 -> Float.MIN_NORMAL;
            case F64 -> Double.MIN_NORMAL;
        };
    }

    /** {@code what} follows the tensor's name. */
    void look(int layer, Tensor tensor, String what) {
        for (var i = 0; i < tensor.values().length; i++) {
            if (isOdd(tensor.values()[i])) {
                keep(new AbnormalNumber(layer, tensor.name() + what, i / tensor.columns(), tensor.bias() ? -1 : i % tensor.columns(),
                        tensor.values()[i]));
            }
        }
    }

    /** Numbers of a layer's units, sample after sample; {@code from} is the number of the first sample. */
    void look(int layer, String what, double[] values, int units, int from) {
        for (var i = 0; i < values.length; i++) {
            if (isOdd(values[i])) {
                keep(new AbnormalNumber(layer, "layer" + layer + what, from + i / units, i % units, values[i]));
            }
        }
    }

    private boolean isOdd(double value) {
        return value != 0 && !(Math.abs(value) >= smallestNormal && Math.abs(value) <= Double.MAX_VALUE);
    }

    private void keep(AbnormalNumber number) {
        if (Double.isFinite(number.value())) {
            subnormal = subnormal == null ? number : subnormal;
        } else {
            notFinite = notFinite == null ? number : notFinite;
        }
    }

    Optional<AbnormalNumber> notFinite() {
        return Optional.ofNullable(notFinite);
    }

    Optional<AbnormalNumber> subnormal() {
        return Optional.ofNullable(subnormal);
    }
}
