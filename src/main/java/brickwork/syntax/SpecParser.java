package brickwork.syntax;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;

/** Text to tree. Takes any text, and time in proportion to its length. */
public final class SpecParser {

    /** Longest text read, in UTF-16 code units. */
    public static final int LONGEST_TEXT = 1 << 20;

    /** Most words, numbers, signs, comments and line ends read. */
    public static final int MOST_TOKENS = 250_000;

    private SpecParser() {}

    /** Reads a text; what could not be read stands in the tree as {@link Statement.Broken}, and each fault is told once. */
    public static Parsed parse(SourceText source) {
        if (source.text().length() > LONGEST_TEXT) {
            return refused(source, "the text is longer than 1,048,576 characters", new Span(0, 0));
        }
        var spelling = new Faults(source);
        var scanned = Scanner.scan(source, MOST_TOKENS + 1, spelling);
        if (scanned.size() > MOST_TOKENS) {
            return refused(source, "the text holds more than 250,000 words, numbers and signs", scanned.get(MOST_TOKENS).span());
        }
        return parse(source, scanned, spelling);
    }

    private static Parsed parse(SourceText source, List<SpecToken> scanned, Faults spelling) {
        var grammar = new Faults(source);
        var meaning = new Faults(source);
        var tokens = StatementEnds.mark(scanned, spelling);
        var constants = Constants.of(tokens);
        var recovery = new StatementRecovery(new SyntaxErrors(tokens, constants, grammar));
        var parser = new NnParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        var lines = parser.spec().line();
        var statements = new TreeBuilder(tokens, recovery, constants, meaning).statements(lines);
        return new Parsed(new SpecTree(source, statements), Faults.together(spelling, grammar, meaning));
    }

    private static Parsed refused(SourceText source, String message, Span place) {
        var help = "keep large tables in files: `data csv`, `data npz`, `--init`";
        var whole = new Span(0, source.text().length());
        return new Parsed(new SpecTree(source, List.of(new Statement.Broken(whole, place, Optional.empty()))),
                List.of(new Diagnostic(Code.NN090, message, source, place, List.of(), Optional.of(help))));
    }
}
