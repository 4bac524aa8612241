package brickwork.data;

import brickwork.model.DataSource;
import brickwork.model.DataSource.Column;
import brickwork.source.Code;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns of a csv file are learned, and which are learned from.
 *
 * @param targets    places from 0
 * @param features   places from 0, at least one
 * @param categories those features whose numbers are categories
 */
record CsvColumns(int[] targets, int[] features, int[] categories) {

    /** How {@code csv} is laid out, whose next row is the first of data afterwards. */
    static CsvLayout layout(DataSource.Csv source, DataFile file, CsvFile csv) throws DataFault {
        return CsvLayout.of(file, csv,
                source.columns().named().stream().flatMap(c -> c.name().stream()).toList());
    }

    boolean isCategories(int place) {
        return IntStream.of(categories).anyMatch(category -> category == place);
    }

    /** Those that {@code source} names; where it names no features, all that are no targets and not excepted. */
    static CsvColumns of(DataSource.Csv source, CsvLayout layout, DataFile file) throws DataFault {
        var used = new boolean[layout.columns()];
        var targets = places(source.targets(), layout, used);
        if (!source.features().isEmpty()) {
            var features = places(source.features(), layout, used);
            places(source.columns().except(), layout, used);
            return new CsvColumns(targets, features, categories(source, layout, features));
        }
        places(source.columns().except(), layout, used);
        var features = others(layout, file, used);
        return new CsvColumns(targets, features, categories(source, layout, features));
    }

    private static int[] categories(DataSource.Csv source, CsvLayout layout, int[] features) throws DataFault {
        var categories = places(source.columns().categories(), layout, new boolean[layout.columns()]);
        for (var i = 0; i < categories.length; i++) {
            var place = categories[i];
            if (IntStream.of(features).noneMatch(feature -> feature == place)) {
                throw DataFault.of(Code.NN064, source.columns().categories().get(i).origin(), layout.title(place)
                        + " is not learned from, so it has no categories", "leave it out here, or name it among the features");
            }
        }
        return categories;
    }

    private static int[] places(List<Column> columns, CsvLayout layout, boolean[] used) throws DataFault {
        var places = new int[columns.size()];
        for (var i = 0; i < places.length; i++) {
            places[i] = layout.index(columns.get(i));
            if (used[places[i]]) {
                throw DataFault.of(Code.NN064, columns.get(i).origin(), layout.title(places[i]) + " is already used",
                        "a column is one input or one target");
            }
            used[places[i]] = true;
        }
        return places;
    }

    /** All columns that are no targets. In a file with a header each must have a name: one without is most often a row number. */
    private static int[] others(CsvLayout layout, DataFile file, boolean[] used) throws DataFault {
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
