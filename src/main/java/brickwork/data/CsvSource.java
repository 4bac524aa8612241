package brickwork.data;

import brickwork.model.DataSource;
import brickwork.model.Missing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** {@code csv "FILE" target … [features …]}: a file whose columns are inputs and targets. */
final class CsvSource {

    private CsvSource() {}

    static SampleTable open(DataSource.Csv source, DataFile file, List<Missing> missing) throws DataFault {
        try (var csv = CsvFile.open(file)) {
            var layout = CsvColumns.layout(source, file, csv);
            return read(csv, source, file, layout, MissingCells.of(layout, file, missing));
        }
    }

    private static SampleTable read(CsvFile csv, DataSource.Csv source, DataFile file, CsvLayout layout, MissingCells missing)
            throws DataFault {
        var columns = CsvColumns.of(source, layout, file);
        var capacity = new Capacity();
        var inputs = new CellCollector(file.name(), file.origin(), capacity);
        var targets = new CsvTargets(layout, columns.targets(), file, capacity, source.columns().positive());
        var features = IntStream.of(columns.features())
                .mapToObj(place -> new FeatureReader(layout, file, place, columns.isCategories(place))).toList();
        var rows = 0;
        for (var row = csv.next(); row.isPresent(); row = csv.next()) {
            layout.requireWidth(row.get());
            rows++;
            if (!missing.drops(row.get(), features, columns.targets())) {
                for (var feature : features) {
                    inputs.add(feature.cell(row.get()));
                }
                targets.add(row.get());
            }
        }
        missing.requireTreated();
        if (inputs.count() == 0) {
            throw rows == 0 ? CsvLayout.empty(file) : missing.nothingLeft(rows);
        }
        var names = layout.headed() ? Arrays.stream(columns.targets()).mapToObj(layout.names()::get).toList() : List.<String>of();
        var raw = new RawColumns(features.stream().map(feature -> feature.column(missing.of(feature.place()))).toList(), layout.columns(),
                names, source.columns().unseenAsZeros());
        return new SampleTable(inputs.cells(features.size()), targets.targets(), raw);
    }
}
