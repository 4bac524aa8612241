package brickwork.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The columns of the file a network was trained on, in the order of its inputs.
 *
 * @param columns     what becomes inputs; empty where samples came from elsewhere
 * @param fileColumns how many columns the file had, targets included; 0 where that is not known
 */
public record InputColumns(List<InputColumn> columns, int fileColumns) {

    /** Nothing is known of columns: inputs come as they are. */
    public static final InputColumns NONE = new InputColumns(List.of(), 0);

    public InputColumns {
        columns = List.copyOf(columns);
    }

    /** Columns of numbers, by name. */
    public static InputColumns named(List<String> names) {
        return new InputColumns(IntStream.range(0, names.size()).<InputColumn>mapToObj(
                i -> new InputColumn.Numbers(Optional.of(names.get(i)), i + 1, OptionalDouble.empty())).toList(), 0);
    }

    /** Whether nothing is known. */
    public boolean isNone() {
        return columns.isEmpty();
    }

    /** Whether each has a name, so that a file can have them in any order. */
    public boolean areNamed() {
        return !isNone() && columns.stream().allMatch(column -> column.name().isPresent());
    }

    /** How many inputs they become. */
    public int inputs() {
        return columns.stream().mapToInt(InputColumn::inputs).sum();
    }

    /** One name an input, {@code column=category} where a column becomes several; empty where a column has no name. */
    public List<String> inputNames() {
        if (!areNamed()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (var column : columns) {
            var name = column.name().orElseThrow();
            switch (column) {
                case InputColumn.Numbers _ -> names.add(name);
                case InputColumn.Categories(_, _, var categories, _, _) ->
                        categories.forEach(category -> names.add(name + "=" + category));
            }
        }
        return List.copyOf(names);
    }
}
