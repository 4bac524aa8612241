package brickwork.exchange;

import brickwork.model.Precision;
import brickwork.store.BrokenFileException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gathers the numbers of a tensor, which a file may hold as bytes or as fields, packed or one by one. */
final class TensorNumbers {

    private double[] values = new double[0];
    private int count;
    private Optional<ByteBuffer> raw = Optional.empty();

    double[] values() {
        return Arrays.copyOf(values, count);
    }

    void add(double... more) {
        if (count + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(count + more.length, count + count / 2));
        }
        System.arraycopy(more, 0, values, count, more.length);
        count += more.length;
    }

    /** Bytes that are read once the type is known. */
    void raw(ByteBuffer bytes) {
        raw = Optional.of(bytes);
    }

    void singles(MessageReader in) {
        if (in.type() == WireType.FIXED32) {
            add(in.single());
        } else {
            add(numbers(in, in.content(), Precision.F32));
        }
    }

    void doubles(MessageReader in) {
        if (in.type() == WireType.FIXED64) {
            add(in.twofold());
        } else {
            add(numbers(in, in.content(), Precision.F64));
        }
    }

    private static double[] numbers(MessageReader in, ByteBuffer bytes, Precision precision) {
        var width = switch (precision) {
            case F32 -> Float.BYTES;
            case F64 -> Double.BYTES;
        };
        if (bytes.remaining() % width != 0) {
            throw in.fault(bytes.remaining() + " bytes are no whole numbers of " + width + " bytes each");
        }
        var numbers = new double[bytes.remaining() / width];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = precision == Precision.F32 ? bytes.getFloat() : bytes.getDouble();
        }
        return numbers;
    }

    /** The tensor of these numbers, which must be as many as its shape says; {@code in} has read it and tells what is wrong. */
    OnnxTensor tensor(MessageReader in, String name, long type, List<Long> shape) {
        if (raw.isPresent()) {
            if (count > 0) {
                throw in.fault(ForeignName.shown(name) + " has numbers twice, as bytes and as fields");
            }
            add(numbers(in, raw.get(), OnnxTensor.precisionOf(type).orElseThrow()));
        }
        var needed = 1L;
        for (var extent : shape) {
            needed = Math.min(needed * Math.min(extent, Integer.MAX_VALUE), Integer.MAX_VALUE);
        }
        if (needed != count) {
            throw in.fault(ForeignName.shown(name) + " should have " + needed + " numbers after its shape, and has " + count);
        }
        for (var i = 0; i < count; i++) {
            if (!Double.isFinite(values[i])) {
                throw in.fault(ForeignName.shown(name) + " holds " + values[i], "take weights that are finite");
            }
        }
        return new OnnxTensor(name, type, shape, count == values.length ? values : values());
    }
}
