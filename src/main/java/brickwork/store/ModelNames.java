package brickwork.store;

import brickwork.data.InputColumns;
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
    static InputColumns inputs(Specification network) {
        return network.data().source()
                .filter(DataSource.Csv.class::isInstance).map(source -> ((DataSource.Csv) source).features())
                .map(columns -> columns.stream().flatMap(column -> column.name().stream()).toList())
                .filter(names -> names.size() == network.inputs()).map(InputColumns::named).orElse(InputColumns.NONE);
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

    /** The names of the target columns, of which classes have one; models of old have none. */
    List<String> targets(int outputs) {
        var names = find("targets").isPresent() ? read("targets", json -> list("targets", outputs, json)) : List.<String>of();
        if (names.size() > 1 && names.size() != outputs) {
            throw ModelFile.broken(file, "it names " + names.size() + " targets, and its network has " + outputs + " outputs");
        }
        return names;
    }

    /** The columns of the file that the network was trained on; models of old have names of inputs at most. */
    InputColumns columns(int inputs) {
        var names = names("inputs", inputs);
        if (find("columns").isEmpty()) {
            return InputColumns.named(names);
        }
        var columns = read("columns", json -> ModelColumns.read(file, json, inputs));
        if (!columns.inputNames().equals(names)) {
            throw ModelFile.broken(file, "the names of its inputs are not those of its columns");
        }
        return columns;
    }

    private List<String> names(String key, int count) {
        var names = read(key, json -> list(key, count, json));
        if (!names.isEmpty() && names.size() != count) {
            throw ModelFile.broken(file, "it names " + names.size() + " " + key + ", and its network has " + count);
        }
        return names;
    }

    private List<String> list(String key, int most, JsonReader json) throws JsonReader.Fault {
        var names = new ArrayList<String>();
        if (!json.isNext('[')) {
            throw ModelFile.broken(file, "the names of " + key + " in it are no list");
        }
        json.<BrokenFileException>items(() -> {
            if (!json.isNext('"')) {
                throw ModelFile.broken(file, "the names of " + key + " in it are not all texts");
            }
            if (names.size() == most) {
                throw ModelFile.broken(file, "it names more than " + most + " " + key + ", and its network has " + most);
            }
            names.add(json.string());
        });
        return names;
    }

    /** The figures by part and name. */
    Map<String, Map<String, Double>> readMetrics() {
        return read("metrics", json -> {
            var parts = new TreeMap<String, Map<String, Double>>();
            requireMembers(json);
            json.<BrokenFileException>members(part -> {
                requireMembers(json);
                var named = new TreeMap<String, Double>();
                json.<BrokenFileException>members(figure -> {
                    requireNew(figure, named, MOST_FIGURES);
                    named.put(figure, finite(json.number()));
                });
                requireNew(part, parts, MOST_FIGURES);
                parts.put(part, Map.copyOf(named));
            });
            return parts;
        });
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
    private interface Reading<T> {
        T from(JsonReader json) throws JsonReader.Fault;
    }

    private <T> T read(String key, Reading<T> reading) {
        try {
            var json = new JsonReader(text(key).getBytes(StandardCharsets.UTF_8));
            var read = reading.from(json);
            json.end();
            return read;
        } catch (JsonReader.Fault e) {
            throw ModelFile.broken(file, "the " + key + " in it cannot be read: " + e.getMessage());
        }
    }
}
