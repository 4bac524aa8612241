package brickwork.cli;

import brickwork.report.JsonObject;
import brickwork.report.JsonReport;
import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** What all commands share: they print their result in one place, as text or as one JSON object, and answer with an exit. */
abstract class Command implements Callable<Integer> {

    private Console console;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show what this command takes, and end")
    private boolean help;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    void attach(Console streams) {
        console = streams;
    }

    Console console() {
        return console;
    }

    /** Whether the caller wants one JSON object. */
    final boolean json() {
        return json;
    }

    /** Carries the command out. */
    abstract Exit run();

    @Override
    public final Integer call() {
        try {
            return ended(this::run).code();
        } catch (CommandFailure failure) {
            if (json) {
                print(new JsonObject(), failure.diagnostics(console));
            } else {
                tell(failure.diagnostics(console));
            }
            return failure.exit().code();
        }
    }

    /** Does the work on every file under the paths; what ends it early on one of them is told with the rest, and the others go on. */
    Exit each(List<Path> paths, List<Diagnostic> told, Function<Path, Exit> work, String... endings) {
        var exit = Exit.FINE;
        for (var path : paths) {
            exit = exit.or(attempt(told, () -> {
                var ofPath = Exit.FINE;
                for (var file : SpecFiles.under(path, endings)) {
                    ofPath = ofPath.or(attempt(told, () -> work.apply(file)));
                }
                return ofPath;
            }));
        }
        return exit;
    }

    /** Does a part of the command; what ends it early is told with the rest. */
    Exit attempt(List<Diagnostic> told, Supplier<Exit> part) {
        try {
            return ended(part);
        } catch (CommandFailure failure) {
            told.addAll(failure.diagnostics(console));
            return failure.exit();
        }
    }

    /** Does it; a file that is broken ends it like any other fault. */
    private static Exit ended(Supplier<Exit> part) {
        try {
            return part.get();
        } catch (BrokenFileException broken) {
            throw CommandFailure.broken(broken);
        }
    }

    /** Shows diagnostics on standard error. */
    void tell(List<Diagnostic> diagnostics) {
        if (!diagnostics.isEmpty()) {
            console.note(DiagnosticRenderer.render(diagnostics, console.terminal()));
        }
    }

    /** Prints the one JSON object, with the diagnostics last. */
    void print(JsonObject object, List<Diagnostic> diagnostics) {
        console.result(object.put("diagnostics", JsonReport.diagnostics(diagnostics)).write());
    }

    /** Prints a JSON object, or the text where no JSON is wanted; warnings go beside. */
    void answer(JsonObject object, String text, List<Diagnostic> warnings) {
        if (json) {
            print(object, warnings);
        } else {
            tell(warnings);
            console.result(text);
        }
    }
}
