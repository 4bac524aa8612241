package brickwork.syntax;

import brickwork.source.Span;
import brickwork.syntax.Clause.Quoted;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Places and words of the parser's nodes. */
final class Nodes {

    private Nodes() {}

    static SpecToken token(Token token) {
        return (SpecToken) token;
    }

    static SpecToken token(TerminalNode node) {
        return (SpecToken) node.getSymbol();
    }

    static Span span(Token token) {
        return token(token).span();
    }

    static Span span(TerminalNode node) {
        return token(node).span();
    }

    static Span span(ParserRuleContext rule) {
        return span(rule.getStart()).to(span(rule.getStop()));
    }

    /** A rule that is one word. Of two words that mean the same, one stands for both. */
    static Word word(ParserRuleContext rule) {
        return word(token(rule.getStart()));
    }

    static Word word(TerminalNode node) {
        return word(token(node));
    }

    private static Word word(SpecToken token) {
        return new Word(token.span(), switch (token.type()) {
            case NnParser.SEED -> "seed";
            case NnParser.SAMPLES -> "samples";
            case NnParser.EPOCHS -> "epochs";
            default -> token.text();
        });
    }

    static Quoted quoted(Token string) {
        var text = token(string).text();
        var inner = text.substring(1, text.length() - 1);
        return new Quoted(span(string), inner.replaceAll("\\\\(.)", "$1"));
    }

    static Quoted quoted(TerminalNode string) {
        return quoted(string.getSymbol());
    }
}
