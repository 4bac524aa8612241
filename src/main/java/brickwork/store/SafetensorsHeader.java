package brickwork.store;

import brickwork.source.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the header of a safetensors file from its first byte to its last, once, and keeps of it what a file of ours can need: how long it
 * is, how many tensors there are, how long names are, all has a limit.
 */
final class SafetensorsHeader {

    /** In bytes; enough for the longest spec, its network and {@link #MOST_ENTRIES} tensors with names such as ours have. */
    static final int LONGEST = 1 << 24;

    /** Tensors of a file; a checkpoint of the deepest network there may be has fewer. */
    static final int MOST_ENTRIES = 200_000;

    /** The member of the metadata that holds the digest of the file. */
    static final String DIGEST = "digest";

    /** What stands there while the digest is computed. */
    static final String NO_DIGEST = "0".repeat(64);

    private static final int MOST_METADATA = 10_000;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_DIMENSIONS = 16;
    private static final String METADATA = "__metadata__";
    private static final String WRITE_AGAIN = "write or copy the file again";

    /** More than any file holds, and few enough that their bytes can be counted. */
    private static final long MOST_NUMBERS = Long.MAX_VALUE / Double.BYTES;

    private final ByteSource source;
    private final JsonReader json;
    private final SortedMap<String, String> metadata = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private boolean hasMetadata;

    private SafetensorsHeader(ByteSource source, byte[] bytes) {
        this.source = source;
        this.json = new JsonReader(bytes);
    }

    /** A tensor's place in the file, {@code begin} and {@code end} counted from the end of the header. */
    record Place(String name, ElementType type, List<Integer> shape, long begin, long end) {}

    /** What a header says. */
    record Content(SortedMap<String, String> metadata, List<Place> places) {}

    static Content read(ByteSource source, byte[] bytes) {
        var header = new SafetensorsHeader(source, bytes);
        if (!JsonReader.isUtf8(bytes)) {
            throw header.broken("its header is not UTF-8");
        }
        if (bytes.length == 0 || bytes[0] != '{') {
            throw header.broken("it is no safetensors file: its header is no JSON object");
        }
        try {
            header.json.members(header::member);
            header.json.end();
        } catch (JsonReader.Fault e) {
            throw header.broken("its header is not JSON: " + e.getMessage());
        }
        return new Content(header.metadata, header.places);
    }

    /** Puts the place holder where the header states its digest; false where it does not in the way we write it. */
    static boolean clearDigest(byte[] header, String digest) {
        var stated = ("\"" + DIGEST + "\":\"" + digest + "\"").getBytes(StandardCharsets.UTF_8);
        var last = header.length - stated.length;
        for (var at = 0; at <= last; at++) {
            if (header[at] == '"' && Arrays.equals(header, at, at + stated.length, stated, 0, stated.length)) {
                var from = at + stated.length - 1 - digest.length();
                Arrays.fill(header, from, from + digest.length(), (byte) '0');
                return true;
            }
        }
        return false;
    }

    private void member(String name) throws JsonReader.Fault {
        requireShort(name);
        if (name.equals(METADATA)) {
            if (hasMetadata) {
                throw json.twice(name, json.at());
            }
            hasMetadata = true;
            metadata();
        } else {
            if (!names.add(name)) {
                throw json.twice(name, json.at());
            }
            if (places.size() == MOST_ENTRIES) {
                throw broken("its header names more than " + MOST_ENTRIES + " tensors");
            }
            places.add(place(name));
        }
    }

    private void metadata() throws JsonReader.Fault {
        if (!json.isNext('{')) {
            throw broken(METADATA + " in its header is no object");
        }
        json.members(key -> {
            requireShort(key);
            if (!json.isNext('"')) {
                throw broken(METADATA + " in its header holds something other than a string under " + JsonText.quoted(key));
            }
            if (metadata.size() == MOST_METADATA) {
                throw broken(METADATA + " in its header has more than " + MOST_METADATA + " members");
            }
            var begin = json.at();
            if (metadata.put(key, json.string()) != null) {
                throw json.twice(key, begin);
            }
        });
    }

    /** What is said of one tensor, as it is read. */
    private static final class Draft {
        private ElementType type;
        private List<Long> shape;
        private List<Long> offsets;
    }

    private Place place(String name) throws JsonReader.Fault {
        if (!json.isNext('{')) {
            throw incomplete(name);
        }
        var draft = new Draft();
        json.members(key -> {
            var begin = json.at();
            var first = switch (key) {
                case "dtype" -> draft.type == null;
                case "shape" -> draft.shape == null;
                case "data_offsets" -> draft.offsets == null;
                case String _ -> throw incomplete(name);
            };
            if (!first) {
                throw json.twice(key, begin);
            }
            switch (key) {
                case "dtype" -> draft.type = type(name);
                case "shape" -> draft.shape = numbers(name, key);
                case String _ -> draft.offsets = numbers(name, key);
            }
        });
        if (draft.type == null || draft.shape == null || draft.offsets == null) {
            throw incomplete(name);
        }
        return place(name, draft.type, draft.shape, draft.offsets);
    }

    private ElementType type(String name) throws JsonReader.Fault {
        return (json.isNext('"') ? ElementType.named(json.string()) : ElementType.named(""))
                .orElseThrow(() -> new BrokenFileException(source.name(), name + " is of a type that holds no weights",
                        "store it as F64, F32, F16 or BF16"));
    }

    private Place place(String name, ElementType type, List<Long> extents, List<Long> offsets) {
        var shape = new ArrayList<Integer>(extents.size());
        var count = 1L;
        for (var extent : extents) {
            count = extent == 0 ? 0 : count > MOST_NUMBERS / extent ? MOST_NUMBERS : count * extent;
            shape.add((int) Math.min(extent, Integer.MAX_VALUE));
        }
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw broken("the data_offsets of " + name + " are no range");
        }
        var bytes = offsets.get(1) - offsets.get(0);
        if (bytes != count * type.bytes()) {
            throw broken(name + " of shape " + shape + " in " + type + " does not fit its " + bytes + " bytes");
        }
        return new Place(name, type, List.copyOf(shape), offsets.get(0), offsets.get(1));
    }

    /** A list of whole numbers of at least 0. */
    private List<Long> numbers(String name, String key) throws JsonReader.Fault {
        if (!json.isNext('[')) {
            throw broken("the " + key + " of " + name + " is no list");
        }
        var numbers = new ArrayList<Long>(2);
        json.items(() -> {
            var number = json.wholeNumber();
            if (number < 0) {
                throw broken("the " + key + " of " + name + " holds something other than whole numbers");
            }
            if (numbers.size() == MOST_DIMENSIONS) {
                throw broken("the " + key + " of " + name + " has more than " + MOST_DIMENSIONS + " numbers");
            }
            numbers.add(number);
        });
        return numbers;
    }

    private void requireShort(String name) {
        if (name.length() > LONGEST_NAME) {
            throw broken("before byte " + json.at() + " of its header stands a name of " + name.length() + " characters, more than "
                    + LONGEST_NAME);
        }
    }

    private BrokenFileException incomplete(String name) {
        return broken("its header does not say dtype, shape and data_offsets of " + name + ", and these alone");
    }

    private BrokenFileException broken(String fault) {
        return new BrokenFileException(source.name(), fault, WRITE_AGAIN);
    }
}
