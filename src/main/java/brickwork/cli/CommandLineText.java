package brickwork.cli;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line as a text that diagnostics point into. */
final class CommandLineText {

    private CommandLineText() {}

    /** The command line without an option and its value, as a POSIX shell takes it. */
    static String replay(Console console, String without) {
        var words = new ArrayList<String>();
        for (var i = 0; i < console.words().size(); i++) {
            var word = console.words().get(i);
            if (word.equals(without)) {
                i++;
            } else if (!word.startsWith(without + "=")) {
                words.add(word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'");
            }
        }
        return String.join(" ", words);
    }

    /**
     * Points at the first word that is {@code faulty} or gives it to an option ({@code --seed=x}), or just after the line where none is.
     */
    static Diagnostic diagnostic(Console console, Code code, String faulty, String message, String help) {
        var line = new StringBuilder();
        Span span = null;
        for (var word : console.words()) {
            line.append(line.isEmpty() ? "" : " ");
            if (span == null && !line.isEmpty() && (word.equals(faulty) || word.endsWith("=" + faulty))) {
                span = new Span(line.length() + word.length() - faulty.length(), line.length() + word.length());
            }
            line.append(word);
        }
        return new Diagnostic(code, message, new SourceText("(command line)", line.toString()),
                span == null ? new Span(line.length(), line.length()) : span, List.of(), Optional.of(help).filter(h -> !h.isEmpty()));
    }
}
