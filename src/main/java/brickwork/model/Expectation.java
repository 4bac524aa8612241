package brickwork.model;

import brickwork.source.Origin;

/**
 * An acceptance statement.
 *
 * @param text   as it was written, with the values of constants in their place
 * @param claim  what it states
 * @param origin where it was written
 */
public record Expectation(String text, Claim claim, Origin origin) {

    /** What can be stated. The kinds are those the checker makes. */
    public interface Claim {}

    /** The seeds a statement is about. */
    public sealed interface Seeds {

        /** At least this share of the spec's seed and the {@code count - 1} after it. */
        record AtLeast(double share, int count) implements Seeds {}

        /** Each seed from {@code from} to {@code to}, both included. */
        record Every(long from, long to) implements Seeds {}
    }
}
