package brickwork.exchange;

import brickwork.store.BrokenFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Goes through the fields of a protobuf message (protobuf.dev/programming-guides/encoding) and believes nothing: a length is held against
 * the bytes that are there, and nothing is made after a length alone. What is wrong is told with its byte, counted from 0.
 */
final class MessageReader {

    private static final int LONGEST_VARINT = 10;
    private static final String CURE = "write or copy the file again";

    private final Path file;
    private final byte[] bytes;
    private final String name;
    private final int end;
    private int next;

    private int begin;
    private int field;
    private WireType type = WireType.VARINT;
    /** A varint, or the bits of a fixed field. */
    private long value;
    /** Where the bytes of a field with a length begin; they end at {@link #next}. */
    private int content;

    private MessageReader(Path file, byte[] bytes, String name, int from, int end) {
        this.file = file;
        this.bytes = bytes;
        this.name = name;
        this.next = from;
        this.end = end;
    }

    /** A message that is a whole file. */
    static MessageReader of(Path file, byte[] bytes, String name) {
        return new MessageReader(file, bytes, name, 0, bytes.length);
    }

    /** Goes to the next field; false where there is none. */
    boolean next() {
        if (next == end) {
            return false;
        }
        begin = next;
        var tag = varint();
        if (tag >>> 3 == 0 || tag >>> 3 > Integer.MAX_VALUE >> 2) {
            throw fault(name + " has a field of number " + Long.toUnsignedString(tag >>> 3));
        }
        field = (int) (tag >>> 3);
        type = WireType.of((int) tag & 7).orElse(WireType.GROUP_START);
        switch (type) {
            case VARINT -> value = varint();
            case FIXED64 -> value = fixed(Long.BYTES).getLong();
            case FIXED32 -> value = fixed(Integer.BYTES).getInt();
            case LENGTH -> {
                var length = varint();
                if (length < 0 || length > end - next) {
                    throw fault("field " + field + " of " + name + " should have " + Long.toUnsignedString(length)
                            + " bytes, and " + (end - next) + " are left");
                }
                content = next;
                next += (int) length;
            }
            case GROUP_START, GROUP_END -> throw fault("field " + field + " of " + name + " is of a kind that no such file has");
        }
        return true;
    }

    /** The number of this field. */
    int field() {
        return field;
    }

    WireType type() {
        return type;
    }

    /** This field as a whole number. */
    long number() {
        require(WireType.VARINT);
        return value;
    }

    /** This field as a number of four bytes. */
    float single() {
        require(WireType.FIXED32);
        return Float.intBitsToFloat((int) value);
    }

    /** This field as a number of eight bytes. */
    double twofold() {
        require(WireType.FIXED64);
        return Double.longBitsToDouble(value);
    }

    /** This field as a text. */
    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content()).toString();
        } catch (CharacterCodingException e) {
            throw fault("field " + field + " of " + name + " is not UTF-8");
        }
    }

    /** This field as a message, which the messages of this one call {@code title}. */
    MessageReader message(String title) {
        require(WireType.LENGTH);
        return new MessageReader(file, bytes, title, content, next);
    }

    /** The bytes of this field, little-endian; read only. */
    ByteBuffer content() {
        require(WireType.LENGTH);
        return ByteBuffer.wrap(bytes, content, next - content).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whole numbers of a repeated field: this field is one, or several packed into its bytes. */
    long[] wholes() {
        if (type == WireType.VARINT) {
            return new long[] {value};
        }
        var packed = message("field " + field + " of " + name);
        var count = 0;
        for (var i = content; i < next; i++) {
            count += bytes[i] >= 0 ? 1 : 0;
        }
        var numbers = new long[count];
        for (var i = 0; packed.next < packed.end; i++) {
            packed.begin = packed.next;
            numbers[i] = packed.varint();
        }
        return numbers;
    }

    /** A fault at this field. */
    BrokenFileException fault(String what) {
        return fault(what, CURE);
    }

    BrokenFileException fault(String what, String cure) {
        return new BrokenFileException(file, "at byte " + begin + ": " + what, cure);
    }

    private void require(WireType needed) {
        if (type != needed) {
            throw fault("field " + field + " of " + name + " is " + type.title() + ", and should be " + needed.title());
        }
    }

    private long varint() {
        var number = 0L;
        for (var i = 0; i < LONGEST_VARINT; i++) {
            if (next == end) {
                throw fault(name + " ends within a number");
            }
            var part = bytes[next++];
            number |= (part & 0x7FL) << 7 * i;
            if (part >= 0) {
                return number;
            }
        }
        throw fault(name + " has a number of more than " + LONGEST_VARINT + " bytes");
    }

    private ByteBuffer fixed(int width) {
        if (end - next < width) {
            throw fault("field " + field + " of " + name + " needs " + width + " bytes, and " + (end - next) + " are left");
        }
        next += width;
        return ByteBuffer.wrap(bytes, next - width, width).order(ByteOrder.LITTLE_ENDIAN);
    }
}
