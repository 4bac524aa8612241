package brickwork.store;

import brickwork.model.DataSource;
import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.source.JsonText;
import brickwork.train.metric.Metrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names and figures in the metadata of a model, as texts and read from them.
 *
 * @param file     what messages call the model
 * @param metadata of the model
 */
record ModelNames(Path file, Map<String, String> metadata) {

    /** What the spec calls the inputs, where it names each. */
    static List<String> inputs(Specification network) {
        return network.data().source()
                .filter(DataSource.Csv.class::isInstance).map(source -> ((DataSource.Csv) source).features())
                .map(columns -> columns.stream().flatMap(column -> column.name().stream()).toList())
                .filter(names -> names.size() == network.inputs()).orElse(List.of());
    }

    /** By part and name, as reports call them; what is not finite has no place in JSON. */
    static Map<String, Map<String, Double>> metrics(Map<DatasetPart, Metrics> metrics) {
        var parts = new TreeMap<String, Map<String, Double>>();
        metrics.forEach((part, figures) -> {
            var named = new TreeMap<String, Double>();
            figures.values().forEach((metric, value) -> {
                if (Double.isFinite(value)) {
                    named.put(metric.word(), value);
                }
            });
            parts.put(part.name().toLowerCase(Locale.ROOT), Map.copyOf(named));
        });
        return parts;
    }

    static String text(List<String> names) {
        return names.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    static String text(Map<String, Map<String, Double>> metrics) {
        return object(new TreeMap<>(metrics).entrySet().stream().map(part -> JsonText.quoted(part.getKey()) + ":"
                + object(new TreeMap<>(part.getValue()).entrySet().stream()
                        .map(figure -> JsonText.quoted(figure.getKey()) + ":" + figure.getValue()).toList()))
                .toList());
    }

    private static String object(List<String> members) {
        return members.stream().collect(Collectors.joining(",", "{", "}"));
    }

    /** A text that a model has. */
    String text(String key) throws BrokenFileException {
        return find(key).orElseThrow(() -> ModelFile.broken(file, "its metadata has no " + key));
    }

    /** A text that a model may have. */
    Optional<String> find(String key) {
        return Optional.ofNullable(metadata.get(key));
    }

    /** As many as the network tells apart, or none. */
    List<String> classes(Specification network) throws BrokenFileException {
        var names = names("classes");
        var told = network.outputs() == 1 ? 2 : network.outputs();
        if (!names.isEmpty() && names.size() != told) {
            throw ModelFile.broken(file, "it names " + names.size() + " classes, and its network tells " + told + " apart");
        }
        return names;
    }

    /** As many as the network has inputs, or none. */
    List<String> inputNames(int count) throws BrokenFileException {
        var names = names("inputs");
        if (!names.isEmpty() && names.size() != count) {
            throw ModelFile.broken(file, "it names " + names.size() + " inputs, and its network takes " + count);
        }
        return names;
    }

    private List<String> names(String key) throws BrokenFileException {
        var names = new ArrayList<String>();
        if (!(value(key) instanceof JsonValue.Array array)) {
            throw ModelFile.broken(file, "the names of " + key + " in it are no list");
        }
        for (var item : array.items()) {
            if (!(item instanceof JsonValue.Text name)) {
                throw ModelFile.broken(file, "the names of " + key + " in it are not all texts");
            }
            names.add(name.value());
        }
        return names;
    }

    /** The figures by part and name. */
    Map<String, Map<String, Double>> readMetrics() throws BrokenFileException {
        var parts = new TreeMap<String, Map<String, Double>>();
        for (var part : members(value("metrics")).entrySet()) {
            var named = new TreeMap<String, Double>();
            for (var figure : members(part.getValue()).entrySet()) {
                named.put(figure.getKey(), number(figure.getValue()));
            }
            parts.put(part.getKey(), Map.copyOf(named));
        }
        return parts;
    }

    private Map<String, JsonValue> members(JsonValue value) throws BrokenFileException {
        if (value instanceof JsonValue.Members members) {
            return members.byName();
        }
        throw ModelFile.broken(file, "the metrics in it are not figures by part and name");
    }

    private double number(JsonValue value) throws BrokenFileException {
        if (value instanceof JsonValue.Number number && Double.isFinite(Double.parseDouble(number.literal()))) {
            return Double.parseDouble(number.literal());
        }
        throw ModelFile.broken(file, "the metrics in it are not all numbers");
    }

    private JsonValue value(String key) throws BrokenFileException {
        try {
            return JsonReader.read(text(key));
        } catch (JsonReader.Fault e) {
            throw ModelFile.broken(file, "the " + key + " in it cannot be read: " + e.getMessage());
        }
    }
}
