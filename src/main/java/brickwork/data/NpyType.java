package brickwork.data;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The types of NumPy arrays that hold numbers, by the code NumPy writes. */
enum NpyType {
    BOOL("b1", 1, true),
    U1("u1", 1, true),
    U2("u2", 2, true),
    U4("u4", 4, true),
    U8("u8", 8, true),
    I1("i1", 1, true),
    I2("i2", 2, true),
    I4("i4", 4, true),
    I8("i8", 8, true),
    F2("f2", 2, false),
    F4("f4", 4, false),
    F8("f8", 8, false);

    private final String code;
    private final int bytes;
    private final boolean whole;

    NpyType(String code, int bytes, boolean whole) {
        this.code = code;
        this.bytes = bytes;
        this.whole = whole;
    }

    static Optional<NpyType> of(String code) {
        for (var type : values()) {
            if (type.code.equals(code)) {
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
        return whole;
    }

    /** The next value of {@code buffer}, rounded to a double where it has more than 53 bits. */
    double next(ByteBuffer buffer) {
        return switch (this) {
            case BOOL -> buffer.get() == 0 ? 0 : 1;
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
