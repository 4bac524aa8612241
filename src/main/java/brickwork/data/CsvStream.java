package brickwork.data;

import brickwork.model.DataSource.Column;
import brickwork.model.DataSource.Csv;
import brickwork.source.Code;
import brickwork.source.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The rows of a csv file, one at a time. */
record CsvStream(Csv source, int inputs, int targets, List<String> classNames) implements SampleStream {

    static CsvStream of(Path file, List<String> targets, List<String> features) {
        Objects.requireNonNull(file, "a file is needed, got null");
        Objects.requireNonNull(targets, "names of target columns are needed, got null");
        Objects.requireNonNull(features, "names of the columns to learn from are needed, got null");
        if (targets.isEmpty()) {
            throw BrokenStreamException.of("no column of " + file + " is named as a target", "name at least one");
        }
        var source = new Csv(file.toString(), Origin.NONE, columns(targets), columns(features), Origin.NONE);
        try (var rows = Rows.open(source, List.of())) {
            return new CsvStream(source, rows.columns.features().length, targets.size(), rows.readClassNames());
        } catch (DataFault fault) {
            throw BrokenStreamException.of(fault.diagnostic().message(), fault.diagnostic().help().orElse("look at the file"));
        }
    }

    private static List<Column> columns(List<String> names) {
        return names.stream().map(name -> name.matches("[1-9][0-9]{0,6}")
                ? new Column(Optional.empty(), Integer.parseInt(name), Origin.NONE)
                : new Column(Optional.of(name), 0, Origin.NONE)).toList();
    }

    @Override
    public Cursor open() throws IOException {
        try {
            var rows = Rows.open(source, classNames);
            return new Cursor() {
                @Override
                public boolean next(double[] inputs, double[] targets) throws IOException {
                    try {
                        return rows.next(inputs, targets);
                    } catch (DataFault fault) {
                        throw told(fault);
                    }
                }

                @Override
                public void close() throws IOException {
                    try {
                        rows.close();
                    } catch (DataFault fault) {
                        throw told(fault);
                    }
                }
            };
        } catch (DataFault fault) {
            throw told(fault);
        }
    }

    private static IOException told(DataFault fault) {
        return new IOException(fault.getMessage(), fault);
    }

    /** One reading of the file. */
    private static final class Rows implements AutoCloseable {

        private final CsvFile csv;
        private final DataFile file;
        private final CsvLayout layout;
        private final CsvColumns columns;
        private final Map<String, Integer> classes = new HashMap<>();

        private Rows(CsvFile csv, DataFile file, CsvLayout layout, CsvColumns columns, List<String> classNames) {
            this.csv = csv;
            this.file = file;
            this.layout = layout;
            this.columns = columns;
            classNames.forEach(name -> classes.put(name, classes.size()));
        }

        static Rows open(Csv source, List<String> classNames) throws DataFault {
            var file = DataFile.find(new FileAccess.Anywhere(Path.of("")), source.file(), Origin.NONE);
            var csv = CsvFile.open(file);
            try {
                var layout = CsvColumns.layout(source, file, csv);
                return new Rows(csv, file, layout, CsvColumns.of(source, layout, file), classNames);
            } catch (DataFault | RuntimeException e) {
                csv.close();
                throw e;
            }
        }

        /** The names that the one target column holds, sorted; none where it, or its first field, is a number. */
        List<String> readClassNames() throws DataFault {
            var column = columns.targets()[0];
            var row = csv.next().orElseThrow(() -> CsvLayout.empty(file));
            layout.requireWidth(row);
            if (columns.targets().length > 1 || isNumber(row, column) || NumberText.isMissing(row.cells().get(column))) {
                return List.of();
            }
            var names = new TreeSet<String>();
            for (var next = Optional.of(row); next.isPresent() && names.size() <= Targets.MOST_CLASSES; next = csv.next()) {
                layout.requireWidth(next.get());
                names.add(className(next.get(), column));
            }
            if (names.size() < 2 || names.size() > Targets.MOST_CLASSES) {
                throw DataFault.of(Code.NN208, file.origin(), file.name() + ", " + layout.title(column) + " names "
                        + (names.size() < 2 ? "1 class" : "more than " + Targets.MOST_CLASSES + " classes"),
                        "samples of at least two classes are needed, and numbers where there are none");
            }
            return List.copyOf(names);
        }

        private static boolean isNumber(CsvFile.Row row, int column) {
            return NumberText.isNumber(row.cells().get(column));
        }

        private String className(CsvFile.Row row, int column) throws DataFault {
            var field = row.cells().get(column);
            if (isNumber(row, column) || NumberText.isMissing(field)) {
                throw layout.fault(row, column, CsvLayout.quoted(field) + " is no name of a class, but the first row has one",
                        "a target column is all numbers, or all names of classes that are no numbers");
            }
            return field;
        }

        boolean next(double[] inputs, double[] targets) throws DataFault {
            var found = csv.next();
            if (found.isEmpty()) {
                return false;
            }
            var row = found.get();
            layout.requireWidth(row);
            for (var i = 0; i < inputs.length; i++) {
                inputs[i] = layout.number(row, columns.features()[i]);
            }
            for (var k = 0; k < targets.length; k++) {
                targets[k] = classes.isEmpty() ? layout.number(row, columns.targets()[k]) : label(row, columns.targets()[k]);
            }
            return true;
        }

        private int label(CsvFile.Row row, int column) throws DataFault {
            var label = classes.get(className(row, column));
            if (label == null) {
                throw layout.fault(row, column, CsvLayout.quoted(row.cells().get(column)) + " was no class when the file was read first",
                        "leave the file as it is while it is trained on");
            }
            return label;
        }

        @Override
        public void close() throws DataFault {
            csv.close();
        }
    }
}
