package brickwork.model;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * An optimizer's first step as it is written out by hand: everything remembered was 0. In its lines {@code {w}} and {@code [w]} stand for
 * numbers, as in a {@link Formula}: {@code w} the weight, {@code g} its gradient, {@code rate}, the optimizer's own numbers and the
 * workings.
 *
 * @param letters  the whole with letters
 * @param workings the numbers on the way, each from those before it
 * @param lines    how they come about
 * @param move     the new w
 */
public record UpdateFormula(String letters, List<Working> workings, List<Formula> lines, Formula move) {

    public UpdateFormula {
        workings = List.copyOf(workings);
        lines = List.copyOf(lines);
    }

    /**
     * A number on the way from a gradient to a new weight.
     *
     * @param name  as the lines call it
     * @param value computes it of those known by their names; empty where it is what the optimizer remembers after the step
     */
    public record Working(String name, Optional<ToDoubleFunction<ToDoubleFunction<String>>> value) {

        static Working of(String name, ToDoubleFunction<ToDoubleFunction<String>> value) {
            return new Working(name, Optional.of(value));
        }

        /** What the optimizer remembers by a letter. */
        static Working remembered(String letter) {
            return new Working(letter, Optional.empty());
        }
    }

    /** The letters of what is remembered. */
    List<String> memory() {
        return workings.stream().filter(working -> working.value().isEmpty()).map(Working::name).toList();
    }

    /** A formula without anything on the way. */
    static UpdateFormula of(String letters, String move) {
        return new UpdateFormula(letters, List.of(), List.of(), Formula.of(move));
    }
}
