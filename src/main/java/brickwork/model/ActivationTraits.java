package brickwork.model;

import brickwork.source.DecimalText;
import java.util.Map;
import java.util.Optional;

/**
 * What is true of an activation f.
 *
 * @param writing how f is written
 * @param range   the numbers f can give
 * @param course  how f rises and where it does not
 * @param start   how weights start where nothing is said
 * @param targets what an output of f can be asked to give
 */
public record ActivationTraits(Writing writing, Range range, Course course, Initialization start, Targets targets) {

    /**
     * How a function is written.
     *
     * @param word    the word of the language, or the registered one
     * @param formula f(z)
     * @param slope   f'(z), which may look at a = f(z); empty where f works on all units of a layer at once
     * @param letters the numbers that stand in the formulas, by their letters
     * @param remark  what a page adds to the formula, if anything
     */
    public record Writing(String word, Formula formula, Optional<Formula> slope, Map<String, Double> letters, String remark) {}

    /**
     * How a function rises.
     *
     * @param readsPreActivation whether f'(z) is computed from z; otherwise from a alone, which may take the place of z
     * @param kinked             whether the pieces for z > 0 and for all other z have formulas of their own
     * @param steepest           at least the greatest |f'| there is
     * @param flatness           where it is flat
     */
    public record Course(boolean readsPreActivation, boolean kinked, double steepest, Flatness flatness) {}

    /** What targets a last layer of this kind admits. */
    public enum Targets {
        ANY,
        /** 0 or 1. */
        BINARY,
        /** 1 for one unit of a sample, 0 for the others. */
        ONE_HOT,
        /** Between -1 and 1. */
        WITHIN_ONE,
        NOT_NEGATIVE
    }

    /** What helps where {@link #misses targets are missed}. */
    public static final String MISSED_TARGETS = "end with `linear`, or scale the targets";

    /** What is said of targets that go from one number to another, where f cannot give them; empty where it can. */
    public Optional<String> misses(double smallest, double largest) {
        return range.holds(smallest, largest) ? Optional.empty()
                : Optional.of(writing.word() + " gives " + range.text() + ", but targets go from " + DecimalText.of(smallest) + " to "
                        + DecimalText.of(largest));
    }

    /** A function without kinks that is flat nowhere in particular: any range and targets, weights by {@code xavier}. */
    static ActivationTraits of(String word, Formula formula, Formula slope) {
        return of(new Writing(word, formula, Optional.of(slope), Map.of(), ""));
    }

    /** A function of all units of a layer. */
    static ActivationTraits ofLayer(String word, Formula formula) {
        return of(new Writing(word, formula, Optional.empty(), Map.of(), ""));
    }

    private static ActivationTraits of(Writing writing) {
        return new ActivationTraits(writing, Range.ALL, new Course(false, false, 1, Flatness.of(Flatness.Figure.NONE, 1)),
                new Initialization.Xavier(), Targets.ANY);
    }

    /** A function that passes positive z on and hardly any negative ones, with slope 1 for large z: weights by {@code he}. */
    static ActivationTraits rectifier(String word, Formula formula, Formula slope) {
        var traits = of(word, formula, slope);
        return new ActivationTraits(traits.writing, traits.range, new Course(false, true, 1, Flatness.of(Flatness.Figure.DEAD, 1)),
                new Initialization.He(), traits.targets);
    }

    /** A rectifier without a kink, whose slope is computed from z. */
    static ActivationTraits smoothRectifier(String word, Formula formula, Formula slope) {
        var traits = rectifier(word, formula, slope);
        return traits.with(new Course(true, false, 1, traits.course.flatness));
    }

    public String word() {
        return writing.word;
    }

    /** Whether f works on all units of a layer at once. */
    public boolean isOfLayer() {
        return writing.slope.isEmpty();
    }

    private ActivationTraits with(Course other) {
        return new ActivationTraits(writing, range, other, start, targets);
    }

    private ActivationTraits with(Writing other) {
        return new ActivationTraits(other, range, course, start, targets);
    }

    ActivationTraits withLetters(Map<String, Double> numbers) {
        return with(new Writing(writing.word, writing.formula, writing.slope, numbers, writing.remark));
    }

    ActivationTraits remarked(String text) {
        return with(new Writing(writing.word, writing.formula, writing.slope, writing.letters, text));
    }

    ActivationTraits within(double smallest, double largest) {
        return new ActivationTraits(writing, new Range(smallest, largest), course, start, targets);
    }

    ActivationTraits from(double smallest) {
        return within(smallest, Double.POSITIVE_INFINITY);
    }

    ActivationTraits targets(Targets others) {
        return new ActivationTraits(writing, range, course, start, others);
    }

    /** It saturates; {@code fullSlope} is the slope it has at its steepest. */
    ActivationTraits saturating(double fullSlope) {
        return flat(Flatness.of(Flatness.Figure.SATURATED, fullSlope));
    }

    ActivationTraits flat(Flatness other) {
        return with(new Course(course.readsPreActivation, course.kinked, course.steepest, other));
    }

    ActivationTraits steepest(double slope) {
        return with(new Course(course.readsPreActivation, course.kinked, slope, course.flatness));
    }

    ActivationTraits readingPreActivation(boolean reads) {
        return with(new Course(reads, course.kinked, course.steepest, course.flatness));
    }
}
