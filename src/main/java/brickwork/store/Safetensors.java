package brickwork.store;

import brickwork.source.JsonText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a safetensors file holds: eight bytes with the length of the header, the header in JSON, then the numbers of all tensors,
 * little-endian and row-major, without gaps (github.com/huggingface/safetensors).
 *
 * @param metadata the header's {@code __metadata__}
 * @param entries  the tensors, in the order of their numbers
 */
record Safetensors(SortedMap<String, String> metadata, List<Entry> entries) {

    private static final int ALIGNMENT = 8;

    Safetensors {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        entries = List.copyOf(entries);
    }

    Safetensors(Map<String, String> metadata, List<Entry> entries) {
        this(new TreeMap<>(metadata), entries);
    }

    /** A tensor: its numbers row-major, in a type that holds each of them exactly. */
    record Entry(String name, ElementType type, List<Integer> shape, double[] values) {

        Entry {
            shape = List.copyOf(shape);
            if (shape.stream().mapToLong(Integer::intValue).reduce(1, Math::multiplyExact) != values.length) {
                throw new IllegalArgumentException(name + " of shape " + shape + " cannot hold " + values.length + " numbers");
            }
        }

        /** One dimension, as many numbers as there are. */
        static Entry of(String name, double... values) {
            return new Entry(name, ElementType.F64, List.of(values.length), values);
        }

        long bytes() {
            return (long) values.length * type.bytes();
        }
    }

    Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    static Safetensors read(Path file) throws BrokenFileException {
        return SafetensorsReader.read(file);
    }

    /** The header with the eight bytes before it, padded with blanks so that the numbers begin at a multiple of eight. */
    byte[] header() {
        var members = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            members.append(metadata.entrySet().stream()
                    .map(entry -> JsonText.quoted(entry.getKey()) + ":" + JsonText.quoted(entry.getValue()))
                    .collect(Collectors.joining(",", "\"__metadata__\":{", "}")));
        }
        var begin = 0L;
        for (var entry : entries) {
            var end = begin + entry.bytes();
            members.append(members.length() > 1 ? "," : "").append(JsonText.quoted(entry.name()))
                    .append(":{\"dtype\":\"").append(entry.type())
                    .append("\",\"shape\":[").append(entry.shape().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .append("],\"data_offsets\":[").append(begin).append(',').append(end).append("]}");
            begin = end;
        }
        var json = members.append('}').toString().getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(json, Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return ByteBuffer.allocate(Long.BYTES + padded.length).order(ByteOrder.LITTLE_ENDIAN).putLong(padded.length).put(padded).array();
    }

    /** Writes all of it; the same value always gives the same bytes. */
    void writeTo(WritableByteChannel channel) throws IOException {
        channel.write(ByteBuffer.wrap(header()));
        var buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (var entry : entries) {
            for (var value : entry.values()) {
                if (buffer.remaining() < Double.BYTES) {
                    flush(buffer, channel);
                }
                entry.type().put(value, buffer);
            }
        }
        flush(buffer, channel);
    }

    private static void flush(ByteBuffer buffer, WritableByteChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
