package brickwork.store;

import brickwork.engine.Sha256;
import brickwork.source.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    static Safetensors read(Path file) {
        return SafetensorsReader.read(new ByteSource.InFile(file)).content();
    }

    /** The same with a digest of all its bytes, by which a reader knows that none has changed. */
    Safetensors sealed() {
        var open = withDigest(SafetensorsHeader.NO_DIGEST);
        var sha = new Sha256();
        try (var stream = sha.stream()) {
            open.writeTo(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written here", e);
        }
        return withDigest(sha.hex());
    }

    private Safetensors withDigest(String digest) {
        var more = new TreeMap<>(metadata);
        more.put(SafetensorsHeader.DIGEST, digest);
        return new Safetensors(more, entries);
    }

    /** Refuses to write what no reader of ours would take. */
    Safetensors requireReadable(Path file) {
        var length = header().length - Long.BYTES;
        if (length > SafetensorsHeader.LONGEST || entries.size() > SafetensorsHeader.MOST_ENTRIES) {
            throw new BrokenFileException(file,
                    "its header would have " + length + " bytes for " + entries.size() + " tensors, and at most "
                            + SafetensorsHeader.LONGEST + " and " + SafetensorsHeader.MOST_ENTRIES + " are read again",
                    "use fewer layers, or shorter names of classes");
        }
        return this;
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
    void writeTo(OutputStream stream) throws IOException {
        stream.write(header());
        writeNumbers(stream);
    }

    /** Writes the numbers alone. */
    void writeNumbers(OutputStream stream) throws IOException {
        var buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (var entry : entries) {
            for (var value : entry.values()) {
                if (buffer.remaining() < Double.BYTES) {
                    flush(buffer, stream);
                }
                entry.type().put(value, buffer);
            }
        }
        flush(buffer, stream);
    }

    private static void flush(ByteBuffer buffer, OutputStream stream) throws IOException {
        stream.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
