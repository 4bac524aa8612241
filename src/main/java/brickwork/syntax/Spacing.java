package brickwork.syntax;

import brickwork.source.SourceText;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What the layout must know of single tokens of a text: which brackets are written over several lines, and which minus is a sign. */
final class Spacing {

    private final Set<Integer> tall = new HashSet<>();
    private final Set<Integer> rows = new HashSet<>();
    private final Set<Integer> signs = new HashSet<>();

    Spacing(SourceText source, Reading reading) {
        var open = new ArrayDeque<SpecToken>();
        var previous = NnParser.EOF;
        for (var token : reading.tokens()) {
            if (opens(token)) {
                open.push(token);
                if (previous == NnParser.ROWS) {
                    rows.add(token.index());
                }
            } else if (closes(token)) {
                var partner = open.pop();
                if (source.line(partner.span().start()) != source.line(token.span().start())) {
                    tall.add(partner.index());
                }
                if (rows.contains(partner.index())) {
                    rows.add(token.index());
                }
            }
            previous = token.type();
        }
        reading.spec().accept(new Signs());
    }

    static boolean opens(SpecToken token) {
        return switch (token.type()) {
            case NnParser.LPAREN, NnParser.LBRACKET, NnParser.LBRACE -> true;
            default -> false;
        };
    }

    static boolean closes(SpecToken token) {
        return switch (token.type()) {
            case NnParser.RPAREN, NnParser.RBRACKET, NnParser.RBRACE -> true;
            default -> false;
        };
    }

    /** Whether the bracket that opens here closes on another line. */
    boolean isTall(SpecToken opener) {
        return tall.contains(opener.index());
    }

    /** Whether it is a bracket of {@code rows [ ]}. */
    boolean isOfRows(SpecToken bracket) {
        return rows.contains(bracket.index());
    }

    /** What stands between two tokens of one line. */
    String between(SpecToken left, SpecToken right) {
        var isTight = right.type() == NnParser.COMMA || left.type() == NnParser.SIGN || signs.contains(left.index())
                || left.type() == NnParser.LPAREN || right.type() == NnParser.RPAREN
                || left.type() == NnParser.LBRACKET && !isOfRows(left)
                || right.type() == NnParser.RBRACKET && !isOfRows(right);
        return isTight ? "" : " ";
    }

    /** Finds the minus signs that stand before one number. */
    private final class Signs extends NnBaseVisitor<Void> {
        @Override
        public Void visitFactor(NnParser.FactorContext factor) {
            factor.MINUS().forEach(this::add);
            return visitChildren(factor);
        }

        @Override
        public Void visitLossFactor(NnParser.LossFactorContext factor) {
            factor.MINUS().forEach(this::add);
            return visitChildren(factor);
        }

        private void add(TerminalNode minus) {
            signs.add(Nodes.token(minus).index());
        }
    }
}
