package brickwork.cli;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.store.BrokenFileException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ends a command early with what is to be told and the exit it means. */
final class CommandFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<Diagnostic> diagnostics;
    private final transient Optional<Words> words;

    /** What is wrong with a word of the command line. */
    private record Words(Code code, String faulty, String message, String help) {}

    private CommandFailure(Exit exit, List<Diagnostic> diagnostics, Optional<Words> words) {
        super(exit.name(), null, false, false);
        this.exit = exit;
        this.diagnostics = List.copyOf(diagnostics);
        this.words = words;
    }

    /** The options are wrong; {@code faulty} is the word that is, or the option it belongs to. */
    static CommandFailure options(String faulty, String message, String help) {
        return new CommandFailure(Exit.WRONG_TEXT, List.of(), Optional.of(new Words(Code.NN301, faulty, message, help)));
    }

    /** The spec is right, but says too little for the command. */
    static CommandFailure untrainable(Path file, String message, String help) {
        return new CommandFailure(Exit.WRONG_TEXT, List.of(), Optional.of(new Words(Code.NN303, file.toString(), message, help)));
    }

    /** A file that the command line names cannot be read or written, or is broken. */
    static CommandFailure file(Path file, String message, String help) {
        return new CommandFailure(Exit.BROKEN_FILE, List.of(), Optional.of(new Words(Code.NN302, file.toString(), message, help)));
    }

    static CommandFailure broken(BrokenFileException broken) {
        return file(broken.file(), broken.file() + ": " + broken.fault(), broken.cure());
    }

    /** Faults of a text or of its data. */
    static CommandFailure of(List<Diagnostic> diagnostics) {
        return new CommandFailure(exitOf(diagnostics), diagnostics, Optional.empty());
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

    /** What is to be told; a fault of the command line is shown in the line as it was given. */
    List<Diagnostic> diagnostics(Console console) {
        return words.map(w -> List.of(CommandLineText.diagnostic(console, w.code(), w.faulty(), w.message(), w.help())))
                .orElse(diagnostics);
    }
}
