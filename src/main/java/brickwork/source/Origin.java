package brickwork.source;

import java.util.Optional;

/**
 * Where a thing was written, or that it was not written at all. Where a thing stands is no part of what it is: all origins are equal, so
 * that two networks compare by meaning alone.
 */
public final class Origin {

    /** The origin of what no text says: defaults, and what a host program builds. */
    public static final Origin NONE = new Origin(null, null);

    private final SourceText source;
    private final Span span;

    private Origin(SourceText source, Span span) {
        this.source = source;
        this.span = span;
    }

    public static Origin of(SourceText source, Span span) {
        return new Origin(source, span);
    }

    public Optional<SourceText> source() {
        return Optional.ofNullable(source);
    }

    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** The line from 1, or 0 where nothing was written. */
    public int line() {
        return source == null ? 0 : source.line(span.start());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return source == null ? "(not written)" : source.name() + ":" + line() + ":" + source.column(span.start());
    }
}
