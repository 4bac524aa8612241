package brickwork.data;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Listing;
import brickwork.source.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A csv file of rows to predict, which take the way of those that were trained on. Its columns are found by their names, in any order and
 * among others; where the training or the file has no names, by their places, of which a note warns.
 */
final class CsvInputs {

    private static final int SHOWN = 8;

    private final DataFile file;
    private final CsvLayout layout;
    private final InputColumns columns;

    private CsvInputs(DataFile file, CsvLayout layout, InputColumns columns) {
        this.file = file;
        this.layout = layout;
        this.columns = columns;
    }

    /**
     * What was read, and what is to be known of it.
     *
     * @param targets none where only inputs were asked for
     */
    record Read(Cells inputs, Targets targets, List<Diagnostic> notes) {}

    /** Reads inputs; where no columns of training are known, so many numbers are taken as they come. */
    static Read read(DataFile file, FittedPreparation preparation, int inputs) throws DataFault {
        return read(file, preparation, inputs, OptionalInt.empty());
    }

    /** Reads inputs and the targets of a network with so many outputs. */
    static Read readJudged(DataFile file, FittedPreparation preparation, int inputs, int outputs) throws DataFault {
        return read(file, preparation, inputs, OptionalInt.of(outputs));
    }

    private static Read read(DataFile file, FittedPreparation preparation, int inputs, OptionalInt outputs) throws DataFault {
        var columns = preparation.columns().isNone() ? numbers(inputs) : preparation.columns();
        try (var csv = CsvFile.open(file)) {
            var layout = CsvLayout.of(file, csv, columns.columns().stream().flatMap(column -> column.name().stream()).toList());
            var reader = new CsvInputs(file, layout, columns);
            var byName = layout.headed() && columns.areNamed();
            var places = byName ? reader.byName() : reader.byPosition(outputs.isPresent());
            var targets = outputs.isPresent()
                    ? Optional.of(KnownTargets.of(file, layout, preparation, places, outputs.getAsInt())) : Optional.<KnownTargets>empty();
            return reader.read(csv, places, targets, byName ? List.of() : List.of(reader.note()));
        }
    }

    private static InputColumns numbers(int inputs) {
        return new InputColumns(IntStream.rangeClosed(1, inputs)
                .<InputColumn>mapToObj(place -> new InputColumn.Numbers(Optional.empty(), place, OptionalDouble.empty())).toList(), 0);
    }

    private Read read(CsvFile csv, int[] places, Optional<KnownTargets> targets, List<Diagnostic> notes) throws DataFault {
        var cells = new CellCollector(file.name(), file.origin(), new Capacity());
        for (var row = csv.next(); row.isPresent(); row = csv.next()) {
            layout.requireWidth(row.get());
            for (var i = 0; i < places.length; i++) {
                add(row.get(), places[i], columns.columns().get(i), cells);
            }
            if (targets.isPresent()) {
                targets.get().add(row.get());
            }
        }
        if (cells.count() == 0) {
            throw CsvLayout.empty(file);
        }
        var inputs = cells.cells(columns.inputs());
        return new Read(inputs,
                targets.isPresent() ? targets.get().targets() : new Targets.Reals(new Cells.Bytes(new byte[0], inputs.rows(), 0)),
                notes);
    }

    private int[] byName() throws DataFault {
        var names = columns.columns().stream().map(column -> column.name().orElseThrow()).toList();
        var missing = names.stream().filter(name -> !layout.names().contains(name)).toList();
        if (!missing.isEmpty()) {
            var nearest = missing.stream().flatMap(name -> NearestName.of(name, layout.names()).stream()).findFirst();
            throw DataFault.of(Code.NN063, file.origin(), file.name() + " has no " + (missing.size() == 1 ? "column " : "columns ")
                    + Listing.and(missing.stream().limit(SHOWN).map(CsvLayout::quoted).toList())
                    + (missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "") + ", which the network was trained on",
                    nearest.map(name -> "it has " + CsvLayout.quoted(name) + ": give the columns the names they had in training")
                            .orElse("give the columns the names they had in training"));
        }
        var places = new int[names.size()];
        for (var i = 0; i < places.length; i++) {
            places[i] = layout.names().indexOf(names.get(i));
            if (places[i] != layout.names().lastIndexOf(names.get(i))) {
                throw DataFault.of(Code.NN210, file.origin(), file.name() + " has several columns named " + names.get(i),
                        "leave one of them");
            }
        }
        return places;
    }

    /**
     * The columns of training alone, in their order, or all that the file of training had, each at its place; where that is not known,
     * targets may come behind the inputs.
     */
    private int[] byPosition(boolean judged) throws DataFault {
        var count = columns.columns().size();
        if (layout.columns() == count || judged && columns.fileColumns() == 0 && layout.columns() > count) {
            return IntStream.range(0, count).toArray();
        }
        if (layout.columns() == columns.fileColumns()) {
            return columns.columns().stream().mapToInt(column -> column.place() - 1).toArray();
        }
        throw DataFault.of(Code.NN205, file.origin(), file.name() + " has " + layout.columns() + " columns, but the network takes "
                + count + (columns.fileColumns() > count ? ", out of a file of " + columns.fileColumns() : ""),
                "give it the columns of the training data, in their order");
    }

    private Diagnostic note() {
        var why = !layout.headed() ? "it has no header" : "the training knew no names";
        return Diagnostic.at(file.origin(), Code.NN213, file.name() + ": columns are taken in their order, for " + why,
                layout.headed() ? "see that they stand in the order of training" : "give the file the header of the training data");
    }

    private void add(CsvFile.Row row, int place, InputColumn column, CellCollector cells) throws DataFault {
        var field = row.cells().get(place);
        switch (column) {
            case InputColumn.Numbers(_, _, var fill) ->
                    cells.add(fill.isPresent() && NumberText.isMissing(field) ? fill.getAsDouble() : layout.number(row, place));
            case InputColumn.Categories(_, _, var categories, var fill, var unseenAsZeros) -> {
                var text = NumberText.isMissing(field) ? fill.orElseThrow(() -> layout.fault(row, place, "the value is missing",
                        "fill it in, or leave the row out")) : field;
                if (!unseenAsZeros && !categories.contains(text)) {
                    throw layout.fault(row, place, CsvLayout.quoted(text) + " was in no row of the training part; there were "
                            + Listing.and(categories.stream().limit(SHOWN).map(CsvLayout::quoted).toList())
                            + (categories.size() > SHOWN ? " and more" : ""), "leave the row out, or train with `unseen as zeros`");
                }
                for (var category : categories) {
                    cells.add(category.equals(text) ? 1 : 0);
                }
            }
        }
    }
}
