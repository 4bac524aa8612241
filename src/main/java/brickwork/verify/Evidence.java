package brickwork.verify;

import brickwork.source.DecimalText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was found when a statement was judged: data, and a sentence made of it.
 *
 * @param words    the sentence, with what it is made of in braces: {@code {measured}}, {@code {required}}, {@code {negated}} (as it
 *                 follows "not"), {@code {place}} (the innermost), {@code {sample}}, or a figure's name, each with a format where it needs
 *                 one: {@code {measured:%.3g}}. A brace that is meant as such is written twice
 * @param measured the number that decided, if one did
 * @param required what it must be, if the statement says
 * @param places   where, the outermost first: {@code step 5 (epoch 1, batch 1)}, {@code layer2.weight[1][2]}
 * @param sample   the row of its part that decided, from 0
 * @param figures  whatever else was found, by name: numbers, texts, lists of them, and evidence that this one rests on
 * @param replay   how to make it happen again
 */
public record Evidence(String words, OptionalDouble measured, Optional<Requirement> required, List<String> places, OptionalInt sample,
        Map<String, Object> figures, Optional<Replay.Hint> replay) {

    private static final Pattern SLOT = Pattern.compile("\\{\\{|\\{(\\w+)(?::(%[^}]+))?}");

    public Evidence {
        places = List.copyOf(places);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** A sentence; the values for its braces are still to be given. */
    public static Evidence of(String words) {
        return new Evidence(words, OptionalDouble.empty(), Optional.empty(), List.of(), OptionalInt.empty(), Map.of(), Optional.empty());
    }

    /** A text without figures, whatever braces it has. */
    public static Evidence literal(String text) {
        return of(escaped(text));
    }

    public Evidence measured(double value) {
        return new Evidence(words, OptionalDouble.of(value), required, places, sample, figures, replay);
    }

    public Evidence required(Requirement requirement) {
        return new Evidence(words, measured, Optional.of(requirement), places, sample, figures, replay);
    }

    /** At {@code place}, within the places named before. */
    public Evidence at(String place) {
        var inner = new ArrayList<>(places);
        inner.add(place);
        return new Evidence(words, measured, required, inner, sample, figures, replay);
    }

    /** {@code row} of its part, from 0. */
    public Evidence sample(int row) {
        return new Evidence(words, measured, required, places, OptionalInt.of(row), figures, replay);
    }

    /** Another figure. */
    public Evidence with(String name, Object value) {
        var more = new LinkedHashMap<>(figures);
        more.put(name, value);
        return new Evidence(words, measured, required, places, sample, more, replay);
    }

    /** More words at the end. */
    public Evidence and(String more) {
        return new Evidence(words + more, measured, required, places, sample, figures, replay);
    }

    /** The same within {@code place}, which the sentence then begins with: {@code step 0: …}. */
    public Evidence in(String place, String separator) {
        var outer = new ArrayList<String>();
        outer.add(place);
        outer.addAll(places);
        return new Evidence(escaped(place + separator) + words, measured, required, outer, sample, figures, replay);
    }

    /** The same, which {@code hint} shows again. */
    public Evidence replayed(Replay.Hint hint) {
        return new Evidence(words, measured, required, places, sample, figures, Optional.of(hint));
    }

    /** The sentence, and how to make it happen again. */
    public String text() {
        return sentence() + replay.map(Replay.Hint::text).orElse("");
    }

    /** The sentence alone. */
    public String sentence() {
        return SLOT.matcher(words).replaceAll(slot -> Matcher.quoteReplacement(
                slot.group(1) == null ? "{" : shown(value(slot.group(1)), slot.group(2))));
    }

    private Object value(String name) {
        return switch (name) {
            case "measured" -> measured.orElseThrow(() -> missing(name));
            case "required" -> required.orElseThrow(() -> missing(name)).text();
            case "negated" -> required.orElseThrow(() -> missing(name)).negated();
            case "place" -> places.reversed().stream().findFirst().orElseThrow(() -> missing(name));
            case "sample" -> sample.orElseThrow(() -> missing(name));
            default -> Optional.ofNullable(figures.get(name)).orElseThrow(() -> missing(name));
        };
    }

    private IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("the evidence \"" + words + "\" has no " + name);
    }

    private static String shown(Object value, String format) {
        if (format != null) {
            return String.format(Locale.ROOT, format, value);
        }
        return switch (value) {
            case Double number -> DecimalText.of(number);
            case Evidence evidence -> evidence.sentence();
            case List<?> list -> list.stream().map(each -> shown(each, null)).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    private static String escaped(String text) {
        return text.replace("{", "{{");
    }

    @Override
    public String toString() {
        return text();
    }
}
