package brickwork.data;

import brickwork.source.Code;
import brickwork.source.Origin;

/**
 * A number that nothing can be learned from.
 *
 * @param row    from 0
 * @param what   {@code input} or {@code target}
 * @param column from 0
 * @param value  what stands there
 */
record BadCell(int row, String what, int column, double value) {

    /** The place in words, counted from 1. */
    String message() {
        return "row " + (row + 1) + ", " + what + " " + (column + 1) + ": " + value + " is not a finite number";
    }

    DataFault fault(Origin origin) {
        return DataFault.of(Code.NN204, origin, message(), "give a finite number, or leave the row out");
    }
}
