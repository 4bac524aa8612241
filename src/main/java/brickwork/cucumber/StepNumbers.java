package brickwork.cucumber;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Numbers out of sentences and tables. */
final class StepNumbers {

    private StepNumbers() {}

    static double of(String written) {
        try {
            return Double.parseDouble(written.strip().replace("_", ""));
        } catch (NumberFormatException notOne) {
            throw new AssertionError("\"" + written + "\" is not a number", notOne);
        }
    }

    static List<Double> of(List<String> written) {
        return written.stream().map(StepNumbers::of).toList();
    }

    /** Numbers side by side, with spaces or commas between them. */
    static List<Double> row(String written) {
        return of(Arrays.asList(written.strip().split("[\\s,]+")));
    }

    /** The cell of a named column. */
    static String cell(Map<String, String> row, String column) {
        if (row.get(column) == null) {
            throw new AssertionError("the table needs a column \"" + column + "\", it has " + row.keySet());
        }
        return row.get(column);
    }
}
