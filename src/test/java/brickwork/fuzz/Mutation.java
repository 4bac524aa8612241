package brickwork.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bytes made of others: flipped, replaced, left out, doubled, cut, joined with a second example, numbers made extreme. */
final class Mutation {

    private static final int LONGEST = 1 << 14;
    private static final List<String> PIECES = List.of("0", "-1", "1e999", "1e-400", "NaN", "2147483648", "99999999999999999999", "\"",
            "\n",
            ",", ";", "{", "}", "[", "]", "(", ")", ":", "\u0000", "\uFEFF", "->", "..", "%", " ");
    private static final long[] EXTREMES = {0, 1, -1, 127, 128, 255, 256, 32767, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 32,
            Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, 16};

    private Mutation() {}

    static byte[] of(byte[] example, byte[] other, RandomGenerator random) {
        var bytes = example;
        for (var i = 1 + random.nextInt(1 + random.nextInt(8)); i > 0; i--) {
            bytes = once(bytes, other, random);
        }
        return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
    }

    private static byte[] once(byte[] bytes, byte[] other, RandomGenerator random) {
        if (bytes.length == 0) {
            return other;
        }
        var from = random.nextInt(bytes.length);
        var to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 64));
        return switch (random.nextInt(10)) {
            case 0 -> with(bytes, from, new byte[] {(byte) (bytes[from] ^ 1 << random.nextInt(8))});
            case 1 -> with(bytes, from, new byte[] {(byte) random.nextInt()});
            case 2 -> with(bytes, from, number(random));
            case 3 -> joined(bytes, from, bytes, to, new byte[0]);
            case 4 -> joined(bytes, to, bytes, from, new byte[0]);
            case 5 -> joined(bytes, from, bytes, from, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 6 -> joined(bytes, from, bytes, to, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 7 -> Arrays.copyOf(bytes, from);
            case 8 -> joined(bytes, from, other, random.nextInt(other.length + 1), new byte[0]);
            default -> joined(bytes, from, bytes, from, Arrays.copyOfRange(bytes, random.nextInt(from + 1), from));
        };
    }

    private static byte[] number(RandomGenerator random) {
        var value = EXTREMES[random.nextInt(EXTREMES.length)];
        var order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return switch (random.nextInt(3)) {
            case 0 -> ByteBuffer.allocate(Short.BYTES).order(order).putShort((short) value).array();
            case 1 -> ByteBuffer.allocate(Integer.BYTES).order(order).putInt((int) value).array();
            default -> ByteBuffer.allocate(Long.BYTES).order(order).putLong(value).array();
        };
    }

    private static byte[] with(byte[] bytes, int at, byte[] piece) {
        var changed = bytes.clone();
        System.arraycopy(piece, 0, changed, at, Math.min(piece.length, bytes.length - at));
        return changed;
    }

    /** The beginning of one, something between, and the end of another. */
    private static byte[] joined(byte[] begin, int to, byte[] end, int from, byte[] between) {
        var stream = new ByteArrayOutputStream();
        stream.write(begin, 0, to);
        stream.writeBytes(between);
        stream.write(end, from, end.length - from);
        return stream.toByteArray();
    }
}
