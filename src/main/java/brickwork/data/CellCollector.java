package brickwork.data;

import brickwork.source.Origin;
import java.util.Arrays;

/** Gathers numbers whose count is not known before: as bytes while they are whole and 0 to 255, as doubles from the first that is not. */
final class CellCollector {

    private static final int FIRST_CAPACITY = 1024;

    private final String what;
    private final Origin origin;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private double[] doubles;
    private int count;

    /** {@code what} and {@code origin} are for the fault that says the numbers do not fit into memory. */
    CellCollector(String what, Origin origin) {
        this.what = what;
        this.origin = origin;
    }

    void add(double value) throws DataFault {
        if (doubles == null && !isByte(value)) {
            Capacity.require(what, bytes.length, Double.BYTES, origin);
            doubles = new double[bytes.length];
            for (var i = 0; i < count; i++) {
                doubles[i] = bytes[i] & 0xff;
            }
            bytes = null;
        }
        if (doubles != null) {
            if (count == doubles.length) {
                doubles = Arrays.copyOf(doubles, grown(Double.BYTES));
            }
            doubles[count++] = value;
        } else {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, grown(Byte.BYTES));
            }
            bytes[count++] = (byte) value;
        }
    }

    int count() {
        return count;
    }

    /** All numbers so far, {@code columns} a row. */
    Cells cells(int columns) {
        var rows = columns == 0 ? 0 : count / columns;
        return doubles == null
                ? new Cells.Bytes(Arrays.copyOf(bytes, count), rows, columns)
                : new Cells.Doubles(Arrays.copyOf(doubles, count), rows, columns);
    }

    private int grown(int bytesEach) throws DataFault {
        var larger = count + 1L + count / 2;
        Capacity.require(what, larger, bytesEach, origin);
        return (int) larger;
    }

    /** Whether a byte gives the very same number back; it has no -0. */
    private static boolean isByte(double value) {
        return value >= 0 && value <= 255 && Double.doubleToRawLongBits((int) value) == Double.doubleToRawLongBits(value);
    }
}
