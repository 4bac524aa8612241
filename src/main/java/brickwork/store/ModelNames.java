package brickwork.store;

import brickwork.model.DataSource;
import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.source.JsonText;
import brickwork.train.metric.Metrics;
import java.nio.charset.StandardCharsets;
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

    /** More than there are metrics, of a part and for each class. */
    private static final int MOST_FIGURES = 10_000;

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
    String text(String key) {
        return find(key).orElseThrow(() -> ModelFile.broken(file, "its metadata has no " + key));
    }

    /** A text that a model may have. */
    Optional<String> find(String key) {
        return Optional.ofNullable(metadata.get(key));
    }

    /** As many as the network tells apart, or none. */
    List<String> classes(Specification network) {
        return names("classes", network.outputs() == 1 ? 2 : network.outputs());
    }

    /** As many as the network has inputs, or none. */
    List<String> inputs(int count) {
        return names("inputs", count);
    }

    private List<String> names(String key, int count) {
        var names = new ArrayList<String>();
        this.<BrokenFileException>walk(key, json -> {
            if (!json.isNext('[')) {
                throw ModelFile.broken(file, "the names of " + key + " in it are no list");
            }
            json.items(() -> {
                if (!json.isNext('"')) {
                    throw ModelFile.broken(file, "the names of " + key + " in it are not all texts");
                }
                if (names.size() == count) {
                    throw ModelFile.broken(file, "it names more than " + count + " " + key + ", and its network has " + count);
                }
                names.add(json.string());
            });
        });
        if (!names.isEmpty() && names.size() != count) {
            throw ModelFile.broken(file, "it names " + names.size() + " " + key + ", and its network has " + count);
        }
        return names;
    }

    /** The figures by part and name. */
    Map<String, Map<String, Double>> readMetrics() {
        var parts = new TreeMap<String, Map<String, Double>>();
        this.<BrokenFileException>walk("metrics", json -> {
            requireMembers(json);
            json.members(part -> {
                requireMembers(json);
                var named = new TreeMap<String, Double>();
                json.members(figure -> {
                    requireNew(figure, named, MOST_FIGURES);
                    named.put(figure, finite(json.number()));
                });
                requireNew(part, parts, MOST_FIGURES);
                parts.put(part, Map.copyOf(named));
            });
        });
        return parts;
    }

    private void requireMembers(JsonReader json) {
        if (!json.isNext('{')) {
            throw ModelFile.broken(file, "the metrics in it are not figures by part and name");
        }
    }

    private void requireNew(String name, Map<String, ?> names, int most) {
        if (names.containsKey(name) || names.size() >= most) {
            throw ModelFile.broken(file, "the metrics in it are too many, or " + name + " stands twice");
        }
    }

    private double finite(String literal) {
        var value = Double.parseDouble(literal);
        if (Double.isFinite(value)) {
            return value;
        }
        throw ModelFile.broken(file, "the metrics in it are not all finite");
    }

    /** Reads a text of the metadata. */
    private interface Walk<E extends Exception> {
        void through(JsonReader json) throws JsonReader.Fault, E;
    }

    private <E extends Exception> void walk(String key, Walk<E> walk) throws E {
        try {
            var json = new JsonReader(text(key).getBytes(StandardCharsets.UTF_8));
            walk.through(json);
            json.end();
        } catch (JsonReader.Fault e) {
            throw ModelFile.broken(file, "the " + key + " in it cannot be read: " + e.getMessage());
        }
    }
}
