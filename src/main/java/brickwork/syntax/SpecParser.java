package brickwork.syntax;

import brickwork.model.Limits;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import java.util.List;
import java.util.Optional;

/** Text to tree. Takes any text, and time in proportion to its length. */
public final class SpecParser {

    /** Longest text read, in UTF-16 code units. */
    public static final int LONGEST_TEXT = Limits.TEXT;

    /** Most words, numbers, signs, comments and line ends read. */
    public static final int MOST_TOKENS = 250_000;

    private SpecParser() {}

    /** Reads a text; what could not be read stands in the tree as {@link Statement.Broken}, and each fault is told once. */
    public static Parsed parse(SourceText source) {
        return switch (read(source)) {
            case Outcome.Success<Reading>(var reading, _) -> reading.parsed();
            case Outcome.Failure<Reading>(var faults) -> {
                var whole = new Span(0, source.text().length());
                var broken = new Statement.Broken(whole, faults.getFirst().span(), Optional.empty());
                yield new Parsed(new SpecTree(source, List.of(broken)), faults);
            }
        };
    }

    /** Reads a text that is not too long to be read at all. */
    static Outcome<Reading> read(SourceText source) {
        if (source.text().length() > LONGEST_TEXT) {
            return refused(source, "the text is longer than 1,048,576 characters", new Span(0, 0));
        }
        var spelling = new SyntaxDiagnostics(source);
        var scanned = Scanner.scan(source, MOST_TOKENS + 1, spelling);
        if (scanned.size() > MOST_TOKENS) {
            return refused(source, "the text holds more than 250,000 words, numbers and signs", scanned.get(MOST_TOKENS).span());
        }
        return new Outcome.Success<>(Reading.of(source, scanned, spelling), List.of());
    }

    /** Whether {@code text} is a name as specs write them, or a word of the language. */
    public static boolean isWord(String text) {
        return word(text).isPresent();
    }

    /** Whether {@code text} is a word of the language, which nothing of an author's own may be called. */
    public static boolean isReserved(String text) {
        return word(text).map(SpecToken::isReserved).orElse(false);
    }

    private static Optional<SpecToken> word(String text) {
        var source = new SourceText("name", text);
        var tokens = Scanner.scan(source, 2, new SyntaxDiagnostics(source));
        return tokens.size() == 1 ? tokens.stream().filter(token -> token.isWord() && token.text().equals(text)).findFirst()
                : Optional.empty();
    }

    private static Outcome<Reading> refused(SourceText source, String message, Span place) {
        var help = "keep large tables in files: `data csv`, `data npz`, `--init`";
        return new Outcome.Failure<>(List.of(new Diagnostic(Code.NN090, message, source, place, List.of(), Optional.of(help))));
    }
}
