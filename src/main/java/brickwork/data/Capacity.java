package brickwork.data;

import brickwork.source.Code;
import brickwork.source.Origin;

/**
 * Refuses what would not fit into memory before memory is asked for, so that no file and no text can exhaust it: a table may take three
 * quarters of what this Java may use, with what reading it takes for a time. An instance counts what one table took so far.
 */
final class Capacity {

    private static final long MEGABYTE = 1_000_000;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final long most = Runtime.getRuntime().maxMemory() / 4 * 3;
    private long taken;

    /** One array of a table of which nothing is told before. */
    static void require(String what, long elements, int bytesEach, Origin origin) throws DataFault {
        new Capacity().take(what, elements, bytesEach, origin);
    }

    /** Takes room for so many elements more; no array holds 2^31. */
    void take(String what, long elements, int bytesEach, Origin origin) throws DataFault {
        if (elements > LONGEST_ARRAY) {
            throw DataFault.of(Code.NN209, origin, what + " holds " + elements + " numbers, but at most " + LONGEST_ARRAY + " can be held",
                    "take fewer rows or columns");
        }
        taken += elements * bytesEach;
        if (taken > most) {
            throw DataFault.of(Code.NN209, origin, what + " needs " + taken / MEGABYTE + " MB or more, but at most " + most / MEGABYTE
                    + " MB are free for it", "give Java more memory, for example `-Xmx8g`, or take fewer rows");
        }
    }

    /** Takes room for the classes of so many rows, as they are gathered and put in order. */
    void takeLabels(String what, long rows, Origin origin) throws DataFault {
        take(what, rows, 2 * Integer.BYTES, origin);
    }
}
