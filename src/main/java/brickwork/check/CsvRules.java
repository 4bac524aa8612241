package brickwork.check;

import brickwork.model.ColumnChoice;
import brickwork.model.DataSource;
import brickwork.model.DataSource.Column;
import brickwork.model.Limits;
import brickwork.model.Missing;
import brickwork.source.Code;
import brickwork.source.NearestName;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Csv files, their columns, and what becomes of missing cells. An empty answer means that the fault is reported. */
record CsvRules(NumberRules quantities, DiagnosticCollector faults) {

    private static final Map<String, Missing.Treatment> TREATMENTS = Map.of("mean", new Missing.Mean(), "median", new Missing.Median(),
            "drop", new Missing.Drop());

    Optional<DataSource> csv(Clause.CsvSource source) {
        Map<Object, Clause.Column> seen = new HashMap<>();
        var targets = columns(source.targets(), seen);
        var features = columns(named(source, "features"), seen);
        var except = columns(named(source, "except"), seen);
        var categories = columns(named(source, "categories"), new HashMap<>());
        var unseen = source.parts().stream().filter(Clause.Unseen.class::isInstance).map(Clause.Unseen.class::cast).findFirst();
        var positive = source.parts().stream().filter(Clause.Positive.class::isInstance).map(Clause.Positive.class::cast).findFirst()
                .map(part -> new ColumnChoice.Label(part.label().text(), faults.origin(part.label().span())));
        if (unseen.isPresent() && !unseen.get().as().text().equals("zeros")) {
            faults.add(Code.NN002, unseen.get().as().span(), "categories that were not seen can only be zeros")
                    .help("write `unseen as zeros`");
            return Optional.empty();
        }
        if (targets.isEmpty() || features.isEmpty() || except.isEmpty() || categories.isEmpty()) {
            return Optional.empty();
        }
        var choice = new ColumnChoice(targets.get(), features.get(), except.get(), categories.get(), unseen.isPresent(), positive);
        return Optional
                .of(new DataSource.Csv(source.file().value(), faults.origin(source.file().span()), choice, faults.origin(source.span())));
    }

    private static List<Clause.Column> named(Clause.CsvSource source, String word) {
        return source.parts().stream().filter(Clause.CsvColumns.class::isInstance).map(Clause.CsvColumns.class::cast)
                .filter(part -> part.kind().text().equals(word)).flatMap(part -> part.columns().stream()).toList();
    }

    /** Empty where one is at fault. */
    private Optional<List<Column>> columns(List<Clause.Column> written, Map<Object, Clause.Column> seen) {
        var columns = new ArrayList<Column>();
        var sound = true;
        for (var column : written) {
            var read = column(column);
            sound &= read.isPresent();
            for (var one : read.orElse(List.of())) {
                var first = seen.putIfAbsent(one.name().isPresent() ? one.name().get() : Integer.valueOf(one.number()), column);
                if (first == null) {
                    columns.add(one);
                } else {
                    sound = false;
                    faults.add(Code.NN064, column.span(), "column " + one.name().map(n -> "`" + n + "`").orElse("" + one.number())
                            + " stands twice").note("it stands here first", first.span());
                }
            }
        }
        return sound ? Optional.of(columns) : Optional.empty();
    }

    private Optional<List<Column>> column(Clause.Column column) {
        return switch (column) {
            case Clause.NamedColumn named -> Optional.of(List.of(new Column(Optional.of(named.name()), 0, faults.origin(named.span()))));
            case Clause.NumberedColumn numbered -> quantities.count(numbered.number(), "the number of a column").stream().boxed()
                    .map(number -> List.of(numbered(number, numbered))).findFirst();
            case Clause.ColumnRange range -> range(range);
        };
    }

    private Column numbered(int number, Clause.Column place) {
        return new Column(Optional.empty(), number, faults.origin(place.span()));
    }

    private Optional<List<Column>> range(Clause.ColumnRange range) {
        if (!(range.first() instanceof Clause.NumberedColumn numbered)) {
            faults.add(Code.NN064, range.first().span(), "a range of columns runs between their numbers")
                    .help("write the numbers of the first and the last column, such as `1 .. 4`, or name each column");
            return Optional.empty();
        }
        var first = quantities.count(numbered.number(), "the number of a column");
        var last = quantities.count(range.last(), "the number of a column");
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.getAsInt() < first.getAsInt() || last.getAsInt() > Limits.COLUMNS) {
            faults.add(Code.NN064, range.span(), last.getAsInt() > Limits.COLUMNS
                    ? "a range may name columns up to " + Limits.text(Limits.COLUMNS) : "the range of columns runs backwards")
                    .help("write the lower number first");
            return Optional.empty();
        }
        return Optional.of(IntStream.rangeClosed(first.getAsInt(), last.getAsInt()).mapToObj(number -> numbered(number, range)).toList());
    }

    private Optional<Missing> missing(Statement.Missing statement, Statements statements, Optional<DataSource> source) {
        if (source.isPresent() && !(source.get() instanceof DataSource.Csv)) {
            faults.add(Code.NN051, statement.keyword(),
                    "cells are missing in csv files alone, and the data is `" + source.get().word() + "`")
                    .help("leave the statement out");
            return Optional.empty();
        }
        var columns = columns(statement.columns(), new HashMap<>());
        var treatment = statement.text().<Missing.Treatment>map(text -> new Missing.Text(text.value()))
                .or(() -> treatment(statement.value().orElseThrow(), statements));
        return treatment.isEmpty() || columns.isEmpty() ? Optional.empty()
                : Optional.of(new Missing(treatment.get(), columns.get(), faults.origin(statement.span())));
    }

    private Optional<Missing.Treatment> treatment(Expression value, Statements statements) {
        if (value instanceof Expression.Constant(var span, var name)) {
            if (TREATMENTS.containsKey(name)) {
                return Optional.of(TREATMENTS.get(name));
            }
            var nearest = NearestName.of(name, TREATMENTS.keySet().stream().sorted().toList());
            if (nearest.isPresent() && statements.all(Statement.Let.class).stream().noneMatch(let -> let.name().text().equals(name))) {
                faults.add(Code.NN002, span, "unknown treatment of missing cells `" + name + "`")
                        .help("did you mean `" + nearest.get() + "`?");
                return Optional.empty();
            }
        }
        return quantities.number(value).stream().<Missing.Treatment>mapToObj(Missing.Value::new).findFirst();
    }

    /** Reads every statement; two that speak of all columns are one too many. */
    List<Missing> missing(Statements statements, Optional<DataSource> source) {
        var all = statements.all(Statement.Missing.class);
        var general = all.stream().filter(statement -> statement.columns().isEmpty()).toList();
        for (var other : general.subList(Math.min(1, general.size()), general.size())) {
            faults.add(Code.NN010, other.keyword(), "`missing` stands twice without columns").note("it stands here first",
                    general.getFirst().keyword()).help("keep one of them, or name the columns with `for`");
        }
        return all.stream().flatMap(statement -> missing(statement, statements, source).stream()).toList();
    }
}
