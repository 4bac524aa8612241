package brickwork.exchange;

import brickwork.model.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message in the making (protobuf.dev/programming-guides/encoding). Fields are written in the order in which they are added.
 * Numbers of tensors are written as they come and never copied, so a message takes hardly more memory than what is in it.
 */
final class MessageWriter {

    private static final int CHUNK = 1 << 16;

    private final List<Part> parts = new ArrayList<>();
    private long size;

    /** Some bytes of the message. */
    private interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Its length in bytes. */
    long size() {
        return size;
    }

    /** A whole number; a negative one takes ten bytes. */
    MessageWriter number(int field, long value) {
        tag(field, WireType.VARINT);
        return varint(value);
    }

    MessageWriter single(int field, float value) {
        tag(field, WireType.FIXED32);
        return bytes(ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    }

    /** A text in UTF-8. */
    MessageWriter text(int field, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return length(field, bytes.length).bytes(bytes);
    }

    /** A message in the message, as it is now. */
    MessageWriter message(int field, MessageWriter nested) {
        length(field, nested.size);
        parts.addAll(nested.parts);
        size += nested.size;
        return this;
    }

    /**
     * Numbers one after the other, little-endian, four or eight bytes each; {@code values} must stay as they are until they are written.
     */
    MessageWriter numbers(int field, Precision precision, double[] values) {
        var width = switch (precision) {
            case F32 -> Float.BYTES;
            case F64 -> Double.BYTES;
        };
        length(field, (long) values.length * width);
        parts.add(out -> write(values, width, out));
        size += (long) values.length * width;
        return this;
    }

    private static void write(double[] values, int width, OutputStream out) throws IOException {
        var chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (var value : values) {
            if (chunk.remaining() < width) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
            if (width == Float.BYTES) {
                chunk.putFloat((float) value);
            } else {
                chunk.putDouble(value);
            }
        }
        out.write(chunk.array(), 0, chunk.position());
    }

    /** Writes the whole message. */
    void writeTo(OutputStream out) throws IOException {
        for (var part : parts) {
            part.writeTo(out);
        }
    }

    private MessageWriter length(int field, long bytes) {
        tag(field, WireType.LENGTH);
        return varint(bytes);
    }

    private void tag(int field, WireType type) {
        varint((long) field << 3 | type.ordinal());
    }

    private MessageWriter varint(long value) {
        var bytes = new ByteArrayOutputStream();
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes(bytes.toByteArray());
    }

    private MessageWriter bytes(byte[] bytes) {
        parts.add(out -> out.write(bytes));
        size += bytes.length;
        return this;
    }
}
