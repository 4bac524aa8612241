package brickwork.data;

import brickwork.source.Code;
import brickwork.source.Origin;

/** Refuses what would not fit into memory before memory is asked for, so that no file and no text can exhaust it. */
final class Capacity {

    private static final long MEGABYTE = 1_000_000;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Capacity() {}

    /** One array may take half of what this Java may use, and no array holds 2^31 elements. */
    static void require(String what, long elements, int bytesEach, Origin origin) throws DataFault {
        var most = Runtime.getRuntime().maxMemory() / 2;
        if (elements > LONGEST_ARRAY) {
            throw DataFault.of(Code.NN209, origin, what + " holds " + elements + " numbers, but at most " + LONGEST_ARRAY + " can be held",
                    "take fewer rows or columns");
        }
        if (elements > most / bytesEach) {
            throw DataFault.of(Code.NN209, origin, what + " needs " + elements * bytesEach / MEGABYTE + " MB, but at most "
                    + most / MEGABYTE + " MB are free for it", "give Java more memory, for example `-Xmx8g`, or take fewer rows");
        }
    }
}
