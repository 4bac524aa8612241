package brickwork.model;

import brickwork.source.DecimalText;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The values of what a word of the language takes.
 *
 * @param values by parameter, in the order they are written; a flag that is there has 1, one that is not has 0
 * @param seed   a seed of its own, if it has one
 * @param origin where the word was written
 */
public record Arguments(Map<Parameter, Double> values, OptionalLong seed, Origin origin) {

    /** Nothing at all. */
    public static final Arguments NONE = new Arguments(Map.of(), OptionalLong.empty(), Origin.NONE);

    public Arguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A single number. */
    static Arguments of(Parameter parameter, double value) {
        return NONE.with(parameter, value);
    }

    /** Numbers by names that the language does not know, in the order of the alphabet. */
    static Arguments free(Map<String, Double> options) {
        var values = new LinkedHashMap<Parameter, Double>();
        new TreeMap<>(options).forEach((name, value) -> values.put(Parameter.free(name), value));
        return new Arguments(values, OptionalLong.empty(), Origin.NONE);
    }

    public Arguments with(Parameter parameter, double value) {
        var more = new LinkedHashMap<>(values);
        more.put(parameter, value);
        return new Arguments(more, seed, origin);
    }

    Arguments with(Parameter flag, boolean there) {
        return with(flag, there ? 1 : 0);
    }

    public Arguments withSeed(OptionalLong other) {
        return new Arguments(values, other, origin);
    }

    public Arguments withOrigin(Origin other) {
        return new Arguments(values, seed, other);
    }

    /** @throws IllegalArgumentException where the parameter has no value */
    public double number(Parameter parameter) {
        var value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("`" + parameter.name() + "` needs a value, got those of " + values.keySet());
        }
        return value;
    }

    /** @throws IllegalArgumentException where no parameter of that name has a value */
    public double number(String name) {
        return number(values.keySet().stream().filter(parameter -> parameter.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a value is needed of `" + name + "`, got those of " + values.keySet())));
    }

    /** The number a letter stands for; empty where it is that of none. */
    Optional<Double> numberOf(String letter) {
        return values.entrySet().stream().filter(entry -> entry.getKey().letter().equals(letter)).map(Map.Entry::getValue).findFirst();
    }

    int count(Parameter parameter) {
        return (int) number(parameter);
    }

    boolean has(Parameter flag) {
        return number(flag) != 0;
    }

    /** Those that are not unwanted. */
    public Arguments without(BiPredicate<Parameter, Double> unwanted) {
        var some = new LinkedHashMap<>(values);
        some.entrySet().removeIf(entry -> unwanted.test(entry.getKey(), entry.getValue()));
        return new Arguments(some, seed, origin);
    }

    /** {@code  momentum 0.9 nesterov}: each with its name and a space before it. */
    public String named() {
        var parts = new ArrayList<String>();
        values.forEach((parameter, value) -> {
            if (!parameter.isFlag()) {
                parts.add(" " + parameter.name() + " " + DecimalText.of(value));
            } else if (value != 0) {
                parts.add(" " + parameter.name());
            }
        });
        seed.ifPresent(own -> parts.add(" seed " + own));
        return String.join("", parts);
    }

    /** {@code  0.01}: the numbers alone, each with a space before it. */
    public String numbers() {
        return values.values().stream().map(value -> " " + DecimalText.of(value)).collect(Collectors.joining());
    }
}
