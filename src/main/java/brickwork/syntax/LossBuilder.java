package brickwork.syntax;

import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.token;

import brickwork.source.Code;
import brickwork.syntax.Clause.Term;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnParser;
import brickwork.syntax.antlr.NnParser.LossFactorContext;
import brickwork.syntax.antlr.NnParser.LossNameContext;
import brickwork.syntax.antlr.NnParser.TermContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The terms of a loss: finds the loss among the factors, where it must stand last. */
record LossBuilder(List<SpecToken> tokens, ExpressionBuilder expressions, SyntaxDiagnostics faults) {

    Term term(TermContext term) {
        var factors = term.lossFactor();
        var last = factors.getLast();
        if (!(last.lossAtom() instanceof LossNameContext name)) {
            throw withoutName(term);
        }
        if (!last.MINUS().isEmpty()) {
            throw unexpected("a loss", token(last.MINUS(0)), "write `-1 * " + text(last) + "`");
        }
        for (var factor : factors.subList(0, factors.size() - 1)) {
            requireNumber(factor, text(last));
        }
        if (factors.size() > 1 && operatorBefore(term, factors.size() - 1).type() == NnParser.SLASH) {
            throw unexpected("a number", token(name.getStart()), "a factor stands before its loss: `0.5 * " + text(last) + "`");
        }
        var factor = factors.size() == 1 ? Optional.<Expression>empty()
                : Optional.of(expressions.lossFactors(term, factors.subList(0, factors.size() - 1)));
        var number = Optional.ofNullable(term.lossNumber()).map(expressions::lossNumber);
        return new Term(span(term), factor, new Word(span(name), text(last)), number);
    }

    private void requireNumber(LossFactorContext factor, String loss) {
        if (isLoss(factor)) {
            var help = "losses are added, not multiplied: `" + text(factor) + " + " + loss + "`";
            throw unexpected("a number", token(factor.getStart()), help);
        }
    }

    /** No loss stands last: it stands before its factor, or nowhere. */
    private BrokenStatement withoutName(TermContext term) {
        var factors = term.lossFactor();
        var loss = factors.stream().filter(LossBuilder::isLoss).findFirst();
        if (loss.isPresent()) {
            var factor = factors.getLast();
            var help = factors.size() == 2 ? text(factor) + " * " + text(loss.get()) : "0.5 * " + text(loss.get());
            faults.add(Code.NN001, "a factor stands before its loss", span(factor), "write `" + help + "`");
            return new BrokenStatement();
        }
        var next = tokens.get(factors.getLast().getStop().getTokenIndex() + 1);
        return unexpected("a loss", next, "for example `" + GrammarNames.example(NnParser.LOSS).orElseThrow() + "`");
    }

    private BrokenStatement unexpected(String expected, SpecToken found, String help) {
        faults.add(Code.NN001, "expected " + expected + ", found " + GrammarNames.found(found), found.span(), help);
        return new BrokenStatement();
    }

    private static boolean isLoss(LossFactorContext factor) {
        return factor.lossAtom() instanceof LossNameContext name && name.RESERVED() != null;
    }

    private static SpecToken operatorBefore(TermContext term, int factor) {
        return token((TerminalNode) term.getChild(2 * factor - 1));
    }

    private String text(LossFactorContext factor) {
        return faults.source().text(span(factor.lossAtom()));
    }
}
