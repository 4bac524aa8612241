package brickwork.store;

import brickwork.model.Precision;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The number types a weights file may hold. Each of their numbers is exact as a double. */
enum ElementType {
    F64(Double.BYTES),
    F32(Float.BYTES),
    /** IEEE 754 binary16. */
    F16(Short.BYTES),
    /** The upper half of a binary32. */
    BF16(Short.BYTES);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** The next number of a little-endian buffer. */
    double get(ByteBuffer from) {
        return switch (this) {
            case F64 -> from.getDouble();
            case F32 -> from.getFloat();
            case F16 -> Float.float16ToFloat(from.getShort());
            case BF16 -> Float.intBitsToFloat(from.getShort() << Short.SIZE);
        };
    }

    /** Appends a number that is exact in this type; of a binary32 that is one of {@link #BF16} the lower half is nothing. */
    void put(double value, ByteBuffer into) {
        switch (this) {
            case F64 -> into.putDouble(value);
            case F32 -> into.putFloat((float) value);
            case F16 -> into.putShort(Float.floatToFloat16((float) value));
            case BF16 -> into.putShort((short) (Float.floatToRawIntBits((float) value) >>> Short.SIZE));
        }
    }

    static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The type that holds parameters of a precision. */
    static ElementType of(Precision precision) {
        return switch (precision) {
            case F32 -> F32;
            case F64 -> F64;
        };
    }
}
