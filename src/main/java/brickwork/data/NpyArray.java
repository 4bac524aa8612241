package brickwork.data;

import brickwork.source.Code;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An array of an npz file as a table: the first dimension counts rows, all others together count columns, the last one fastest; an array of
 * one dimension is one column.
 *
 * @param name       as the archive has it
 * @param type       of the values
 * @param dimensions number of dimensions
 * @param cells      the values: bytes as bytes, floats as floats, everything else as doubles
 */
record NpyArray(String name, NpyType type, int dimensions, Cells cells) {

    private static final int VALUES_AT_ONCE = 8192;

    /** Where a value goes: its place in the file to its place in a row-major table. */
    private interface Place {
        int of(int index);
    }

    /** What becomes of a value. */
    private interface Sink {
        void put(int index, double value);
    }

    /** Reads an array that is {@code size} bytes long, its header included, into what is left of {@code capacity}. */
    static NpyArray read(InputStream stream, long size, DataFile file, String name, Capacity capacity)
            throws IOException, DataFault {
        var header = NpyHeader.read(stream, file, name);
        var shape = header.shape();
        var columns = 1L;
        for (var i = 1; i < shape.length && columns <= Integer.MAX_VALUE; i++) {
            columns *= Math.min(shape[i], Integer.MAX_VALUE);
        }
        if (shape[0] == 0 || columns == 0) {
            throw DataFault.of(Code.NN206, file.origin(), "the array " + name + " of " + file.name() + " is empty",
                    "save at least one sample");
        }
        var what = "the array " + name + " of " + file.name();
        var count = shape[0] > Integer.MAX_VALUE || columns > Integer.MAX_VALUE ? Long.MAX_VALUE : shape[0] * columns;
        if (count > Integer.MAX_VALUE * 8L || header.length() + count * header.type().bytes() != size) {
            throw file.broken("its array " + name + " should have the shape " + Arrays.toString(shape) + " of values of "
                    + header.type().bytes() + " bytes each, but has " + (size - header.length()) + " bytes");
        }
        file.requireRoomFor("its array " + name, size);
        capacity.take(what, count, stored(header.type()), file.origin());
        var place = place(header);
        var rows = (int) shape[0];
        return new NpyArray(name, header.type(), shape.length, switch (header.type()) {
            case B1, U1 -> {
                var values = new byte[(int) count];
                fill(stream, header, (int) count, (i, value) -> values[place.of(i)] = (byte) value);
                yield new Cells.Bytes(values, rows, (int) columns);
            }
            case F2, F4 -> {
                var values = new float[(int) count];
                fill(stream, header, (int) count, (i, value) -> values[place.of(i)] = (float) value);
                yield new Cells.Floats(values, rows, (int) columns);
            }
            case U2, U4, U8, I1, I2, I4, I8, F8 -> {
                var values = new double[(int) count];
                fill(stream, header, (int) count, (i, value) -> values[place.of(i)] = value);
                yield new Cells.Doubles(values, rows, (int) columns);
            }
        });
    }

    private static int stored(NpyType type) {
        return switch (type) {
            case B1, U1 -> Byte.BYTES;
            case F2, F4 -> Float.BYTES;
            case U2, U4, U8, I1, I2, I4, I8, F8 -> Double.BYTES;
        };
    }

    private static void fill(InputStream stream, NpyHeader header, int count, Sink sink) throws IOException {
        var bytes = new byte[VALUES_AT_ONCE * header.type().bytes()];
        for (var done = 0; done < count;) {
            var now = Math.min(VALUES_AT_ONCE, count - done);
            if (stream.readNBytes(bytes, 0, now * header.type().bytes()) < now * header.type().bytes()) {
                throw new EOFException();
            }
            var buffer = ByteBuffer.wrap(bytes).order(header.order());
            for (var last = done + now; done < last; done++) {
                sink.put(done, header.type().next(buffer));
            }
        }
    }

    private static Place place(NpyHeader header) {
        var shape = header.shape();
        if (!header.fortran() || shape.length == 1) {
            return index -> index;
        }
        var rows = (int) shape[0];
        var columnOf = columnsInFortranOrder(shape);
        return index -> index % rows * columnOf.length + columnOf[index / rows];
    }

    /** For each column as the file counts them, second dimension fastest, the column with the last dimension fastest. */
    private static int[] columnsInFortranOrder(long[] shape) {
        var columns = 1;
        for (var i = 1; i < shape.length; i++) {
            columns *= (int) shape[i];
        }
        var columnOf = new int[columns];
        for (var inFile = 0; inFile < columns; inFile++) {
            var rest = inFile;
            var step = columns;
            for (var i = 1; i < shape.length; i++) {
                step /= (int) shape[i];
                columnOf[inFile] += rest % (int) shape[i] * step;
                rest /= (int) shape[i];
            }
        }
        return columnOf;
    }
}
