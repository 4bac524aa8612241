package brickwork.data;

import brickwork.model.Missing;
import java.util.List;
import java.util.Optional;

/**
 * A column of features as a csv file has it. In the table a missing cell is NaN, and a text is its place in {@code texts}.
 *
 * @param name      what the header calls it
 * @param place     in the file, from 0
 * @param title     what messages call it
 * @param texts     the different texts in the order they were met; empty where the cells are numbers
 * @param treatment of missing cells, of which there are none where it is absent
 * @param lacking   whether a cell is missing
 */
record RawColumn(Optional<String> name, int place, String title, Optional<List<String>> texts, Optional<Missing> treatment,
        boolean lacking) {

    /** The treatment, unless it speaks of all columns and none of these cells is missing: it need not fit then. */
    Optional<Missing> needed() {
        return treatment.filter(missing -> lacking || !missing.columns().isEmpty());
    }
}
