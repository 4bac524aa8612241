package brickwork.cli;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.train.BrokenFileException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ends a command early with what is to be told and the exit it means. */
final class Failure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<Diagnostic> diagnostics;

    Failure(Exit exit, List<Diagnostic> diagnostics) {
        super(exit.name(), null, false, false);
        this.exit = exit;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The options are wrong; {@code place} is what was given. */
    static Failure options(String option, String given, String message, String help) {
        return new Failure(Exit.WRONG_TEXT, List.of(diagnostic(Code.NN301, option, given, message, help)));
    }

    /** A file the options name cannot be read or written, or is broken. */
    static Failure file(String option, Object file, String message, String help) {
        return new Failure(Exit.BROKEN_FILE, List.of(diagnostic(Code.NN302, option, file.toString(), message, help)));
    }

    /** The spec is right, but says too little for the command. */
    static Failure untrainable(Path file, String message, String help) {
        return new Failure(Exit.WRONG_TEXT, List.of(diagnostic(Code.NN303, "nn train", file.toString(), message, help)));
    }

    /** A file that cannot be read or written, or is broken. */
    static Failure broken(BrokenFileException broken) {
        return new Failure(Exit.BROKEN_FILE, List.of(diagnostic(Code.NN302, "file", broken.file().toString(), broken.fault(), broken.cure())));
    }

    /** Faults of a text or of its data. */
    static Failure of(List<Diagnostic> diagnostics) {
        return new Failure(exitOf(diagnostics), diagnostics);
    }

    static Exit exitOf(List<Diagnostic> diagnostics) {
        var exit = Exit.FINE;
        for (var diagnostic : diagnostics) {
            exit = exit.or(switch (diagnostic.code().kind()) {
                case TEXT -> Exit.WRONG_TEXT;
                case DATA -> Exit.BROKEN_FILE;
                case LINT -> Exit.FINE;
                case TRAINING -> Exit.DIVERGED;
            });
        }
        return exit;
    }

    Exit exit() {
        return exit;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private static Diagnostic diagnostic(Code code, String option, String given, String message, String help) {
        var words = given.isEmpty() ? option : option + " " + given;
        var start = given.isEmpty() ? 0 : option.length() + 1;
        return new Diagnostic(code, message, new SourceText("(command line)", words), new Span(start, words.length()), List.of(),
                Optional.of(help).filter(h -> !h.isEmpty()));
    }
}
