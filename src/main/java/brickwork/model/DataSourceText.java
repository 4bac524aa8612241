package brickwork.model;

import brickwork.source.DecimalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A data source as {@code data} takes it. */
final class DataSourceText {

    private DataSourceText() {}

    static String of(DataSource source) {
        return switch (source) {
            case DataSource.Xor _, DataSource.Iris _, DataSource.Digits _ -> source.word();
            case DataSource.Generated generated -> source.word() + " samples " + generated.samples() + options(generated)
                    + (generated.seed().isPresent() ? " seed " + generated.seed().getAsLong() : "");
            case DataSource.Rows rows -> rows(rows);
            case DataSource.Csv csv -> "csv " + quoted(csv.file()) + " target " + columns(csv.targets())
                    + (csv.features().isEmpty() ? "" : " features " + columns(csv.features()));
            case DataSource.Idx idx -> "idx " + quoted(idx.images()) + " labels " + quoted(idx.labels());
            case DataSource.Npz npz -> "npz " + quoted(npz.file()) + " inputs " + quoted(npz.inputs())
                    + " targets " + quoted(npz.targets());
            case DataSource.Registered registered -> registered.word() + registered.options().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(option -> " " + option.getKey() + " " + DecimalText.of(option.getValue()))
                    .collect(Collectors.joining());
        };
    }

    private static String options(DataSource.Generated source) {
        return switch (source) {
            case DataSource.Quadrants _ -> "";
            case DataSource.Moons moons -> " noise " + DecimalText.of(moons.noise());
            case DataSource.Circles circles -> " noise " + DecimalText.of(circles.noise()) + " factor " + DecimalText.of(circles.factor());
            case DataSource.Spirals spirals -> " noise " + DecimalText.of(spirals.noise()) + " turns " + DecimalText.of(spirals.turns())
                    + " classes " + spirals.classes();
            case DataSource.Blobs blobs -> " classes " + blobs.classes() + " features " + blobs.features()
                    + " spread " + DecimalText.of(blobs.spread());
            case DataSource.Sine sine -> " noise " + DecimalText.of(sine.noise());
        };
    }

    private static String rows(DataSource.Rows rows) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < rows.inputs().size(); i++) {
            texts.add(values(rows.inputs().get(i)) + " -> " + values(rows.targets().get(i)));
        }
        return "rows [ " + String.join("; ", texts) + " ]";
    }

    private static String values(List<Double> values) {
        return values.stream().map(DecimalText::of).collect(Collectors.joining(" "));
    }

    private static String columns(List<DataSource.Column> columns) {
        return columns.stream()
                .map(column -> column.name().map(DataSourceText::quoted).orElseGet(() -> Integer.toString(column.number())))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
