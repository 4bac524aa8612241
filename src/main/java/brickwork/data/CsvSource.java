package brickwork.data;

import brickwork.model.DataSource;

/** {@code csv "FILE" target … [features …]}: a file whose columns are inputs and targets. */
final class CsvSource {

    private CsvSource() {}

    static SampleTable open(DataSource.Csv source, DataFile file) throws DataFault {
        try (var csv = CsvFile.open(file)) {
            var layout = CsvColumns.layout(source, file, csv);
            return read(csv, file, layout, CsvColumns.of(source, layout, file));
        }
    }

    private static SampleTable read(CsvFile csv, DataFile file, CsvLayout layout, CsvColumns columns) throws DataFault {
        var capacity = new Capacity();
        var inputs = new CellCollector(file.name(), file.origin(), capacity);
        var targets = new CsvTargets(layout, columns.targets(), file, capacity);
        for (var row = csv.next(); row.isPresent(); row = csv.next()) {
            layout.requireWidth(row.get());
            for (var column : columns.features()) {
                inputs.add(layout.number(row.get(), column));
            }
            targets.add(row.get());
        }
        if (inputs.count() == 0) {
            throw CsvLayout.empty(file);
        }
        return new SampleTable(inputs.cells(columns.features().length), targets.targets());
    }
}
