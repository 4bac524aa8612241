package brickwork.syntax;

import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** Text to words, numbers, signs, comments and line ends. White space is left out; what belongs to no spec is marked BAD. */
final class Scanner {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Scanner() {}

    /** All tokens of a text, at most {@code limit}, the end of the text not among them. */
    static List<SpecToken> scan(SourceText source, int limit, Faults faults) {
        return new Spelling(faults).mend(tokens(source, limit));
    }

    private static List<SpecToken> tokens(SourceText source, int limit) {
        var text = source.text();
        var skipped = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        var lexer = new NnLexer(CharStreams.fromString(text.substring(skipped)));
        var places = new Places(text, skipped);
        var tokens = new ArrayList<SpecToken>();
        for (var token = lexer.nextToken(); token.getType() != Token.EOF && tokens.size() < limit; token = lexer.nextToken()) {
            var start = places.of(token.getStartIndex());
            var span = new Span(start, places.of(token.getStopIndex() + 1));
            tokens.add(SpecToken.of(token.getType(), span, source.text(span)));
        }
        return tokens;
    }

    /** From the lexer's code points, asked for in increasing order, to places in the text. */
    private static final class Places {
        private final String text;
        private int codePoint;
        private int place;

        Places(String text, int start) {
            this.text = text;
            this.place = start;
        }

        int of(int wanted) {
            place = text.offsetByCodePoints(place, wanted - codePoint);
            codePoint = wanted;
            return place;
        }
    }
}
