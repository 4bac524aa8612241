package brickwork.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * The streams of one call: results go to {@code out}, diagnostics and progress to {@code err}.
 *
 * @param input    what is read where a command is told to
 * @param out      results
 * @param err      diagnostics, notes, progress
 * @param words    the command line, its first word {@code nn}
 * @param terminal whether a person is watching {@code err}, so that colour and a moving bar are welcome
 */
record Console(InputStream input, PrintStream out, PrintStream err, List<String> words, boolean terminal) {

    Console {
        words = List.copyOf(words);
    }

    /** The process's own streams. Colour and the bar are left out where NO_COLOR is set or TERM says dumb. */
    static Console system(List<String> words) {
        var watched = System.console() != null && System.console().isTerminal();
        var plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Console(System.in, System.out, System.err, words, watched && !plain);
    }

    void result(String text) {
        out.print(text);
        if (!text.endsWith("\n")) {
            out.print('\n');
        }
        out.flush();
    }

    void note(String text) {
        err.print(text);
        if (!text.endsWith("\n")) {
            err.print('\n');
        }
        err.flush();
    }
}
