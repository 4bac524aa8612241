package brickwork.data;

import brickwork.source.Origin;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers numbers whose count is not known before, in blocks: as bytes while they are whole and 0 to 255, as doubles from the first that is
 * not.
 */
final class CellCollector {

    private static final int FIRST_BLOCK = 1 << 10;
    /** Larger objects are set apart by G1, each with up to as much again to itself. */
    private static final int LARGEST_BLOCK = 1 << 14;

    /** A number stands in a block and, at the end, in the table too. */
    private static final int PLACES = 2;

    private final String what;
    private final Origin origin;
    private final Capacity capacity;
    private final List<byte[]> bytes = new ArrayList<>();
    private final List<double[]> doubles = new ArrayList<>();
    private boolean onlyBytes = true;
    private int count;
    private int lengths;
    private int free;

    /** {@code what} and {@code origin} are for the fault that says the numbers do not fit into {@code capacity}. */
    CellCollector(String what, Origin origin, Capacity capacity) {
        this.what = what;
        this.origin = origin;
        this.capacity = capacity;
    }

    void add(double value) throws DataFault {
        if (onlyBytes && !isByte(value)) {
            widen();
        }
        if (free == 0) {
            addBlock();
        }
        if (onlyBytes) {
            var block = bytes.getLast();
            block[block.length - free--] = (byte) value;
        } else {
            var block = doubles.getLast();
            block[block.length - free--] = value;
        }
        count++;
    }

    private void addBlock() throws DataFault {
        free = Math.clamp(count, FIRST_BLOCK, LARGEST_BLOCK);
        lengths += free;
        capacity.take(what, free, PLACES * (onlyBytes ? Byte.BYTES : Double.BYTES), origin);
        if (onlyBytes) {
            bytes.add(new byte[free]);
        } else {
            doubles.add(new double[free]);
        }
    }

    private void widen() throws DataFault {
        capacity.take(what, lengths, PLACES * (Double.BYTES - Byte.BYTES), origin);
        for (var block : bytes) {
            var wide = new double[block.length];
            for (var i = 0; i < block.length; i++) {
                wide[i] = block[i] & 0xff;
            }
            doubles.add(wide);
        }
        bytes.clear();
        onlyBytes = false;
    }

    int count() {
        return count;
    }

    /** All numbers so far, {@code columns} a row. */
    Cells cells(int columns) {
        var rows = columns == 0 ? 0 : count / columns;
        return onlyBytes ? new Cells.Bytes(joined(bytes, new byte[count]), rows, columns)
                : new Cells.Doubles(joined(doubles, new double[count]), rows, columns);
    }

    private <T> T joined(List<T> blocks, T all) {
        var at = 0;
        for (var block : blocks) {
            var length = Math.min(Array.getLength(block), count - at);
            System.arraycopy(block, 0, all, at, length);
            at += length;
        }
        return all;
    }

    /** Whether a byte gives the very same number back; it has no -0. */
    private static boolean isByte(double value) {
        return value >= 0 && value <= 255 && Double.doubleToRawLongBits((int) value) == Double.doubleToRawLongBits(value);
    }
}
