package brickwork.data;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/** The types of NumPy arrays that hold numbers, by the code NumPy writes: a letter, b for truth values, and the bytes of a value. */
enum NpyType {
    B1,
    U1,
    U2,
    U4,
    U8,
    I1,
    I2,
    I4,
    I8,
    F2,
    F4,
    F8;

    private final int bytes = name().charAt(1) - '0';

    static Optional<NpyType> of(String code) {
        for (var type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Bytes of one value. */
    int bytes() {
        return bytes;
    }

    /** Whether all values are whole numbers; truth values count as 0 and 1. */
    boolean isWhole() {
        return name().charAt(0) != 'F';
    }

    /** The next value of {@code buffer}, rounded to a double where it has more than 53 bits. */
    double next(ByteBuffer buffer) {
        return switch (this) {
            case B1 -> buffer.get() == 0 ? 0 : 1;
            case U1 -> buffer.get() & 0xff;
            case U2 -> buffer.getShort() & 0xffff;
            case U4 -> buffer.getInt() & 0xffff_ffffL;
            case U8 -> unsigned(buffer.getLong());
            case I1 -> buffer.get();
            case I2 -> buffer.getShort();
            case I4 -> buffer.getInt();
            case I8 -> buffer.getLong();
            case F2 -> Float.float16ToFloat(buffer.getShort());
            case F4 -> buffer.getFloat();
            case F8 -> buffer.getDouble();
        };
    }

    /** Half of the value with its lowest bit kept sticky rounds as the whole would. */
    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * (value >>> 1 | value & 1);
    }
}
