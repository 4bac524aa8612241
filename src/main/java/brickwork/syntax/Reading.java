package brickwork.syntax;

import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.syntax.antlr.NnParser;
import brickwork.syntax.antlr.NnParser.SpecContext;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;

/**
 * All that the parser made of a text.
 *
 * @param scanned words, numbers, signs, comments and line ends as they stand in the text
 * @param tokens  what of them the grammar reads, with the ends of statements
 * @param spec    the parser's nodes over {@code tokens}
 * @param tree    the tree made of them
 * @param faults  all faults by place
 */
record Reading(List<SpecToken> scanned, List<SpecToken> tokens, SpecContext spec, SpecTree tree, List<Diagnostic> faults) {

    static Reading of(SourceText source, List<SpecToken> scanned, SyntaxDiagnostics spelling) {
        var grammar = new SyntaxDiagnostics(source);
        var meaning = new SyntaxDiagnostics(source);
        var tokens = StatementSplitter.mark(scanned, spelling);
        var constants = ConstantNames.of(tokens);
        var recovery = new StatementRecovery(new SyntaxErrors(tokens, constants, grammar));
        var parser = new NnParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        var spec = parser.spec();
        var statements = new TreeBuilder(tokens, recovery, constants, meaning).statements(spec.line());
        return new Reading(scanned, tokens, spec, new SpecTree(source, statements), SyntaxDiagnostics.together(spelling, grammar, meaning));
    }

    Parsed parsed() {
        return new Parsed(tree, faults);
    }
}
