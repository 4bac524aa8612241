package brickwork.source;

import java.io.Serializable;

/**
 * A half-open range of a {@link SourceText}, counted in UTF-16 code units.
 *
 * @param start index of the first unit
 * @param end   index after the last unit; equal to {@code start} for a place between two units
 */
public record Span(int start, int end) implements Serializable {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span needs 0 <= start <= end, got " + start + ".." + end);
        }
    }

    /** The smallest span that covers this one and {@code other}. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
