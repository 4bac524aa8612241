package brickwork.model;

import java.util.OptionalDouble;

/**
 * What a word of the language takes: a number, a count, or nothing more than its own name.
 *
 * @param name     the option's word, and how messages call it
 * @param letter   what pages and formulas write for its value
 * @param kind     what it takes
 * @param bound    what its number must keep to
 * @param most     the largest count
 * @param standard what holds where nothing is written; empty where something must be
 * @param example  a value for examples
 */
public record Parameter(String name, String letter, Kind kind, Bound bound, int most, OptionalDouble standard, double example) {

    /** What stands behind an option's word. */
    public enum Kind {
        NUMBER,
        /** A whole number from 1. */
        COUNT,
        /** Nothing: it is there or it is not. */
        FLAG,
        /** A seed in place of the spec's own. */
        SEED
    }

    /** A number that may be left out. */
    static Parameter number(String name, String letter, Bound bound, double standard) {
        return new Parameter(name, letter, Kind.NUMBER, bound, Integer.MAX_VALUE, OptionalDouble.of(standard), standard);
    }

    /** A number that must be written. */
    static Parameter needed(String name, String letter, Bound bound, double example) {
        return new Parameter(name, letter, Kind.NUMBER, bound, Integer.MAX_VALUE, OptionalDouble.empty(), example);
    }

    /** A count that may be left out. */
    static Parameter count(String name, String letter, int most, int standard) {
        return new Parameter(name, letter, Kind.COUNT, Bound.POSITIVE, most, OptionalDouble.of(standard), standard);
    }

    /** A count that must be written. */
    static Parameter neededCount(String name, String letter, int most, int example) {
        return new Parameter(name, letter, Kind.COUNT, Bound.POSITIVE, most, OptionalDouble.empty(), example);
    }

    /** A word that is there or is not. */
    static Parameter flag(String name) {
        return new Parameter(name, "", Kind.FLAG, Bound.ANY, 1, OptionalDouble.of(0), 0);
    }

    /** A seed of its own, which may be left out. */
    static Parameter seed() {
        return new Parameter("seed", "N", Kind.SEED, Bound.NOT_NEGATIVE, 1, OptionalDouble.empty(), 0);
    }

    /** Whether it must be written. */
    public boolean isNeeded() {
        return standard.isEmpty() && kind != Kind.SEED;
    }

    /** Any number at all, an option of a source of the host program. */
    public static Parameter free(String name) {
        return number(name, "V", Bound.ANY, 0);
    }

    public boolean isFlag() {
        return kind == Kind.FLAG;
    }

    /** How a message names it beside the word it belongs to: {@code the slope of leaky_relu}. */
    public String of(String word) {
        return "the " + name + " of " + word;
    }

    /** @throws IllegalArgumentException where a value is not finite or out of bounds */
    void require(String word, double value) {
        Numbers.within(bound, of(word), value);
    }

    /** The same with another number where nothing is written. */
    Parameter withStandard(double other) {
        return new Parameter(name, letter, kind, bound, most, OptionalDouble.of(other), other);
    }
}
