package brickwork.model;

import brickwork.model.DataSource.Column;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a csv file are what.
 *
 * @param targets       what is learned
 * @param features      what is learned from; empty for all that is no target
 * @param except        columns that are neither
 * @param categories    columns of numbers that are categories, as columns of text are by themselves
 * @param unseenAsZeros whether a category that the training part lacks makes all inputs of its column 0; it is a fault otherwise
 * @param positive      of two classes the one that is 1; the second in order where nothing is said
 */
public record ColumnChoice(List<Column> targets, List<Column> features, List<Column> except, List<Column> categories,
        boolean unseenAsZeros, Optional<Label> positive) {

    /** A run of numbers that is written as a range. */
    private static final int RANGE = 3;

    /** The name of a class, and where it was written. */
    public record Label(String text, Origin origin) {}

    public ColumnChoice {
        targets = List.copyOf(targets);
        features = List.copyOf(features);
        except = List.copyOf(except);
        categories = List.copyOf(categories);
    }

    static ColumnChoice of(List<Column> targets, List<Column> features) {
        return new ColumnChoice(targets, features, List.of(), List.of(), false, Optional.empty());
    }

    /** All columns that are named, in the order of the statement. */
    public List<Column> named() {
        var named = new ArrayList<>(targets);
        named.addAll(features);
        named.addAll(except);
        named.addAll(categories);
        return named;
    }

    /** As the language writes it, behind the file. */
    public String text() {
        return part(" target ", targets) + positive.map(label -> " positive " + Column.quoted(label.text())).orElse("")
                + part(" features ", features) + part(" except ", except) + part(" categories ", categories)
                + (unseenAsZeros ? " unseen as zeros" : "");
    }

    private static String part(String word, List<Column> columns) {
        return columns.isEmpty() ? "" : word + String.join(", ", texts(columns));
    }

    private static List<String> texts(List<Column> columns) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < columns.size();) {
            var run = run(columns, i);
            texts.add(run < RANGE ? columns.get(i).text() : columns.get(i).number() + " .. " + columns.get(i + run - 1).number());
            i += run < RANGE ? 1 : run;
        }
        return texts;
    }

    /** How many columns from {@code from} have numbers that follow one another. */
    private static int run(List<Column> columns, int from) {
        var length = 1;
        while (columns.get(from).name().isEmpty() && from + length < columns.size() && columns.get(from + length).name().isEmpty()
                && columns.get(from + length).number() == columns.get(from).number() + length) {
            length++;
        }
        return length;
    }
}
