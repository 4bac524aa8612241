package brickwork.model;

import brickwork.model.DataSource.Column;
import brickwork.source.DecimalText;
import brickwork.source.Origin;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes of cells of a csv file that hold no value.
 *
 * @param columns whose cells; empty for all that no other statement names
 */
public record Missing(Treatment treatment, List<Column> columns, Origin origin) {

    public Missing {
        columns = List.copyOf(columns);
    }

    /** What a program says. */
    public static Missing of(Treatment treatment, String... columns) {
        return new Missing(treatment, Column.named(List.of(columns)), Origin.NONE);
    }

    /** What stands in the place of such a cell, or that its row is left out. */
    public sealed interface Treatment {

        /** As the language writes it. */
        default String text() {
            return switch (this) {
                case Mean _ -> "mean";
                case Median _ -> "median";
                case Drop _ -> "drop";
                case Value(var value) -> DecimalText.of(value);
                case Text(var word) -> Column.quoted(word);
            };
        }
    }

    /** The mean of the column over the training part. */
    public record Mean() implements Treatment {}

    /** The median of the column over the training part; of an even count the mean of the two in the middle. */
    public record Median() implements Treatment {}

    /** Rows with such a cell are left out. */
    public record Drop() implements Treatment {}

    /** A number. */
    public record Value(double value) implements Treatment {
        public Value {
            Numbers.finite("the value of missing cells", value);
        }
    }

    /** A text, which is one of the categories. */
    public record Text(String word) implements Treatment {}

    /** The statement. */
    public String text() {
        return "missing " + treatment.text()
                + (columns.isEmpty() ? "" : " for " + columns.stream().map(Column::text).collect(Collectors.joining(", ")));
    }
}
