package brickwork.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes NumPy archives, right and wrong ones, without NumPy. */
final class NumPy {

    private final Map<String, byte[]> arrays = new LinkedHashMap<>();

    /** An array file of version 1, 2 or 3 with just this header and these bytes. */
    static byte[] array(int version, String header, byte[] values) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        var buffer = ByteBuffer.allocate(12 + text.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
        if (version == 1) {
            buffer.putShort((short) text.length);
        } else {
            buffer.putInt(text.length);
        }
        buffer.put(text).put(values);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    static String header(String type, boolean fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + shape + "), }\n";
    }

    /** Numbers as NumPy writes them: {@code <f8}, {@code >i2}, {@code |u1} and so on. */
    static byte[] values(String type, double... numbers) {
        var order = type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var buffer = ByteBuffer.allocate(8 * numbers.length).order(order);
        for (var number : numbers) {
            switch (type.substring(1)) {
                case "b1", "i1", "u1" -> buffer.put((byte) number);
                case "i2", "u2" -> buffer.putShort((short) (int) number);
                case "i4", "u4" -> buffer.putInt((int) (long) number);
                case "i8" -> buffer.putLong((long) number);
                case "u8" -> buffer.putLong(new BigDecimal(number).longValue());
                case "f2" -> buffer.putShort(Float.floatToFloat16((float) number));
                case "f4" -> buffer.putFloat((float) number);
                case "f8" -> buffer.putDouble(number);
                default -> throw new IllegalArgumentException(type);
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    NumPy with(String name, String type, String shape, double... numbers) {
        return with(name, array(1, header(type, false, shape), values(type, numbers)));
    }

    NumPy with(String name, byte[] array) {
        arrays.put(name, array);
        return this;
    }

    byte[] deflated() {
        return zip(ZipEntry.DEFLATED);
    }

    byte[] stored() {
        return zip(ZipEntry.STORED);
    }

    private byte[] zip(int method) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var array : arrays.entrySet()) {
                var entry = new ZipEntry(array.getKey() + ".npy");
                var checksum = new CRC32();
                checksum.update(array.getValue());
                entry.setMethod(method);
                entry.setTime(0);
                entry.setSize(array.getValue().length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(array.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
