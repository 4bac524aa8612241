package brickwork.exchange;

import brickwork.model.Precision;
import brickwork.store.BrokenFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of a graph that is read, by the names of their values. */
final class OnnxConstants {

    private final Map<String, OnnxTensor> byName = new HashMap<>();

    private final long numbers;

    /** @param numbers how many numbers the graph has, those of its nodes among them */
    OnnxConstants(long numbers) {
        this.numbers = numbers;
    }

    long numbers() {
        return numbers;
    }

    /** False where the name is taken. */
    boolean add(OnnxTensor tensor) {
        return byName.putIfAbsent(tensor.name(), tensor) == null;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    OnnxTensor get(String name) {
        return byName.get(name);
    }

    /** An input that must be numbers of the network's precision. */
    OnnxTensor require(OnnxOperator operator, int input, Precision precision) {
        var name = operator.input(input);
        var tensor = byName.get(name);
        if (tensor == null) {
            throw operator.refuse("its input " + ForeignName.shown(name) + " is no constant of the graph");
        }
        if (!OnnxTensor.precisionOf(tensor.type()).equals(Optional.of(precision))) {
            throw operator.refuse("its input " + ForeignName.shown(name) + " is not of the type of the network's input, "
                    + precision.word(), "export the network with numbers of one type, float or double");
        }
        return tensor;
    }

    /**
     * A constant as one number a column.
     *
     * @param shape of what it meets, the batch left out
     */
    static double[] columns(OnnxOperator operator, OnnxTensor constant, List<Long> shape) {
        var width = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
        var values = constant.values();
        var extents = constant.shape();
        var strides = new long[shape.size()];
        var stride = 1L;
        for (var i = 0; i < extents.size(); i++) { // from the last extent on, as shapes are matched
            var extent = extents.get(extents.size() - 1 - i);
            var axis = shape.size() - 1 - i;
            if (extent != 1 && (axis < 0 || extent != shape.get(axis).longValue())) {
                throw operator.refuse("its constant " + ForeignName.shown(constant.name()) + " of shape " + extents
                        + " does not fit columns of shape " + shape);
            }
            if (axis >= 0) {
                strides[axis] = extent == 1 ? 0 : stride;
            }
            stride *= extent;
        }
        var columns = new double[width];
        for (var column = 0; column < width; column++) {
            var rest = column;
            var place = 0L;
            for (var axis = shape.size() - 1; axis >= 0; axis--) {
                place += rest % shape.get(axis) * strides[axis];
                rest /= (int) shape.get(axis).longValue();
            }
            columns[column] = values[(int) place];
        }
        return columns;
    }
}
