package brickwork.data;

import brickwork.data.CsvFile.Row;
import brickwork.model.Missing;
import brickwork.source.Code;
import brickwork.source.Listing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a spec says of the missing cells of a csv file, column by column, and those of which it says nothing. */
final class MissingCells {

    private static final int SHOWN = 8;

    private final CsvLayout layout;
    private final DataFile file;
    private final Map<Integer, Missing> named = new HashMap<>();
    private Optional<Missing> others = Optional.empty();
    private final Map<Integer, int[]> counts = new TreeMap<>();

    private MissingCells(CsvLayout layout, DataFile file) {
        this.layout = layout;
        this.file = file;
    }

    static MissingCells of(CsvLayout layout, DataFile file, List<Missing> statements) throws DataFault {
        var cells = new MissingCells(layout, file);
        for (var statement : statements) {
            for (var column : statement.columns()) {
                if (cells.named.put(layout.index(column), statement) != null) {
                    throw DataFault.of(Code.NN064, column.origin(), layout.title(layout.index(column)) + " is already spoken of",
                            "say once what becomes of its missing cells");
                }
            }
            if (statement.columns().isEmpty()) {
                cells.others = Optional.of(statement);
            }
        }
        return cells;
    }

    /** What is said of a column of features. */
    Optional<Missing> of(int place) {
        return Optional.ofNullable(named.get(place)).or(() -> others);
    }

    /** Whether a row is left out; counts the cells that nothing is said of. */
    boolean drops(Row row, List<FeatureReader> features, int[] targets) {
        var drops = false;
        for (var feature : features) {
            if (feature.isMissing(row)) {
                drops |= meet(feature.place(), row, of(feature.place()));
            }
        }
        for (var target : targets) {
            if (NumberText.isMissing(row.cells().get(target))) {
                drops |= meet(target, row, of(target).filter(missing -> missing.treatment() instanceof Missing.Drop));
            }
        }
        return drops;
    }

    private boolean meet(int place, Row row, Optional<Missing> treatment) {
        if (treatment.isEmpty()) {
            counts.computeIfAbsent(place, _ -> new int[] {0, Math.toIntExact(row.line())})[0]++;
        }
        return treatment.isEmpty() || treatment.get().treatment() instanceof Missing.Drop;
    }

    /** Every row has a missing cell. */
    DataFault nothingLeft(int rows) {
        return DataFault.of(Code.NN206, file.origin(), file.name() + ": each of its " + rows + " rows has a missing value and is left out",
                "fill them by `missing median`, or leave the column out that lacks most with `except`");
    }

    /** Refuses missing cells that nothing is said of, all columns at once. */
    void requireTreated() throws DataFault {
        if (counts.isEmpty()) {
            return;
        }
        var columns = new ArrayList<String>();
        counts.forEach((place, count) -> columns
                .add(layout.title(place) + (count[0] == 1 ? " once, in line " : " " + count[0] + " times, first in line ") + count[1]));
        var more = columns.size() - SHOWN;
        throw DataFault.of(Code.NN204, file.origin(), file.name() + ": a value is missing in "
                + Listing.and(more <= 0 ? columns : List.copyOf(columns.subList(0, SHOWN)))
                + (more <= 0 ? "" : ", and in " + more + " columns more"),
                "write `missing median`, or `missing drop` to leave such rows out; a target can only be left out");
    }
}
