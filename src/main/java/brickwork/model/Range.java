package brickwork.model;

import brickwork.source.DecimalText;

/**
 * The numbers from one to another, both included.
 *
 * @param smallest may be minus infinity
 * @param largest  may be infinity
 */
public record Range(double smallest, double largest) {

    /** All numbers. */
    static final Range ALL = from(Double.NEGATIVE_INFINITY);

    static Range from(double smallest) {
        return new Range(smallest, Double.POSITIVE_INFINITY);
    }

    /** Whether all numbers from one to another are among them. */
    public boolean holds(double from, double to) {
        return from >= smallest && to <= largest;
    }

    /** As messages say it: {@code numbers from 0 to 1}. */
    public String text() {
        return "numbers from " + DecimalText.of(smallest) + (largest == Double.POSITIVE_INFINITY ? "" : " to " + DecimalText.of(largest));
    }
}
