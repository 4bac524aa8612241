package brickwork.exchange;

import brickwork.model.Precision;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of an ONNX file under a name.
 *
 * @param name   of the value that they are
 * @param type   of the numbers, by the format's number for it
 * @param shape  extents, the slowest first; none for a single number
 * @param values row-major; none where the type is neither FLOAT nor DOUBLE
 */
record OnnxTensor(String name, long type, List<Long> shape, double[] values) {

    OnnxTensor {
        shape = List.copyOf(shape);
    }

    static OnnxTensor of(String name, Precision precision, List<Long> shape, double... values) {
        return new OnnxTensor(name, typeOf(precision), shape, values);
    }

    static long typeOf(Precision precision) {
        return switch (precision) {
            case F32 -> OnnxFields.Tensor.TYPE_FLOAT;
            case F64 -> OnnxFields.Tensor.TYPE_DOUBLE;
        };
    }

    /** The precision that a type of numbers is; empty for one that no network here has. */
    static Optional<Precision> precisionOf(long type) {
        return type == OnnxFields.Tensor.TYPE_FLOAT ? Optional.of(Precision.F32)
                : type == OnnxFields.Tensor.TYPE_DOUBLE ? Optional.of(Precision.F64) : Optional.empty();
    }

    OnnxTensor withName(String other) {
        return new OnnxTensor(other, type, shape, values);
    }
}
