package brickwork.syntax;

import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Text to words, numbers, signs, comments and line ends. White space is left out; what belongs to no spec is marked BAD. */
final class Scanner {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Scanner() {}

    /** The tokens of a text, at most {@code limit}, the end of the text not among them. */
    static List<SpecToken> scan(SourceText source, int limit, SyntaxDiagnostics faults) {
        var characters = new Characters(source.text());
        if (!source.text().isEmpty() && source.text().charAt(0) == BYTE_ORDER_MARK) {
            characters.consume();
        }
        var lexer = new NnLexer(characters);
        var tokens = new ArrayList<SpecToken>();
        for (var token = lexer.nextToken(); token.getType() != Token.EOF && tokens.size() < limit; token = lexer.nextToken()) {
            var span = new Span(token.getStartIndex(), token.getStopIndex() + 1);
            var text = source.text(span);
            tokens.add(SpecToken.of(token.getType() == NnLexer.NAME ? WordKinds.typeOf(text) : token.getType(), span, text));
        }
        return new TokenRepair(faults).mend(tokens);
    }
}
