package brickwork.source;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One fault or lint of a text. The headline stands alone; the span is the smallest that shows the fault; notes point at other places that
 * matter; the help says the cure and is never part of the headline.
 *
 * @param code    stable code
 * @param message headline: lower case, no full stop
 * @param source  the text the span belongs to
 * @param span    the fault's place
 * @param notes   other places, in the order they should be read
 * @param help    the cure, if there is one to name
 */
public record Diagnostic(Code code, String message, SourceText source, Span span, List<Note> notes, Optional<String> help)
        implements
            Serializable {

    /** Another place that matters for a diagnostic, in the same text. */
    public record Note(String message, Span span) implements Serializable {}

    /** Characters of a headline or a help from which on their middle is left out, so that a message is no larger than what it is about. */
    private static final int LONGEST = 600;

    public Diagnostic {
        notes = List.copyOf(notes);
        message = bounded(message);
        help = help.map(Diagnostic::bounded);
    }

    /** As it is serialized; {@code help} is null where there is none. */
    private record Written(Code code, String message, SourceText source, Span span, List<Note> notes, String help) implements Serializable {

        @Serial
        private Object readResolve() {
            return new Diagnostic(code, message, source, span, notes, Optional.ofNullable(help));
        }
    }

    @Serial
    private Object writeReplace() {
        return new Written(code, message, source, span, notes, help.orElse(null));
    }

    private static String bounded(String text) {
        var half = LONGEST / 2;
        return text.length() <= LONGEST ? text : text.substring(0, half) + "…" + text.substring(text.length() - half);
    }

    /** One at {@code origin}; what was written nowhere stands in a text of its own, named "(program)". */
    public static Diagnostic at(Origin origin, Code code, String message, String help) {
        return new Diagnostic(code, message, origin.source().orElseGet(() -> new SourceText("(program)", "")),
                origin.span().orElseGet(() -> new Span(0, 0)), List.of(), Optional.of(help));
    }

    /** What stands in place of {@code count} faults that are not shown, of which {@code next} is the first. */
    public static Diagnostic more(Diagnostic next, int count) {
        var message = count == 1 ? "there is one more fault" : "there are " + count + " more faults from here on";
        return new Diagnostic(Code.NN093, message, next.source(), next.span(), List.of(),
                Optional.of("mend the first ones and read the text again"));
    }

    public Severity severity() {
        return code.severity();
    }

    public int line() {
        return source.line(span.start());
    }

    public int column() {
        return source.column(span.start());
    }
}
