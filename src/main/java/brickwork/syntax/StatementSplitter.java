package brickwork.syntax;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds where statements end. Takes comments and line ends out of the tokens and puts END and ROW_END in, so that the grammar knows nothing
 * of lines. A bracket that is never closed reaches no further than the next line that begins with a statement's word, since no such word
 * may stand inside brackets.
 */
final class StatementSplitter {

    /** Brackets of all kinds inside one another, and minus signs before one number. */
    static final int DEEPEST = 100;

    private enum Kind {
        BLOCK, PARENTHESES, LIST, ROWS, MISPLACED_BRACES
    }

    /** An open bracket; the whole text counts as a block without one. {@code repeat} begins the statement a block belongs to. */
    private record Open(Kind kind, Optional<SpecToken> bracket, Optional<SpecToken> repeat) {}

    private final List<SpecToken> tokens;
    private final SyntaxDiagnostics faults;
    private final ListArithmetic arithmetic;
    private final List<SpecToken> kept = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<SpecToken> first = Optional.empty();
    private boolean blockIsOver;
    private SpecToken previous = SpecToken.of(NnParser.NEWLINE, new Span(0, 0), "");
    private int tooDeep;
    private int minuses;

    private StatementSplitter(List<SpecToken> tokens, SyntaxDiagnostics faults) {
        this.tokens = tokens;
        this.faults = faults;
        this.arithmetic = new ListArithmetic(tokens, faults);
        open.push(new Open(Kind.BLOCK, Optional.empty(), Optional.empty()));
    }

    /** The tokens the parser reads, numbered, the end of the text last. Each statement ends with END. */
    static List<SpecToken> mark(List<SpecToken> tokens, SyntaxDiagnostics faults) {
        return new StatementSplitter(tokens, faults).mark();
    }

    private List<SpecToken> mark() {
        var lineBegins = false;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            switch (token.type()) {
                case NnParser.COMMENT -> {}
                case NnParser.NEWLINE -> lineBegins = true;
                default -> {
                    if (lineBegins) {
                        lineEndBefore(token);
                    }
                    lineBegins = false;
                    take(token, i);
                    previous = token;
                }
            }
        }
        var end = new Span(faults.source().text().length(), faults.source().text().length());
        endStatement(lineEnd());
        keep(SpecToken.of(NnParser.EOF, end, ""));
        return kept;
    }

    private void lineEndBefore(SpecToken token) {
        if (first.isEmpty()) {
            return;
        }
        if (token.beginsStatement() && !isSourceOption(token) || endsBlock(token)) {
            endStatement(lineEnd());
            return;
        }
        var goesOn = goesOnAfter(previous) || token.type() == NnParser.ARROW || token.type() == NnParser.PLUS;
        switch (open.element().kind()) {
            case PARENTHESES, LIST, MISPLACED_BRACES -> {}
            case ROWS -> {
                if (!goesOn) {
                    endRow(lineEnd());
                }
            }
            case BLOCK -> {
                if (token.type() == NnParser.LBRACE && awaitsBlock()) {
                    faults.add(Code.NN001, "`{` stands on the line of its `repeat`", token.span(), "write `{` at the end of that line");
                } else if (!goesOn) {
                    endStatement(lineEnd());
                }
            }
        }
    }

    /** {@code seed} is the one word that begins a statement and is an option as well. */
    private boolean isSourceOption(SpecToken token) {
        return token.type() == NnParser.SEED && previous.type() == NnParser.COMMA && open.element().kind() == Kind.BLOCK
                && first.filter(word -> word.type() == NnParser.DATA).isPresent();
    }

    private boolean endsBlock(SpecToken token) {
        return token.type() == NnParser.RBRACE && open.stream().noneMatch(it -> it.kind() == Kind.MISPLACED_BRACES)
                && open.stream().anyMatch(it -> it.kind() == Kind.BLOCK && it.bracket().isPresent());
    }

    private static boolean goesOnAfter(SpecToken token) {
        return switch (token.type()) {
            case NnParser.COMMA, NnParser.PLUS, NnParser.MINUS, NnParser.STAR, NnParser.SLASH, NnParser.ARROW, NnParser.EQUAL,
                    NnParser.LESS, NnParser.LESS_OR_EQUAL, NnParser.GREATER, NnParser.GREATER_OR_EQUAL, NnParser.RANGE -> true;
            default -> false;
        };
    }

    private void take(SpecToken token, int i) {
        switch (token.type()) {
            case NnParser.SEMICOLON -> semicolon(token, i);
            case NnParser.LPAREN -> openBracket(Kind.PARENTHESES, token);
            case NnParser.LBRACKET -> openBracket(previous.type() == NnParser.ROWS ? Kind.ROWS : Kind.LIST, token);
            case NnParser.LBRACE -> openBrace(token);
            case NnParser.RPAREN -> closeBracket(token, Kind.PARENTHESES, Kind.PARENTHESES);
            case NnParser.RBRACKET -> closeBracket(token, Kind.LIST, Kind.ROWS);
            case NnParser.RBRACE -> closeBrace(token);
            case NnParser.PLUS, NnParser.MINUS, NnParser.STAR, NnParser.SLASH -> operator(token, i);
            default -> keep(token);
        }
    }

    private void semicolon(SpecToken token, int i) {
        var kind = open.element().kind();
        if (kind == Kind.BLOCK || statementFollows(i + 1)) {
            endStatement(token.as(NnParser.END));
        } else if (kind == Kind.ROWS) {
            endRow(token.as(NnParser.ROW_END));
        } else {
            keep(token);
        }
    }

    private boolean statementFollows(int i) {
        var next = i;
        while (next < tokens.size() && (tokens.get(next).type() == NnParser.NEWLINE || tokens.get(next).type() == NnParser.COMMENT)) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).beginsStatement();
    }

    private void operator(SpecToken token, int i) {
        minuses = token.type() == NnParser.MINUS ? minuses + 1 : 0;
        if (open.element().kind() == Kind.LIST || open.element().kind() == Kind.ROWS) {
            keep(arithmetic.inList(token, i, previous));
        } else if (minuses > DEEPEST) {
            keep(token.bad(faults.diagnostic(Code.NN091, "there are more than " + DEEPEST + " minus signs in a row", token.span())));
        } else {
            keep(token);
        }
    }

    private void openBracket(Kind kind, SpecToken token) {
        if (open.size() > DEEPEST) {
            tooDeep++;
            keep(token.bad(faults.diagnostic(Code.NN091, "brackets stand more than " + DEEPEST + " deep in one another", token.span())));
        } else {
            keep(token);
            open.push(new Open(kind, Optional.of(token), first));
        }
    }

    private boolean awaitsBlock() {
        return !blockIsOver && first.filter(word -> word.type() == NnParser.REPEAT).isPresent();
    }

    private void openBrace(SpecToken token) {
        if (!awaitsBlock()) {
            openBracket(Kind.MISPLACED_BRACES, token.bad(misplaced(token)));
            return;
        }
        dropBrackets();
        openBracket(Kind.BLOCK, token);
        if (tooDeep == 0) {
            first = Optional.empty();
        }
    }

    private Diagnostic misplaced(SpecToken brace) {
        var message = "`{` stands only after `repeat N`";
        return first.filter(word -> word.type() == NnParser.LAYER).isPresent()
                ? faults.diagnostic(Code.NN006, message, brace.span(), "the options of a layer stand without braces")
                : faults.diagnostic(Code.NN006, message, brace.span());
    }

    private void closeBracket(SpecToken token, Kind one, Kind other) {
        var partner = openInStatement().filter(it -> it.kind() == one || it.kind() == other).findFirst();
        if (tooDeep > 0) {
            tooDeep--;
            keep(token);
        } else if (open.element().kind() == Kind.BLOCK) {
            keep(token.bad(closesNothing(token)));
        } else {
            while (partner.isPresent() && open.element() != partner.get()) {
                open.pop();
            }
            if (open.element().kind() == Kind.ROWS) {
                endRow(token.as(NnParser.ROW_END));
            }
            open.pop();
            keep(token);
        }
    }

    /** The brackets open in the current statement, innermost first. */
    private Stream<Open> openInStatement() {
        return open.stream().takeWhile(it -> it.kind() != Kind.BLOCK);
    }

    private void closeBrace(SpecToken token) {
        var misplaced = openInStatement().filter(it -> it.kind() == Kind.MISPLACED_BRACES).findFirst();
        var block = open.stream().filter(it -> it.kind() == Kind.BLOCK).findFirst().orElseThrow();
        if (tooDeep > 0) {
            tooDeep--;
            keep(token.bad(closesNothing(token)));
        } else if (misplaced.isPresent()) {
            while (open.pop() != misplaced.get()) {}
            keep(token.bad(closesNothing(token)));
        } else if (block.bracket().isPresent()) {
            endStatement(token.as(NnParser.END));
            open.pop();
            keep(token);
            first = block.repeat();
            blockIsOver = true;
        } else {
            keep(token.bad(closesNothing(token)));
        }
    }

    private Diagnostic closesNothing(SpecToken token) {
        return faults.diagnostic(Code.NN006, GrammarNames.quote(token.text()) + " closes nothing", token.span());
    }

    private SpecToken lineEnd() {
        return SpecToken.of(NnParser.END, new Span(previous.span().end(), previous.span().end()), "\n");
    }

    private void endStatement(SpecToken end) {
        tooDeep = 0;
        var unclosed = dropBrackets();
        if (first.isPresent()) {
            keep(end.unclosed(unclosed));
        }
        first = Optional.empty();
        blockIsOver = false;
    }

    /** Gives up the brackets open in this statement; the last of them. */
    private Optional<SpecToken> dropBrackets() {
        var last = open.element().kind() == Kind.BLOCK ? Optional.<SpecToken>empty() : open.element().bracket();
        while (open.element().kind() != Kind.BLOCK) {
            open.pop();
        }
        return last;
    }

    private void endRow(SpecToken end) {
        var last = kept.getLast().type();
        if (last != NnParser.ROW_END && last != NnParser.LBRACKET) {
            keep(end.as(NnParser.ROW_END));
        }
    }

    private void keep(SpecToken token) {
        if (first.isEmpty() && token.type() != NnParser.EOF) {
            first = Optional.of(token);
        }
        if (token.type() != NnParser.MINUS) {
            minuses = 0;
        }
        kept.add(token.at(kept.size()));
    }
}
