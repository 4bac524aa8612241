package brickwork.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Diagnostics as people read them: headline, place, the line with carets under the smallest span, notes with their own lines, and the help.
 * Every line ends in {@code \n}; an empty line stands between two diagnostics.
 */
public final class DiagnosticRenderer {

    private final StringBuilder out = new StringBuilder();
    private final Palette palette;

    private DiagnosticRenderer(Palette palette) {
        this.palette = palette;
    }

    /** The escapes that colour a terminal, or nothing. */
    private record Palette(String error, String warning, String bold, String frame, String help, String end) {
        static final Palette PLAIN = new Palette("", "", "", "", "", "");
        static final Palette ANSI = new Palette("\u001b[1;31m", "\u001b[1;33m", "\u001b[1m", "\u001b[34m", "\u001b[32m", "\u001b[0m");

        String of(Severity severity) {
            return switch (severity) {
                case ERROR -> error;
                case WARNING -> warning;
            };
        }
    }

    /** Plain text, the same everywhere; empty where there are no diagnostics. */
    public static String render(List<Diagnostic> diagnostics) {
        return render(diagnostics, false);
    }

    /** As {@link #render(List)}, with the colours of an ANSI terminal if {@code colour} says so. */
    public static String render(List<Diagnostic> diagnostics, boolean colour) {
        return diagnostics.stream()
                .map(d -> new DiagnosticRenderer(colour ? Palette.ANSI : Palette.PLAIN).one(d))
                .collect(Collectors.joining("\n"));
    }

    private String one(Diagnostic diagnostic) {
        var main = Snippet.of(diagnostic.source(), diagnostic.span());
        var notes = diagnostic.notes().stream().map(note -> Snippet.of(diagnostic.source(), note.span())).toList();
        var lastLine = Math.max(main.getLast().number(), notes.stream().mapToInt(n -> n.getLast().number()).max().orElse(0));
        var gutter = Integer.toString(lastLine).length();
        var colour = palette.of(diagnostic.severity());

        var severity = switch (diagnostic.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
        line(colour + severity + "[" + diagnostic.code() + "]" + palette.end() + palette.bold() + ": "
                + DisplayText.of(diagnostic.message()) + palette.end());
        line(" ".repeat(gutter + 1) + palette.frame() + "-->" + palette.end() + " " + DisplayText.of(diagnostic.source().name()) + ":"
                + diagnostic.line() + ":" + diagnostic.column());
        snippets(main, gutter, colour);
        for (var i = 0; i < notes.size(); i++) {
            line(" ".repeat(gutter + 2) + palette.bold() + "note" + palette.end() + ": "
                    + DisplayText.of(diagnostic.notes().get(i).message()));
            snippets(notes.get(i), gutter, palette.frame());
        }
        diagnostic.help()
                .ifPresent(help -> line(" ".repeat(gutter + 2) + palette.help() + "help" + palette.end() + ": " + DisplayText.of(help)));
        return out.toString();
    }

    private void snippets(List<Snippet> snippets, int gutter, String colour) {
        framed("", "", gutter);
        var before = snippets.getFirst().number();
        for (var snippet : snippets) {
            if (snippet.number() > before + 1) {
                line(" " + palette.frame() + "…" + palette.end());
            }
            framed(Integer.toString(snippet.number()), snippet.text(), gutter);
            framed("", colour + snippet.carets() + palette.end(), gutter);
            before = snippet.number();
        }
    }

    private void framed(String number, String text, int gutter) {
        line(palette.frame() + " " + " ".repeat(gutter - number.length()) + number + " |" + palette.end() + " " + text);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
