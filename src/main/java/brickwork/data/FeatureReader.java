package brickwork.data;

import brickwork.data.CsvFile.Row;
import brickwork.model.Limits;
import brickwork.model.Missing;
import brickwork.source.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the cells of one column of features: numbers, or texts where the first cell that is there is one, or where it is to be categories.
 */
final class FeatureReader {

    private final CsvLayout layout;
    private final DataFile file;
    private final int place;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private boolean decided;
    private boolean text;
    private boolean lacking;

    FeatureReader(CsvLayout layout, DataFile file, int place, boolean categories) {
        this.layout = layout;
        this.file = file;
        this.place = place;
        this.decided = categories;
        this.text = categories;
    }

    int place() {
        return place;
    }

    boolean isMissing(Row row) {
        return NumberText.isMissing(row.cells().get(place));
    }

    /** The number of a cell; the place of a text among those met before; NaN for a cell that is missing. */
    double cell(Row row) throws DataFault {
        var field = row.cells().get(place);
        if (NumberText.isMissing(field)) {
            lacking = true;
            return Double.NaN;
        }
        if (!decided) {
            decided = true;
            text = !NumberText.isNumber(field);
        }
        if (!text) {
            return layout.number(row, place);
        }
        var known = texts.putIfAbsent(field, texts.size());
        if (texts.size() > Limits.CATEGORIES) {
            throw DataFault.of(Code.NN207, file.origin(), file.name() + ", " + layout.title(place) + " has more than "
                    + Limits.text(Limits.CATEGORIES) + " different texts",
                    "leave it out with `except`: a name or a number of each row tells nothing of others");
        }
        return known == null ? texts.size() - 1 : known;
    }

    RawColumn column(Optional<Missing> treatment) {
        var name = layout.headed() ? Optional.of(layout.names().get(place)) : Optional.<String>empty();
        return new RawColumn(name, place, layout.title(place), text ? Optional.of(List.copyOf(texts.keySet())) : Optional.empty(),
                treatment, lacking);
    }
}
