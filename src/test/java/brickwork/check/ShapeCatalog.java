package brickwork.check;

import brickwork.check.DataCatalog.Answer.Known;
import brickwork.check.DataCatalog.Answer.UnknownName;
import brickwork.check.DataCatalog.Targets.Classes;
import brickwork.check.DataCatalog.Targets.Reals;
import brickwork.model.DataSource;
import brickwork.model.DataSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the shapes of all sources without opening any, and of files what a test tells. */
final class ShapeCatalog implements DataCatalog {

    private static final List<String> FLOWERS = List.of("petal", "sepal", "species");

    private final Map<String, Answer> files = new HashMap<>();
    private final Map<String, Set<String>> registered = new HashMap<>();

    /** The answer for a file, or for a registered name. */
    ShapeCatalog with(String name, Answer answer) {
        files.put(name, answer);
        return this;
    }

    ShapeCatalog register(String name, Set<String> options, Answer answer) {
        registered.put(name, options);
        return with(name, answer);
    }

    @Override
    public Set<String> registered() {
        return registered.keySet();
    }

    @Override
    public Set<String> optionsOf(String name) {
        return registered.get(name);
    }

    @Override
    public Answer describe(DataSpec data, long seed) {
        return switch (data.source().orElseThrow()) {
            case DataSource.Xor _ -> new Known(4, 2, new Classes(2), false, 0, 1, true);
            case DataSource.Iris _ -> new Known(150, 4, new Classes(3), true, 0, 2, true);
            case DataSource.Digits _ -> new Known(1797, 64, new Classes(10), false, 0, 9, true);
            case DataSource.Sine sine -> new Known(sine.samples(), 1, new Reals(1), false, -1, 1, false);
            case DataSource.CircleInSquare circle -> new Known(circle.samples(), 2, new Classes(2), false, 0, 1, true);
            case DataSource.Quadrants quadrants -> new Known(quadrants.samples(), 2, new Classes(2), false, 0, 1, true);
            case DataSource.Moons moons -> sorted(moons.samples(), 2, 2);
            case DataSource.Circles circles -> sorted(circles.samples(), 2, 2);
            case DataSource.Spirals spirals -> sorted(spirals.samples(), 2, spirals.classes());
            case DataSource.Blobs blobs -> sorted(blobs.samples(), blobs.features(), blobs.classes());
            case DataSource.Rows rows -> describe(rows);
            case DataSource.Csv csv -> files.getOrDefault(csv.file(), flowers(csv));
            case DataSource.Idx idx -> files.get(idx.images());
            case DataSource.Npz npz -> files.get(npz.file());
            case DataSource.Registered host -> files.get(host.word());
        };
    }

    private static Known sorted(int samples, int inputs, int classes) {
        return new Known(samples, inputs, new Classes(classes), true, 0, classes - 1, true);
    }

    private static Known describe(DataSource.Rows rows) {
        var all = rows.targets().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).summaryStatistics();
        var width = rows.targets().getFirst().size();
        var classes = rows.targets().stream().allMatch(row -> row.stream().allMatch(v -> v == 0 || v == 1)
                && (width == 1 || row.stream().mapToDouble(Double::doubleValue).sum() == 1));
        return new Known(rows.inputs().size(), rows.inputs().getFirst().size(), new Reals(width), false, all.getMin(), all.getMax(),
                classes);
    }

    private static Answer flowers(DataSource.Csv csv) {
        return csv.targets().stream()
                .filter(column -> column.name().filter(FLOWERS::contains).isEmpty())
                .<Answer>map(column -> new UnknownName(column.name().orElse("" + column.number()), column.origin(), "column", FLOWERS))
                .findFirst()
                .orElse(new Known(4, 2, new Classes(2), false, 0, 1, true));
    }
}
