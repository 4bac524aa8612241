package brickwork.syntax;

import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds wrongly written numbers and texts and signs of no meaning. What the author meant is put in their place where it is clear. A number
 * with an {@code x} that touches it is a multiple after {@code by}; elsewhere it is none.
 */
record TokenRepair(SyntaxDiagnostics faults) {

    private static final Pattern WRONG_ESCAPE = Pattern.compile("\\\\(?:[\"\\\\]|(.))", Pattern.DOTALL);
    private static final Pattern BARE_EXPONENT = Pattern.compile("[0-9][0-9_.]*[eE]");

    /** Signs that look like one of the language, as word processors and web pages put them. */
    private static final Map<String, String> LOOKALIKES = Map.ofEntries(
            Map.entry("'", "\""), Map.entry("`", "\""), Map.entry("\u201C", "\""), Map.entry("\u201D", "\""), Map.entry("\u201E", "\""),
            Map.entry("\u2018", "\""), Map.entry("\u2019", "\""), Map.entry("\u00AB", "\""), Map.entry("\u00BB", "\""),
            Map.entry("\u2212", "-"), Map.entry("\u2013", "-"), Map.entry("\u2014", "-"),
            Map.entry("\u00D7", "*"), Map.entry("\u00B7", "*"), Map.entry("\u00F7", "/"), Map.entry("\u2215", "/"),
            Map.entry("\u2192", "->"), Map.entry("\u27F6", "->"), Map.entry("\u2264", "<="), Map.entry("\u2265", ">="),
            Map.entry("\u2026", ".."), Map.entry("\uFF0C", ","), Map.entry("\uFF1B", ";"));

    List<SpecToken> mend(List<SpecToken> tokens) {
        var mended = new ArrayList<SpecToken>(tokens.size());
        for (var i = 0; i < tokens.size();) {
            var end = endOfNumber(tokens, i);
            var token = tokens.get(i);
            var follows = i > 0 ? tokens.get(i - 1).type() : NnParser.NEWLINE;
            mended.add(switch (token.type()) {
                case NnParser.NUMBER -> follows == NnParser.BY && isMultiple(tokens.subList(i, end))
                        ? SpecToken.of(NnParser.MULTIPLE, token.span().to(tokens.get(i + 1).span()), token.text() + "x")
                        : number(tokens.subList(i, end));
                case NnParser.DOT -> end == i + 1 ? stray(token) : number(tokens.subList(i, end));
                case NnParser.STRING -> quoted(token);
                case NnParser.OPEN_STRING -> unclosed(token);
                case NnParser.PERCENT -> percent(token);
                case NnParser.STRAY -> stray(token);
                default -> token;
            });
            i = end;
        }
        return mended;
    }

    /** After the pieces that touch each other and look like one number; after one token where none does. */
    private static int endOfNumber(List<SpecToken> tokens, int start) {
        var first = tokens.get(start).type();
        var end = start + 1;
        if (first != NnParser.NUMBER && first != NnParser.DOT) {
            return end;
        }
        if (first == NnParser.DOT && !beginsNumber(tokens, start)) {
            return end;
        }
        while (end < tokens.size() && touchesNext(tokens, end - 1) && isPieceOfNumber(tokens.get(end))) {
            end++;
        }
        // A percent sign on its own belongs to the number before it on its line: `50 %`.
        return end == start + 1 && end < tokens.size() && tokens.get(end).type() == NnParser.PERCENT ? end + 1 : end;
    }

    /** Whether the point at {@code i} is that of a number, as in {@code .5}, not of a file name. */
    private static boolean beginsNumber(List<SpecToken> tokens, int i) {
        var goesOn = i > 0 && touchesNext(tokens, i - 1) && (tokens.get(i - 1).isWord() || tokens.get(i - 1).type() == NnParser.RANGE);
        return !goesOn && i + 1 < tokens.size() && tokens.get(i + 1).type() == NnParser.NUMBER && touchesNext(tokens, i);
    }

    private static boolean touchesNext(List<SpecToken> tokens, int i) {
        return tokens.get(i).touches(tokens.get(i + 1));
    }

    private static boolean isPieceOfNumber(SpecToken token) {
        return token.isWord() || switch (token.type()) {
            case NnParser.NUMBER, NnParser.DOT, NnParser.PERCENT -> true;
            default -> false;
        };
    }

    private static boolean isMultiple(List<SpecToken> pieces) {
        return pieces.size() == 2 && !pieces.getFirst().text().endsWith("%") && pieces.getLast().text().equals("x");
    }

    private SpecToken number(List<SpecToken> pieces) {
        var first = pieces.getFirst();
        if (pieces.size() == 1) {
            return first;
        }
        var last = pieces.getLast();
        var span = first.span().to(last.span());
        var two = pieces.size() == 2;
        if (two && first.type() == NnParser.DOT && last.text().indexOf('.') < 0) {
            return mended(span, "0." + last.text(), "a number begins with a digit");
        }
        if (two && last.type() == NnParser.DOT && first.text().matches("[0-9_]+")) {
            return mended(span, first.text(), "a number does not end with its point");
        }
        if (two && last.type() == NnParser.PERCENT && !first.text().endsWith("%")) {
            return mended(span, first.text() + "%", "`%` touches its number");
        }
        var whole = faults.source().text(span);
        var help = two && last.isReserved() ? "write `" + first.text() + " " + last.text() + "`"
                : BARE_EXPONENT.matcher(whole).matches() ? "an exponent needs digits, as in `1e-4`"
                : two && last.isWord() && !last.text().startsWith("_") ? "no name begins with a digit, and a space parts number and name"
                : "numbers are written `3`, `0.5`, `1e-4`, `1_000` or `50%`";
        return SpecToken.of(NnParser.BAD, span, whole)
                .bad(faults.diagnostic(Code.NN004, GrammarNames.quote(whole) + " is not a number", span, help));
    }

    /** A number whose meaning is clear: the fault is told, and the number stands as it should have been written. */
    private SpecToken mended(Span span, String number, String message) {
        var fault = faults.diagnostic(Code.NN004, message, span, "write `" + number + "`");
        faults.add(fault);
        return SpecToken.of(NnParser.NUMBER, span, number).mended(fault);
    }

    private SpecToken quoted(SpecToken token) {
        for (var escapes = WRONG_ESCAPE.matcher(token.text()); escapes.find();) {
            if (escapes.group(1) != null) {
                var start = token.span().start() + escapes.start();
                var end = faults.source().text().offsetByCodePoints(start, 2);
                var place = new Span(start, end);
                return token.bad(faults.diagnostic(Code.NN005, "unknown escape " + GrammarNames.quote(faults.source().text(place)), place,
                        "a backslash is written `\\\\`, a quote `\\\"`"));
            }
        }
        return token;
    }

    private SpecToken unclosed(SpecToken token) {
        var help = token.text().contains("\\")
                ? "`\\\"` is a quote inside the text; a backslash is written `\\\\`" : "add `\"` where the text ends";
        return token.bad(faults.diagnostic(Code.NN005, "the quoted text has no end on its line", token.span(), help));
    }

    private SpecToken percent(SpecToken token) {
        return token.bad(faults.diagnostic(Code.NN004, "`%` stands only after a number", token.span(), "write `50%`, or divide by 100"));
    }

    private SpecToken stray(SpecToken token) {
        var message = "unexpected character " + GrammarNames.character(token.text());
        var meant = LOOKALIKES.get(token.text());
        return token.bad(meant == null
                ? faults.diagnostic(Code.NN003, message, token.span())
                : faults.diagnostic(Code.NN003, message, token.span(), "did you mean `" + meant + "`?"));
    }
}
