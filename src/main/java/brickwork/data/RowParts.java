package brickwork.data;

import brickwork.model.DatasetPart;
import java.util.List;

/** Which part each row of a stream belongs to, in a byte a row; in none where all rows are train. */
final class RowParts {

    private static final List<DatasetPart> PARTS = List.of(DatasetPart.values());

    private final byte[] parts;
    private final int[] counts = new int[PARTS.size()];
    private final int rows;

    private RowParts(int rows, byte[] parts) {
        this.rows = rows;
        this.parts = parts;
    }

    static RowParts allTrain(int rows) {
        var parts = new RowParts(rows, null);
        parts.counts[DatasetPart.TRAIN.ordinal()] = rows;
        return parts;
    }

    static RowParts of(Partition partition, int rows) {
        var parts = new RowParts(rows, new byte[rows]);
        parts.put(DatasetPart.TRAIN, partition.train());
        parts.put(DatasetPart.VALIDATION, partition.validation());
        parts.put(DatasetPart.TEST, partition.test());
        return parts;
    }

    private void put(DatasetPart part, int[] places) {
        counts[part.ordinal()] = places.length;
        for (var row : places) {
            parts[row] = (byte) part.ordinal();
        }
    }

    int rows() {
        return rows;
    }

    int count(DatasetPart part) {
        return counts[part.ordinal()];
    }

    boolean holds(DatasetPart part, long row) {
        return parts == null ? part == DatasetPart.TRAIN : parts[(int) row] == part.ordinal();
    }
}
