package brickwork.store;

import brickwork.source.JsonText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a safetensors file and believes nothing: every length and range of the header is held against the file's size before anything is
 * made after it, so no more memory is taken than the file's own size justifies.
 */
final class SafetensorsReader {

    /** The limit of the format's reference implementation. */
    private static final long LARGEST_HEADER = 100_000_000;

    /** More than any file holds, and few enough that their bytes can be counted. */
    private static final long MOST_NUMBERS = Long.MAX_VALUE / Double.BYTES;

    private static final int CHUNK = 1 << 16;
    private static final String METADATA = "__metadata__";
    private static final String WRITE_AGAIN = "write or copy the file again";

    private final Path file;
    private final FileChannel channel;
    private final long size;

    private SafetensorsReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
    }

    /** A tensor's place in the file, {@code begin} and {@code end} counted from the end of the header. */
    private record Place(String name, ElementType type, List<Integer> shape, long begin, long end) {}

    static Safetensors read(Path file) throws BrokenFileException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SafetensorsReader(file, channel).read();
        } catch (IOException e) {
            throw BrokenFileException.unreadable(file, e);
        }
    }

    private Safetensors read() throws IOException {
        if (size < Long.BYTES) {
            throw broken("it ends after " + size + " bytes, too short for a safetensors file");
        }
        var headerLength = bytes(0, Long.BYTES).getLong();
        if (headerLength < 0 || headerLength > LARGEST_HEADER) {
            throw broken("it is no safetensors file: its first eight bytes would mean a header of " + Long.toUnsignedString(headerLength)
                    + " bytes");
        }
        var dataBegin = Long.BYTES + headerLength;
        if (dataBegin > size) {
            throw broken("it ends within its header, after " + size + " of " + dataBegin + " bytes");
        }
        var header = header(bytes(Long.BYTES, (int) headerLength));
        var metadata = new TreeMap<String, String>();
        var places = new ArrayList<Place>();
        for (var member : header.entrySet()) {
            if (member.getKey().equals(METADATA)) {
                metadata.putAll(metadata(member.getValue()));
            } else {
                places.add(place(member.getKey(), member.getValue()));
            }
        }
        places.sort(Comparator.comparingLong(Place::begin).thenComparingLong(Place::end));
        requireWithoutGaps(places, size - dataBegin);
        var entries = new ArrayList<Safetensors.Entry>();
        for (var place : places) {
            entries.add(new Safetensors.Entry(place.name(), place.type(), place.shape(), values(place, dataBegin)));
        }
        return new Safetensors(metadata, entries);
    }

    private Map<String, JsonValue> header(ByteBuffer bytes) throws BrokenFileException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (text.startsWith("{") && JsonReader.read(text) instanceof JsonValue.Members members) {
                return members.byName();
            }
            throw broken("it is no safetensors file: its header is no JSON object");
        } catch (CharacterCodingException e) {
            throw broken("its header is not UTF-8");
        } catch (JsonReader.Fault e) {
            throw broken("its header is not JSON: " + e.getMessage());
        }
    }

    private Map<String, String> metadata(JsonValue value) throws BrokenFileException {
        var metadata = new TreeMap<String, String>();
        if (!(value instanceof JsonValue.Members members)) {
            throw broken(METADATA + " in its header is no object");
        }
        for (var member : members.byName().entrySet()) {
            if (!(member.getValue() instanceof JsonValue.Text text)) {
                throw broken(METADATA + " in its header holds something other than a string under " + JsonText.quoted(member.getKey()));
            }
            metadata.put(member.getKey(), text.value());
        }
        return metadata;
    }

    private Place place(String name, JsonValue value) throws BrokenFileException {
        if (!(value instanceof JsonValue.Members members) || !members.byName().keySet().equals(Set.of("dtype", "shape", "data_offsets"))) {
            throw broken("its header does not say dtype, shape and data_offsets of " + name + ", and these alone");
        }
        var type = ElementType.named(members.byName().get("dtype") instanceof JsonValue.Text text ? text.value() : "").orElse(null);
        if (type == null) {
            throw new BrokenFileException(file, name + " is of a type that holds no weights", "store it as F64, F32, F16 or BF16");
        }
        var shape = new ArrayList<Integer>();
        var count = 1L;
        for (var extent : numbers(name, "shape", members)) {
            count = extent == 0 ? 0 : count > MOST_NUMBERS / extent ? MOST_NUMBERS : count * extent;
            shape.add((int) Math.min(extent, Integer.MAX_VALUE));
        }
        var offsets = numbers(name, "data_offsets", members);
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw broken("the data_offsets of " + name + " are no range");
        }
        if (offsets.get(1) - offsets.get(0) != count * type.bytes()) {
            throw broken(name + " of shape " + shape + " in " + type + " does not fit its " + (offsets.get(1) - offsets.get(0)) + " bytes");
        }
        return new Place(name, type, shape, offsets.get(0), offsets.get(1));
    }

    /** A list of whole numbers of at least 0. */
    private List<Long> numbers(String name, String key, JsonValue.Members members) throws BrokenFileException {
        var numbers = new ArrayList<Long>();
        if (members.byName().get(key) instanceof JsonValue.Array array) {
            for (var item : array.items()) {
                if (item instanceof JsonValue.Number number && number.literal().matches("[0-9]{1,18}")) {
                    numbers.add(Long.parseLong(number.literal()));
                } else {
                    throw broken("the " + key + " of " + name + " holds something other than whole numbers");
                }
            }
            return numbers;
        }
        throw broken("the " + key + " of " + name + " is no list");
    }

    private void requireWithoutGaps(List<Place> places, long dataLength) throws BrokenFileException {
        var expected = 0L;
        for (var place : places) {
            if (place.begin() != expected) {
                throw broken(place.name() + " begins at byte " + place.begin() + " of the data, where " + expected
                        + " is expected: tensors "
                        + (place.begin() < expected ? "overlap" : "leave a gap"));
            }
            expected = place.end();
        }
        if (expected > dataLength) {
            throw broken("it ends too early: its tensors need " + expected + " bytes, but only " + dataLength + " are there");
        }
        if (expected < dataLength) {
            throw broken("after its last tensor come " + (dataLength - expected) + " bytes that belong to none");
        }
    }

    private double[] values(Place place, long dataBegin) throws IOException {
        var count = (place.end() - place.begin()) / place.type().bytes();
        if (count > Integer.MAX_VALUE - 8) {
            throw new BrokenFileException(file, place.name() + " has " + count + " numbers, more than a tensor may hold here",
                    "use smaller layers");
        }
        var values = new double[(int) count];
        var next = 0;
        for (var from = place.begin(); from < place.end(); from += CHUNK) {
            var chunk = bytes(dataBegin + from, (int) Math.min(CHUNK, place.end() - from));
            while (chunk.hasRemaining()) {
                values[next++] = place.type().get(chunk);
            }
        }
        return values;
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw broken("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private BrokenFileException broken(String fault) {
        return new BrokenFileException(file, fault, WRITE_AGAIN);
    }
}
