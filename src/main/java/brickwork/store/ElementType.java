package brickwork.store;

import brickwork.model.Precision;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The number types a weights file may hold. Each of their numbers is exact as a double. */
enum ElementType {
    F64(Double.BYTES) {
        @Override
        double get(ByteBuffer from) {
            return from.getDouble();
        }

        @Override
        void put(double value, ByteBuffer into) {
            into.putDouble(value);
        }
    },
    F32(Float.BYTES) {
        @Override
        double get(ByteBuffer from) {
            return from.getFloat();
        }

        @Override
        void put(double value, ByteBuffer into) {
            into.putFloat((float) value);
        }
    },
    /** IEEE 754 binary16. */
    F16(Short.BYTES) {
        @Override
        double get(ByteBuffer from) {
            return Float.float16ToFloat(from.getShort());
        }

        @Override
        void put(double value, ByteBuffer into) {
            into.putShort(Float.floatToFloat16((float) value));
        }
    },
    /** The upper half of a binary32. */
    BF16(Short.BYTES) {
        @Override
        double get(ByteBuffer from) {
            return Float.intBitsToFloat(from.getShort() << Short.SIZE);
        }

        /** Cuts the lower half off, which is nothing where the value is one of this type. */
        @Override
        void put(double value, ByteBuffer into) {
            into.putShort((short) (Float.floatToRawIntBits((float) value) >>> Short.SIZE));
        }
    };

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** The next number of a little-endian buffer. */
    abstract double get(ByteBuffer from);

    /** Appends a number that is exact in this type. */
    abstract void put(double value, ByteBuffer into);

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
