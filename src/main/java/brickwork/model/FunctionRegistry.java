package brickwork.model;

import brickwork.source.DecimalText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;

/** The activations, losses and penalties a host program adds to those of the language, by the names specs call them. Immutable. */
public final class FunctionRegistry {

    /** The language as it is. */
    public static final FunctionRegistry NONE = new FunctionRegistry(Map.of(), Map.of(), Map.of());

    private final Map<String, Family<CustomActivation>> activations;
    private final Map<String, Family<CustomLoss>> losses;
    private final Map<String, CustomPenalty> penalties;

    private FunctionRegistry(Map<String, Family<CustomActivation>> activations, Map<String, Family<CustomLoss>> losses,
            Map<String, CustomPenalty> penalties) {
        this.activations = activations;
        this.losses = losses;
        this.penalties = penalties;
    }

    /** Functions under one name: a single one, or one for each number that may stand behind the name. Each is made once. */
    public static final class Family<F> {
        private final OptionalDouble standard;
        private final DoubleFunction<F> maker;
        private final Map<Double, F> made = new ConcurrentHashMap<>();

        private Family(OptionalDouble standard, DoubleFunction<F> maker) {
            this.standard = standard;
            this.maker = maker;
        }

        /** A single function, which takes no number. */
        public static <F> Family<F> single(F function) {
            Objects.requireNonNull(function, "a function is needed, got null");
            return new Family<>(OptionalDouble.empty(), _ -> function);
        }

        /** A function for each number; {@code standard} is the number where none is written. */
        public static <F> Family<F> of(double standard, DoubleFunction<F> maker) {
            Numbers.finite("the standard number of a function", standard);
            return new Family<>(OptionalDouble.of(standard), Objects.requireNonNull(maker, "a family of functions is needed, got null"));
        }

        /** The number where none is written; empty where none may be. */
        public OptionalDouble standard() {
            return standard;
        }

        /**
         * The function of a number; that of no number where none may be written.
         *
         * @throws IllegalArgumentException where the host program refuses the number
         */
        public F function(OptionalDouble number) {
            return made.computeIfAbsent(number.orElse(0), n -> {
                var function = maker.apply(n);
                if (function == null) {
                    throw new IllegalArgumentException("the host program gave no function for " + DecimalText.of(n));
                }
                return function;
            });
        }
    }

    /** What stands behind the name of a function: a number where it takes one. */
    static Arguments argument(OptionalDouble number) {
        return number.isEmpty() ? Arguments.NONE
                : Arguments.of(Parameter.number("number", "A", Bound.ANY, number.getAsDouble()), number.getAsDouble());
    }

    /** With one more activation. */
    public FunctionRegistry withActivation(String name, Family<CustomActivation> family) {
        requireNew("an activation", name, activations.keySet());
        return new FunctionRegistry(with(activations, name, family), losses, penalties);
    }

    /** With one more data term. */
    public FunctionRegistry withLoss(String name, Family<CustomLoss> family) {
        requireNew("a loss", name, losses.keySet());
        requireNew("a penalty", name, penalties.keySet());
        return new FunctionRegistry(activations, with(losses, name, family), penalties);
    }

    /** With one more penalty. */
    public FunctionRegistry withPenalty(String name, CustomPenalty penalty) {
        requireNew("a loss", name, losses.keySet());
        requireNew("a penalty", name, penalties.keySet());
        return new FunctionRegistry(activations, losses, with(penalties, name, penalty));
    }

    private static void requireNew(String kind, String name, Set<String> known) {
        if (known.contains(name)) {
            throw new IllegalArgumentException("there is " + kind + " `" + name + "` already: register it once, or choose another name");
        }
    }

    private static <T> Map<String, T> with(Map<String, T> map, String name, T value) {
        var more = new LinkedHashMap<>(map);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }

    public Optional<Family<CustomActivation>> activation(String name) {
        return Optional.ofNullable(activations.get(name));
    }

    public Optional<Family<CustomLoss>> loss(String name) {
        return Optional.ofNullable(losses.get(name));
    }

    public Optional<CustomPenalty> penalty(String name) {
        return Optional.ofNullable(penalties.get(name));
    }

    /** In the order of registration. */
    public Set<String> activations() {
        return activations.keySet();
    }

    /** In the order of registration. */
    public Set<String> losses() {
        return losses.keySet();
    }

    /** In the order of registration. */
    public Set<String> penalties() {
        return penalties.keySet();
    }
}
