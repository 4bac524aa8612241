package brickwork.syntax;

import brickwork.source.Outcome;
import brickwork.source.SourceText;
import java.util.List;

/**
 * The canonical layout of a text: two spaces a level, one space between words, none inside brackets, comments kept and aligned, at most one
 * blank line. Statements the author put on one line stay there; so do line breaks inside a statement, except that rows written over several
 * lines stand one a line. The tree stays the same, and a text in canonical layout comes out as it went in.
 */
public final class Formatter {

    private Formatter() {}

    /** The text in canonical layout; a text with faults of form is refused with them. */
    public static Outcome<String> format(SourceText source) {
        return switch (SpecParser.read(source)) {
            case Outcome.Failure<Reading>(var faults) -> new Outcome.Failure<>(faults);
            case Outcome.Success<Reading>(var reading, _) when !reading.faults().isEmpty() -> new Outcome.Failure<>(reading.faults());
            case Outcome.Success<Reading>(var reading, _) -> new Outcome.Success<>(new Layout(source, reading).text(), List.of());
        };
    }
}
