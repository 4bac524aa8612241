package brickwork.syntax;

import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnParser;
import brickwork.syntax.antlr.NnParser.LineContext;
import brickwork.syntax.antlr.NnParser.RepeatContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parser's nodes to the tree. What stands in the braces of a {@code repeat} that could not be read follows it on its own level. */
final class TreeBuilder {

    private final List<SpecToken> tokens;
    private final StatementRecovery recovery;
    private final StatementBuilder builder;

    TreeBuilder(List<SpecToken> tokens, StatementRecovery recovery, ConstantNames constants, SyntaxDiagnostics faults) {
        this.tokens = tokens;
        this.recovery = recovery;
        this.builder = new StatementBuilder(this, tokens, constants, faults);
    }

    List<Statement> statements(List<LineContext> lines) {
        var statements = new ArrayList<Statement>(lines.size());
        for (var line : lines) {
            if (recovery.isBroken(line)) {
                addBroken(line, statements);
            } else {
                addWhole(line, statements);
            }
        }
        return statements;
    }

    private void addWhole(LineContext line, List<Statement> statements) {
        try {
            statements.add(line.statement().accept(builder));
        } catch (BrokenStatement told) {
            addBroken(line, statements);
        }
    }

    private void addBroken(LineContext line, List<Statement> statements) {
        var first = Nodes.token(line.getStart());
        var block = line.statement() instanceof RepeatContext repeat
                ? Optional.ofNullable(repeat.block()) : Optional.<NnParser.BlockContext>empty();
        var end = block.map(it -> it.LBRACE()).map(brace -> Nodes.token(brace).index() + 1).orElseGet(() -> endOf(line));
        var last = tokens.get(Math.max(first.index(), end - 1));
        var word = first.isWord() ? Optional.of(new Word(first.span(), first.text())) : Optional.<Word>empty();
        statements.add(new Statement.Broken(new Span(first.span().start(), last.span().end()), first.span(), word));
        block.ifPresent(it -> statements.addAll(statements(it.line())));
    }

    /** The place of the END after a statement. */
    private static int endOf(LineContext line) {
        var stop = Nodes.token(line.getStop());
        return stop.type() == NnParser.END ? stop.index() : stop.index() + 1;
    }
}
