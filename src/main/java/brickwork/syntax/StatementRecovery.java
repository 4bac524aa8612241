package brickwork.syntax;

import brickwork.syntax.antlr.NnParser;
import brickwork.syntax.antlr.NnParser.BlockContext;
import brickwork.syntax.antlr.NnParser.LineContext;
import brickwork.syntax.antlr.NnParser.SpecContext;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * What the parser does about a fault: it is told once, the rest of its statement is passed over, and the next statement is read afresh. The
 * block of a {@code repeat} whose head is wrong is read all the same.
 */
final class StatementRecovery extends DefaultErrorStrategy {

    private static final IntervalSet STATEMENT = new LL1Analyzer(NnParser._ATN)
            .LOOK(NnParser._ATN.ruleToStartState[NnParser.RULE_statement], null);

    private final SyntaxErrors errors;
    private final Set<LineContext> broken = new HashSet<>();
    private ParsePlace last = ParsePlace.START;
    private ParsePlace beforeLast = ParsePlace.START;

    StatementRecovery(SyntaxErrors errors) {
        this.errors = errors;
    }

    /** Whether a fault inside the statement has been told. */
    boolean isBroken(LineContext line) {
        return broken.contains(line);
    }

    /** The parser comes here before every choice it makes. The first choice at a token knows all that may stand there. */
    @Override
    public void sync(Parser parser) {
        switch (parser.getContext()) {
            case SpecContext spec -> passUnreadable(parser, spec);
            case BlockContext block -> passUnreadable(parser, block);
            default -> {}
        }
        remember(ParsePlace.of(parser, parser.getState(), parser.getContext()));
    }

    private ParsePlace remember(ParsePlace place) {
        if (place.index() != last.index()) {
            beforeLast = last;
            last = place;
        }
        return last;
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser parser, RecognitionException fault) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        beginErrorCondition(parser);
        var here = ParsePlace.of(parser, parser.getState(), parser.getContext());
        var found = (SpecToken) parser.getCurrentToken();
        // At the end of the text each open block is a fault of its own, so where it is left counts.
        errors.report(found, found.type() == Token.EOF ? here : remember(here), beforeLast);
        if (!(parser.getContext() instanceof LineContext && beginsNext(parser))) {
            markBroken(parser.getContext());
        }
    }

    /** Passes over what is left of the statement. */
    @Override
    public void recover(Parser parser, RecognitionException fault) {
        if (parser.getContext() instanceof LineContext) {
            if (!beginsNext(parser)) {
                passStatement(parser);
            }
        } else {
            while (!isOneOf(parser, NnParser.END, NnParser.LBRACE, Token.EOF)) {
                parser.getInputStream().consume();
            }
        }
    }

    /** A whole statement was read, and the next one follows without an end between them: both count. */
    private static boolean beginsNext(Parser parser) {
        return STATEMENT.contains(parser.getInputStream().LA(1));
    }

    /** Between statements: passes over statements that no rule can begin. */
    private void passUnreadable(Parser parser, ParserRuleContext context) {
        endErrorCondition(parser);
        while (!STATEMENT.contains(parser.getInputStream().LA(1)) && !isOneOf(parser, NnParser.RBRACE, Token.EOF)) {
            if (!isOneOf(parser, NnParser.END)) {
                var line = new LineContext(context, parser.getState());
                line.start = parser.getCurrentToken();
                context.addChild(line);
                broken.add(line);
                errors.report((SpecToken) line.start, ParsePlace.of(parser, parser.getState(), context), ParsePlace.START);
                passStatement(parser);
                line.stop = parser.getInputStream().LT(-1);
            } else {
                parser.getInputStream().consume();
            }
        }
    }

    private static void passStatement(Parser parser) {
        while (!isOneOf(parser, NnParser.END, Token.EOF)) {
            parser.getInputStream().consume();
        }
        if (isOneOf(parser, NnParser.END)) {
            parser.getInputStream().consume();
        }
    }

    private void markBroken(ParserRuleContext context) {
        for (ParserRuleContext it = context; it != null; it = it.getParent()) {
            if (it instanceof LineContext line) {
                broken.add(line);
                return;
            }
        }
    }

    private static boolean isOneOf(Parser parser, int... types) {
        var next = parser.getInputStream().LA(1);
        for (var type : types) {
            if (type == next) {
                return true;
            }
        }
        return false;
    }
}
