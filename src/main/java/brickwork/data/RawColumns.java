package brickwork.data;

import java.util.List;

/**
 * What a table tells of the columns its inputs come from.
 *
 * @param columns       one a column of the table; empty where cells are inputs as they are
 * @param fileColumns   how many the file has
 * @param targetNames   what the header calls the targets
 * @param unseenAsZeros whether a text that is no category makes all its inputs 0
 */
record RawColumns(List<RawColumn> columns, int fileColumns, List<String> targetNames, boolean unseenAsZeros) {

    static final RawColumns NONE = new RawColumns(List.of(), 0, List.of(), false);
}
