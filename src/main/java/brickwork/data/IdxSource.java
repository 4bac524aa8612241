package brickwork.data;

import brickwork.model.DataSource;
import brickwork.source.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * {@code idx "IMAGES" labels "LABELS"}: the container of MNIST and Fashion-MNIST, plain or gzip. A file is two zero bytes, the type of its
 * values (8: unsigned bytes), the number of dimensions, each dimension as a big-endian 32-bit number, then the values, the last dimension
 * fastest (LeCun, Cortes and Burges, "The MNIST database", section on the IDX format). Pictures of any dimensions become rows of numbers.
 */
final class IdxSource {

    private static final int UNSIGNED_BYTES = 8;
    private static final int MOST_DIMENSIONS = 8;

    private IdxSource() {}

    static SampleTable open(DataSource.Idx source, DataFile images, DataFile labels) throws DataFault {
        var capacity = new Capacity();
        var pixels = read(images, false, capacity);
        var classes = read(labels, true, capacity);
        if (pixels.rows() != classes.rows()) {
            throw DataFault.of(Code.NN205, source.labelsOrigin(), images.name() + " holds " + pixels.rows() + " images, but "
                    + labels.name() + " holds " + classes.rows() + " labels", "name two files that belong together");
        }
        capacity.takeLabels(labels.name(), classes.rows(), labels.origin());
        var numbers = IntStream.range(0, classes.rows()).mapToDouble(i -> classes.at(i, 0)).toArray();
        return new SampleTable(pixels, Targets.Labels.ofArray(numbers));
    }

    private static Cells read(DataFile file, boolean labels, Capacity capacity) throws DataFault {
        try (var stream = file.open()) {
            var dimensions = dimensions(stream, file);
            if (labels != (dimensions.length == 1)) {
                var found = labels ? " holds images, not labels" : " holds labels, not images";
                throw DataFault.of(Code.NN205, file.origin(), file.name() + found + " (its number of dimensions is "
                        + dimensions.length + ")", "see that images and labels are not exchanged");
            }
            var columns = 1L;
            for (var i = 1; i < dimensions.length && columns <= Integer.MAX_VALUE; i++) {
                columns *= dimensions[i];
            }
            if (dimensions[0] == 0 || columns == 0) {
                throw DataFault.of(Code.NN206, file.origin(), file.name() + " holds no " + (labels ? "labels" : "images"),
                        "name another file");
            }
            var length = columns > Integer.MAX_VALUE ? Long.MAX_VALUE : dimensions[0] * columns;
            file.requireRoomFor("it", length);
            // What a packed file promises is not believed before it comes: blocks are read, and then joined.
            capacity.take(file.name(), 2 * length, Byte.BYTES, file.origin());
            var values = stream.readNBytes((int) length);
            if (values.length < length) {
                throw file.broken("it ends after " + values.length + " of " + length + " values");
            }
            if (stream.read() >= 0) {
                throw file.broken("it goes on after its " + length + " values");
            }
            return new Cells.Bytes(values, (int) dimensions[0], (int) columns);
        } catch (IOException e) {
            throw file.failed(e);
        }
    }

    private static long[] dimensions(InputStream stream, DataFile file) throws IOException, DataFault {
        var magic = stream.readNBytes(4);
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0 || magic[3] < 1 || magic[3] > MOST_DIMENSIONS) {
            throw file.broken("it does not begin as an idx file does");
        }
        if (magic[2] != UNSIGNED_BYTES) {
            throw DataFault.of(Code.NN207, file.origin(), file.name() + " holds values of type " + magic[2]
                    + ", not unsigned bytes (type 8)", "write the values as unsigned bytes, or use npz");
        }
        var bytes = stream.readNBytes(magic[3] * Integer.BYTES);
        if (bytes.length < magic[3] * Integer.BYTES) {
            throw file.broken("it ends in its header");
        }
        var sizes = ByteBuffer.wrap(bytes).asIntBuffer();
        return IntStream.range(0, magic[3]).mapToLong(i -> Integer.toUnsignedLong(sizes.get(i))).toArray();
    }
}
