package brickwork.model;

import brickwork.source.Listing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of words in texts: a text names a list as {@code {{activations}}}, and the words stand there when it is read. */
public final class WordLists {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z ]+)}}");

    private static final Map<String, List<String>> LISTS = Map.ofEntries(
            Map.entry("activations", Language.ACTIVATIONS.words()),
            Map.entry("activations that can be dead", Language.activationsOf(Flatness.Figure.DEAD)),
            Map.entry("activations that can be saturated", Language.activationsOf(Flatness.Figure.SATURATED)),
            Map.entry("activations with a number", Language.ACTIVATIONS.words(activation -> !activation.arguments().values().isEmpty())),
            Map.entry("schemes", Language.SCHEMES.definitions().stream().map(WordLists::written).toList()),
            Map.entry("losses", Language.LOSSES.words()),
            Map.entry("losses of z", Language.lossesOfPreActivations()),
            Map.entry("penalties", Language.PENALTIES.words()),
            Map.entry("optimizers", Language.OPTIMIZERS.words()),
            Map.entry("generators", Language.SOURCES.words(DataSource.Generated.class::isInstance)),
            Map.entry("shipped sets", Language.SOURCES.words(source -> !(source instanceof DataSource.Generated))),
            Map.entry("metrics", Language.METRICS.words()),
            Map.entry("metrics of classes", Language.METRICS.words(Metric::needsClasses)),
            Map.entry("metrics of numbers", Language.METRICS.words(Metric::isOfNumbers)),
            Map.entry("figures", Language.HEALTH.words()),
            Map.entry("figures of layers", Language.HEALTH.words(HealthMetric::isOfLayers)),
            Map.entry("figures of parameters", Language.HEALTH.words(HealthMetric::isOfParameters)));

    private WordLists() {}

    private static String written(Definition<?> definition) {
        return definition.word() + String.join("", definition.parameters().stream().map(parameter -> " " + parameter.letter()).toList());
    }

    /**
     * A text with its lists filled in, each word quoted, joined by {@code and} or, where the name of the list ends in {@code or}, by that.
     *
     * @throws IllegalArgumentException where there is no list of a name
     */
    public static String fill(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(list(place.group(1))));
    }

    private static String list(String name) {
        Function<Collection<String>, String> joined = name.endsWith(" or") ? Listing::or : Listing::and;
        var words = LISTS.get(name.replaceFirst(" or$", ""));
        if (words == null) {
            throw new IllegalArgumentException(
                    "there is no list of words named " + name + ", only " + LISTS.keySet().stream().sorted().toList());
        }
        return joined.apply(words.stream().map(word -> "`" + word + "`").toList());
    }
}
