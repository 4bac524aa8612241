package brickwork.data;

import brickwork.data.CsvFile.Row;
import brickwork.source.Code;
import brickwork.source.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The targets of rows that a trained network is judged on: the classes it knows, or numbers. */
final class KnownTargets {

    private static final int SHOWN = 8;

    private final DataFile file;
    private final CsvLayout layout;
    private final List<String> classes;
    private final int[] places;
    private final List<Integer> labels = new ArrayList<>();
    private final CellCollector numbers;

    private KnownTargets(DataFile file, CsvLayout layout, List<String> classes, int[] places) {
        this.file = file;
        this.layout = layout;
        this.classes = classes;
        this.places = places;
        this.numbers = new CellCollector(file.name(), file.origin(), new Capacity());
    }

    /**
     * Finds the columns by their names or, where there are none, takes those that are left.
     *
     * @param features the places of the inputs
     * @param outputs  of the network
     */
    static KnownTargets of(DataFile file, CsvLayout layout, FittedPreparation preparation, int[] features, int outputs) throws DataFault {
        var needed = preparation.classNames().isEmpty() ? outputs : 1;
        var names = preparation.targetNames();
        if (layout.headed() && names.size() == needed) {
            var missing = names.stream().filter(name -> !layout.names().contains(name)).map(CsvLayout::quoted).toList();
            if (!missing.isEmpty()) {
                throw DataFault.of(Code.NN063, file.origin(), file.name() + " has no column " + Listing.and(missing)
                        + ", which holds what the network was trained to give",
                        "only rows whose targets are known can be judged: `nn predict` needs none");
            }
            return new KnownTargets(file, layout, preparation.classNames(), names.stream().mapToInt(layout.names()::indexOf).toArray());
        }
        var left = IntStream.range(0, layout.columns()).filter(place -> IntStream.of(features).noneMatch(f -> f == place)).toArray();
        if (left.length != needed) {
            throw DataFault.of(Code.NN205, file.origin(), file.name() + " has " + left.length + " columns beside the inputs, but there are "
                    + needed + " targets", "give it the columns of the training data, in their order");
        }
        return new KnownTargets(file, layout, preparation.classNames(), left);
    }

    void add(Row row) throws DataFault {
        if (classes.isEmpty()) {
            for (var place : places) {
                numbers.add(layout.number(row, place));
            }
            return;
        }
        var field = row.cells().get(places[0]);
        var label = classes.indexOf(name(field));
        if (label < 0) {
            throw layout.fault(row, places[0], CsvLayout.quoted(field) + " is none of the classes "
                    + Listing.and(classes.stream().limit(SHOWN).map(CsvLayout::quoted).toList())
                    + (classes.size() > SHOWN ? " and others" : ""),
                    "give the classes the names they had in training, or leave the row out");
        }
        labels.add(label);
    }

    /** Whole numbers are called as they are counted, however they are written. */
    private static String name(String field) {
        return NumberText.isNumber(field) && NumberText.value(field) == Math.rint(NumberText.value(field))
                ? String.valueOf((long) NumberText.value(field)) : field;
    }

    Targets targets() {
        return classes.isEmpty() ? new Targets.Reals(numbers.cells(places.length))
                : new Targets.Labels(labels.stream().mapToInt(Integer::intValue).toArray(), classes.size(), classes);
    }
}
