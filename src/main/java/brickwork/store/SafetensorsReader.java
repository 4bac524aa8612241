package brickwork.store;

import brickwork.engine.Sha256;
import brickwork.store.SafetensorsHeader.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a safetensors file from its first byte to its last and believes nothing: every length and range of the header is held against the
 * size, where it is known, and where it is not, no more memory is taken than bytes have come.
 */
final class SafetensorsReader {

    private static final int CHUNK = 1 << 16;
    private static final String WRITE_AGAIN = "write or copy the file again";

    private final ByteSource source;
    private final InputStream stream;
    private final OptionalLong size;
    private final Sha256 sha = new Sha256();
    private OutputStream digested = OutputStream.nullOutputStream();

    private SafetensorsReader(ByteSource source, InputStream stream) throws IOException {
        this.source = source;
        this.stream = stream;
        this.size = source.size();
    }

    /** Whether a file states a digest, and whether that is the digest of its bytes. */
    enum Seal {
        NONE, BROKEN, WHOLE
    }

    /**
     * What was read.
     *
     * @param content what the file holds
     * @param seal    whether that is what was written
     */
    record Read(Safetensors content, Seal seal) {}

    static Read read(ByteSource source) {
        try (var stream = source.open()) {
            return new SafetensorsReader(source, stream).read();
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private Read read() throws IOException {
        var first = stream.readNBytes(Long.BYTES);
        if (first.length < Long.BYTES) {
            throw broken("it ends after " + first.length + " bytes, too short for a safetensors file");
        }
        var headerLength = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerLength < 0 || headerLength > SafetensorsHeader.LONGEST) {
            throw noHeader(first, "it is no safetensors file: its first eight bytes would mean a header of "
                    + Long.toUnsignedString(headerLength) + " bytes");
        }
        var dataBegin = Long.BYTES + headerLength;
        if (size.isPresent() && size.getAsLong() < dataBegin) {
            throw endsInHeader(first, size.getAsLong(), dataBegin);
        }
        var bytes = stream.readNBytes((int) headerLength);
        if (bytes.length < headerLength) {
            throw endsInHeader(first, Long.BYTES + bytes.length, dataBegin);
        }
        var header = SafetensorsHeader.read(source, bytes);
        var stated = header.metadata().get(SafetensorsHeader.DIGEST);
        var sealable = stated != null && SafetensorsHeader.clearDigest(bytes, stated);
        if (sealable) {
            digested = sha.stream();
        }
        digested.write(first);
        digested.write(bytes);
        var content = new Safetensors(header.metadata(), entries(header.places(), dataBegin));
        var seal = stated == null ? Seal.NONE : sealable && sha.hex().equals(stated) ? Seal.WHOLE : Seal.BROKEN;
        return new Read(content, seal);
    }

    private List<Safetensors.Entry> entries(List<Place> places, long dataBegin) throws IOException {
        places.sort(Comparator.comparingLong(Place::begin).thenComparingLong(Place::end));
        requireWithoutGaps(places);
        var needed = places.isEmpty() ? 0 : places.getLast().end();
        if (size.isPresent()) {
            requireLength(needed, size.getAsLong() - dataBegin);
        }
        var entries = new ArrayList<Safetensors.Entry>(places.size());
        for (var place : places) {
            entries.add(new Safetensors.Entry(place.name(), place.type(), place.shape(), values(place, needed)));
        }
        if (stream.read() >= 0) {
            throw broken("after its last tensor come bytes that belong to none");
        }
        return entries;
    }

    private void requireWithoutGaps(List<Place> places) {
        var expected = 0L;
        for (var place : places) {
            if (place.begin() != expected) {
                throw broken(place.name() + " begins at byte " + place.begin() + " of the data, where " + expected
                        + " is expected: tensors "
                        + (place.begin() < expected ? "overlap" : "leave a gap"));
            }
            expected = place.end();
        }
    }

    private void requireLength(long needed, long there) {
        if (needed > there) {
            throw broken("it ends too early: its tensors need " + needed + " bytes, but only " + there + " are there");
        }
        if (needed < there) {
            throw broken("after its last tensor come " + (there - needed) + " bytes that belong to none");
        }
    }

    /** The numbers of a tensor, whose bytes come next. Where the size is unknown, the array grows as they come. */
    private double[] values(Place place, long needed) throws IOException {
        var count = (place.end() - place.begin()) / place.type().bytes();
        if (count > Integer.MAX_VALUE - 8) {
            throw new BrokenFileException(source.name(), place.name() + " has " + count + " numbers, more than a tensor may hold here",
                    "use smaller layers");
        }
        var values = new double[(int) (size.isPresent() ? count : Math.min(count, CHUNK))];
        var next = 0;
        for (var from = place.begin(); from < place.end(); from += CHUNK) {
            var chunk = chunk(from, (int) Math.min(CHUNK, place.end() - from), needed);
            if (values.length - next < chunk.remaining() / place.type().bytes()) {
                values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
            }
            while (chunk.hasRemaining()) {
                values[next++] = place.type().get(chunk);
            }
        }
        return values;
    }

    private ByteBuffer chunk(long from, int length, long needed) throws IOException {
        var bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw broken(size.isPresent() ? "it became shorter while it was read"
                    : "it ends too early: its tensors need " + needed + " bytes, but only " + (from + bytes.length) + " are there");
        }
        digested.write(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private BrokenFileException endsInHeader(byte[] first, long there, long dataBegin) {
        return noHeader(first, "it ends within its header, after " + there + " of " + dataBegin + " bytes");
    }

    /** What cannot be a header may be another program's file. */
    private BrokenFileException noHeader(byte[] first, String fault) {
        return OtherFormat.of(first).map(other -> new BrokenFileException(source.name(), "it is " + other.what(), other.cure()))
                .orElseGet(() -> broken(fault));
    }

    private BrokenFileException broken(String fault) {
        return new BrokenFileException(source.name(), fault, WRITE_AGAIN);
    }
}
