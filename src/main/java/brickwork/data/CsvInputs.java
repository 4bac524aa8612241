package brickwork.data;

import brickwork.model.DataSource;
import brickwork.model.DataSource.Column;
import brickwork.model.Specification;
import brickwork.source.Code;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A csv file of inputs to predict. Features that the spec names are looked up in its header; where there are just as many columns as
 * inputs, and no names to go by, they come in order; the targets of the training file may stand among them and are left out.
 */
final class CsvInputs {

    private CsvInputs() {}

    static Cells read(DataFile file, Specification network) throws DataFault {
        var features = network.data().source().map(CsvInputs::features).orElse(List.of());
        var targets = network.data().source().map(CsvInputs::targets).orElse(List.of());
        try (var csv = CsvFile.open(file)) {
            var names = features.stream().flatMap(column -> column.name().stream()).toList();
            var layout = CsvLayout.of(file, csv, names);
            var columns = columns(layout, features, targets, network.inputs(), file);
            var cells = new CellCollector(file.name(), file.origin(), new Capacity());
            for (var row = csv.next(); row.isPresent(); row = csv.next()) {
                layout.requireWidth(row.get());
                for (var column : columns) {
                    cells.add(layout.number(row.get(), column));
                }
            }
            if (cells.count() == 0) {
                throw CsvLayout.empty(file);
            }
            return cells.cells(columns.length);
        }
    }

    private static int[] columns(CsvLayout layout, List<Column> features, List<Column> targets, int inputs, DataFile file)
            throws DataFault {
        var named = features.stream().anyMatch(column -> column.name().isPresent());
        if (!features.isEmpty() && (named && layout.headed() || !named && layout.columns() != inputs)) {
            var columns = new int[features.size()];
            for (var i = 0; i < columns.length; i++) {
                columns[i] = layout.index(features.get(i));
            }
            return columns;
        }
        if (layout.columns() == inputs) {
            return IntStream.range(0, inputs).toArray();
        }
        var withoutTargets = layout.columns() == inputs + targets.size() && targets.stream().allMatch(target -> has(layout, target));
        if (!withoutTargets) {
            throw DataFault.of(Code.NN205, file.origin(), file.name() + " has " + layout.columns() + " columns, but the network takes "
                    + inputs + " inputs", "give it the columns of the training data, in their order");
        }
        var left = new int[targets.size()];
        for (var i = 0; i < left.length; i++) {
            left[i] = layout.index(targets.get(i));
        }
        return IntStream.range(0, layout.columns()).filter(column -> Arrays.stream(left).noneMatch(l -> l == column)).toArray();
    }

    private static boolean has(CsvLayout layout, Column column) {
        return column.name().map(name -> layout.headed() && layout.names().contains(name)).orElse(column.number() <= layout.columns());
    }

    private static List<Column> features(DataSource source) {
        return source instanceof DataSource.Csv csv ? csv.features() : List.of();
    }

    private static List<Column> targets(DataSource source) {
        return source instanceof DataSource.Csv csv ? csv.targets() : List.of();
    }
}
