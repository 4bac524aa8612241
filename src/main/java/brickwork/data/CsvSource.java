package brickwork.data;

import brickwork.model.DataSource;
import brickwork.model.DataSource.Column;
import brickwork.source.Code;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code csv "FILE" target … [features …]}: a file whose columns are inputs and targets. */
final class CsvSource {

    private final DataSource.Csv source;
    private final CsvLayout layout;
    private final boolean[] used;

    private CsvSource(DataSource.Csv source, CsvLayout layout) {
        this.source = source;
        this.layout = layout;
        this.used = new boolean[layout.columns()];
    }

    static SampleTable open(DataSource.Csv source, DataFile file) throws DataFault {
        try (var csv = CsvFile.open(file)) {
            var names = Stream.concat(source.targets().stream(), source.features().stream()).flatMap(c -> c.name().stream()).toList();
            return new CsvSource(source, CsvLayout.of(file, csv, names)).read(csv, file);
        }
    }

    private SampleTable read(CsvFile csv, DataFile file) throws DataFault {
        var targetColumns = indices(source.targets());
        var featureColumns = source.features().isEmpty() ? others(file) : indices(source.features());
        var inputs = new CellCollector(file.name(), file.origin());
        var targets = new CsvTargets(layout, targetColumns, file);
        for (var row = csv.next(); row.isPresent(); row = csv.next()) {
            layout.requireWidth(row.get());
            for (var column : featureColumns) {
                inputs.add(layout.number(row.get(), column));
            }
            targets.add(row.get());
        }
        if (inputs.count() == 0) {
            throw CsvLayout.empty(file);
        }
        return new SampleTable(inputs.cells(featureColumns.length), targets.targets());
    }

    private int[] indices(List<Column> columns) throws DataFault {
        var indices = new int[columns.size()];
        for (var i = 0; i < indices.length; i++) {
            indices[i] = layout.index(columns.get(i));
            if (used[indices[i]]) {
                throw DataFault.of(Code.NN064, columns.get(i).origin(), layout.title(indices[i]) + " is already used",
                        "a column is one input or one target");
            }
            used[indices[i]] = true;
        }
        return indices;
    }

    /** All columns that are no targets. In a file with a header each must have a name: one without is most often a row number. */
    private int[] others(DataFile file) throws DataFault {
        var others = IntStream.range(0, used.length).filter(i -> !used[i]).toArray();
        if (others.length == 0) {
            throw DataFault.of(Code.NN205, file.origin(), file.name() + " has no column but the targets",
                    "the network needs at least one input");
        }
        for (var column : others) {
            if (layout.names().get(column).isEmpty()) {
                throw DataFault.of(Code.NN210, file.origin(), file.name() + " has no name for " + layout.title(column) + " in its header",
                        "name the columns to learn from with `features`, for it may count the rows");
            }
        }
        return others;
    }
}
