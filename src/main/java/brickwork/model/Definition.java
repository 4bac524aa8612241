package brickwork.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A word of the language and what it names.
 *
 * @param word       the word
 * @param parameters what it takes, in the order in which it is printed
 * @param remark     what a page says of it; empty where the rest says it all
 * @param maker      makes the thing of the values of all parameters
 */
public record Definition<T>(String word, List<Parameter> parameters, String remark, Function<Arguments, T> maker) {

    public Definition {
        parameters = List.copyOf(parameters);
    }

    /** A word that takes nothing. */
    static <T extends Named> Definition<T> of(Supplier<T> thing) {
        return new Definition<>(thing.get().word(), List.of(), "", _ -> thing.get());
    }

    /** A word that takes a number behind it. */
    static <T extends Named> Definition<T> of(Parameter number, DoubleFunction<T> maker) {
        return of(arguments -> maker.apply(arguments.number(number)), number);
    }

    /** A word that takes options by their names. */
    static <T extends Named> Definition<T> of(Function<Arguments, T> maker, Parameter... options) {
        var parameters = Arrays.asList(options);
        return new Definition<>(maker.apply(examples(parameters)).word(), parameters, "", maker);
    }

    Definition<T> remarked(String text) {
        return new Definition<>(word, parameters, text, maker);
    }

    /** @throws IllegalArgumentException where a parameter has no value or one that is out of bounds */
    public T make(Arguments arguments) {
        return maker.apply(arguments);
    }

    /** What the word names where nothing is written behind it; where something must be, with the example of it. */
    public T example() {
        return make(examples(parameters));
    }

    private static Arguments examples(List<Parameter> parameters) {
        var arguments = Arguments.NONE;
        for (var parameter : parameters.stream().filter(p -> p.kind() != Parameter.Kind.SEED).toList()) {
            arguments = arguments.with(parameter, parameter.standard().orElse(parameter.example()));
        }
        return arguments;
    }

    /** Whether all it takes may be left out. */
    public boolean standsAlone() {
        return parameters.stream().noneMatch(Parameter::isNeeded);
    }
}
