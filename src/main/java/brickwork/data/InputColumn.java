package brickwork.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A column of the file a network was trained on, and how its cells become inputs. */
public sealed interface InputColumn {

    /** What the header calls it; empty where the file had none. */
    Optional<String> name();

    /** Its place in the file, from 1. */
    int place();

    /** How many inputs it becomes. */
    default int inputs() {
        return switch (this) {
            case Numbers _ -> 1;
            case Categories(_, _, var categories, _, _) -> categories.size();
        };
    }

    /**
     * One input, the number itself.
     *
     * @param fill what stands for a missing cell; empty where none may be missing
     */
    record Numbers(Optional<String> name, int place, OptionalDouble fill) implements InputColumn {}

    /**
     * One input a category: 1 where the cell is that category, 0 elsewhere.
     *
     * @param categories     in the order of their inputs, each once
     * @param fill           the category of a missing cell; empty where none may be missing
     * @param unseenAsZeros  whether a text that is none of them makes every input 0; it is a fault otherwise
     */
    record Categories(Optional<String> name, int place, List<String> categories, Optional<String> fill, boolean unseenAsZeros)
            implements
                InputColumn {
        public Categories {
            categories = List.copyOf(categories);
        }
    }
}
