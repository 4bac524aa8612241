package brickwork.syntax;

import brickwork.source.Diagnostic;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnParser;
import java.util.Optional;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/**
 * A word, number or sign of a text.
 *
 * @param type  token type of the grammar
 * @param span  its place; empty where it stands for a line end
 * @param text  as written, or as it should have been written where that is clear
 * @param index place in the list the parser reads
 * @param fault what is wrong with it; of a BAD token it is told when the parser meets it, of others it is told already
 * @param opener for an END inside brackets: the bracket left open
 */
record SpecToken(int type, Span span, String text, int index, Optional<Diagnostic> fault, Optional<SpecToken> opener) implements Token {

    static SpecToken of(int type, Span span, String text) {
        return new SpecToken(type, span, text, 0, Optional.empty(), Optional.empty());
    }

    SpecToken at(int place) {
        return new SpecToken(type, span, text, place, fault, opener);
    }

    SpecToken as(int otherType) {
        return new SpecToken(otherType, span, text, index, fault, opener);
    }

    SpecToken bad(Diagnostic why) {
        return new SpecToken(NnParser.BAD, span, text, index, Optional.of(why), Optional.empty());
    }

    /** A token put right, whose fault is told. */
    SpecToken mended(Diagnostic told) {
        return new SpecToken(type, span, text, index, Optional.of(told), Optional.empty());
    }

    SpecToken unclosed(Optional<SpecToken> bracket) {
        return new SpecToken(type, span, text, index, fault, bracket);
    }

    /** Letters and digits, be it a word of the language or a name. The grammar lists keywords, kinds of words and names in one run. */
    boolean isWord() {
        return type >= NnParser.NN && type <= NnParser.NAME;
    }

    /** A word of the language, which no constant may bear. */
    boolean isReserved() {
        return isWord() && type != NnParser.NAME;
    }

    /** A word that can begin a statement. The grammar lists them in one run. */
    boolean beginsStatement() {
        return type >= NnParser.NN && type <= NnParser.EXPECT;
    }

    boolean touches(SpecToken next) {
        return span.end() == next.span.start();
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public String getText() {
        return text;
    }

    @Override
    public int getTokenIndex() {
        return index;
    }

    @Override
    public int getStartIndex() {
        return span.start();
    }

    @Override
    public int getStopIndex() {
        return span.end() - 1;
    }

    @Override
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    /** Lines are the business of {@link brickwork.source.SourceText}. */
    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getCharPositionInLine() {
        return 0;
    }

    @Override
    public TokenSource getTokenSource() {
        return null;
    }

    @Override
    public CharStream getInputStream() {
        return null;
    }
}
