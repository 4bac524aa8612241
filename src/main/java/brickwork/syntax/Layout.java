package brickwork.syntax;

import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Lays a faultless text out anew, token by token. One layout serves one text. */
final class Layout {

    private static final int STEP = 2;

    /** An open bracket; {@code isTall} where it closes on another line, {@code inside} the indentation of the lines in it. */
    private record Open(SpecToken bracket, boolean isTall, int inside) {
        boolean isBlock() {
            return bracket.type() == NnParser.LBRACE;
        }
    }

    private final List<SpecToken> scanned;
    private final List<SpecToken> tokens;
    private final Spacing spacing;
    private final FormattedPage page = new FormattedPage();
    private final Deque<Open> open = new ArrayDeque<>();

    /** The whole text counts as a block. */
    private final Open text = new Open(SpecToken.of(NnParser.LBRACE, new Span(0, 0), "").at(-1), true, 0);

    private SpecToken last = text.bracket();
    private int next;
    /** Since the last token or comment. */
    private boolean lineEnded;
    private boolean blankLine;

    /** Since the last token. */
    private boolean afterComment;
    private boolean ownLineComment;

    Layout(SourceText source, Reading reading) {
        this.scanned = reading.scanned();
        this.tokens = reading.tokens();
        this.spacing = new Spacing(source, reading);
        open.push(text);
    }

    String text() {
        var before = NnParser.NEWLINE;
        for (var token : scanned) {
            switch (token.type()) {
                case NnParser.NEWLINE -> {
                    blankLine |= before == NnParser.NEWLINE;
                    lineEnded = true;
                }
                case NnParser.SEMICOLON -> {}
                case NnParser.COMMENT -> comment(token);
                default -> word();
            }
            before = token.type();
        }
        return page.text();
    }

    private void comment(SpecToken comment) {
        var line = comment.text().stripTrailing();
        if (!lineEnded && page.takesWords()) {
            page.addComment(line);
        } else {
            var upcoming = upcoming();
            var isBetweenStatements = beginsStatement(upcoming) || tokens.get(upcoming).type() == NnParser.RBRACE;
            var mayPart = (isBetweenStatements || isInTallRows()) && !isFirstInside();
            page.begin(isBetweenStatements ? blockIndent() : innerIndent(), mayPart && blankLine);
            page.add(line);
            ownLineComment = true;
        }
        afterComment = true;
        startGap();
    }

    private void word() {
        var place = upcoming();
        var token = tokens.get(place);
        next = place + 1;
        if (token.type() == NnParser.COMMA && endsItem(tokens.get(next))) {
            return;
        }
        if (breaksBefore(place)) {
            page.begin(indentOf(place), blankLine && mayFollowBlank(place));
        } else {
            page.add(gapBefore(place));
        }
        page.add(token.text());
        if (Spacing.opens(token)) {
            var indent = token.type() == NnParser.LBRACE ? blockIndent() : page.indent();
            open.push(new Open(token, spacing.isTall(token), indent + STEP));
        } else if (Spacing.closes(token)) {
            open.pop();
        }
        last = token;
        afterComment = false;
        ownLineComment = false;
        startGap();
    }

    private void startGap() {
        lineEnded = false;
        blankLine = false;
    }

    /** The place of the next token that is written; the ends of statements and rows show in the layout alone. */
    private int upcoming() {
        var place = next;
        while (tokens.get(place).type() == NnParser.END || tokens.get(place).type() == NnParser.ROW_END) {
            place++;
        }
        return place;
    }

    /** A comma before these means nothing; at the end of a row it would even carry the row on over the line end. */
    private static boolean endsItem(SpecToken token) {
        return token.type() == NnParser.ROW_END || token.type() == NnParser.RBRACKET;
    }

    /** The end of the text counts as a statement. */
    private boolean beginsStatement(int place) {
        return place == 0 || switch (tokens.get(place - 1).type()) {
            case NnParser.END, NnParser.LBRACE -> tokens.get(place).type() != NnParser.RBRACE;
            default -> false;
        };
    }

    private boolean beginsRow(int place) {
        return tokens.get(place - 1).type() == NnParser.ROW_END || last == open.element().bracket();
    }

    private boolean isInTallRows() {
        return open.element().isTall() && spacing.isOfRows(open.element().bracket());
    }

    /** Whether nothing, not even a comment on a line of its own, stands yet in the innermost bracket. */
    private boolean isFirstInside() {
        return last == open.element().bracket() && !ownLineComment;
    }

    private boolean breaksBefore(int place) {
        var token = tokens.get(place);
        if (afterComment) {
            return true;
        }
        if (beginsStatement(place)) {
            return lineEnded || isFirstInside() && open.element().isTall();
        }
        if (token.type() == NnParser.RBRACE) {
            return open.element().isTall();
        }
        return isInTallRows() ? beginsRow(place) || token.type() == NnParser.RBRACKET : lineEnded;
    }

    private boolean mayFollowBlank(int place) {
        var isItem = beginsStatement(place) || isInTallRows() && beginsRow(place);
        return isItem && !isFirstInside() && !Spacing.closes(tokens.get(place));
    }

    private int indentOf(int place) {
        return beginsStatement(place) ? blockIndent() : Spacing.closes(tokens.get(place)) ? open.element().inside() - STEP : innerIndent();
    }

    /** Where statements begin. */
    private int blockIndent() {
        return open.stream().filter(Open::isBlock).findFirst().orElse(text).inside();
    }

    /** Where the further lines of a statement begin. */
    private int innerIndent() {
        return open.element().isBlock() ? blockIndent() + STEP : open.element().inside();
    }

    private String gapBefore(int place) {
        if (beginsStatement(place)) {
            return last.type() == NnParser.LBRACE ? " " : "; ";
        }
        var token = tokens.get(place);
        return tokens.get(place - 1).type() == NnParser.ROW_END && token.type() != NnParser.RBRACKET ? " ; " : spacing.between(last, token);
    }
}
