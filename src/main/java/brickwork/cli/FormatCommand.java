package brickwork.cli;

import brickwork.report.JsonObject;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.syntax.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn fmt}: canonical layout in place, comments kept. */
@CommandLine.Command(name = "fmt", description = "lay specs out canonically, in place")
final class FormatCommand extends Command {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "specs, or folders of specs")
    private List<Path> paths;

    @Option(names = "--check", description = "change nothing; show what would change, and fail where something would")
    private boolean check;

    private final List<Diagnostic> faults = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final StringBuilder told = new StringBuilder();

    @Override
    Exit run() {
        var exit = each(paths, faults, this::layOut, ".nn");
        answer(new JsonObject().put("changed", changed), told.toString(), faults);
        return exit;
    }

    private Exit layOut(Path file) {
        var text = SpecFiles.read(file);
        return switch (Formatter.format(text)) {
            case Outcome.Failure<String>(var found) -> {
                faults.addAll(found);
                yield CommandFailure.exitOf(found);
            }
            case Outcome.Success<String>(var formatted, _) -> {
                if (formatted.equals(text.text())) {
                    yield Exit.FINE;
                }
                if (!check) {
                    write(file, formatted);
                }
                changed.add(file.toString());
                told.append(file).append(check ? ": would change\n" + LineDifference.of(text.text(), formatted) : ": laid out\n");
                yield check ? Exit.FAILED : Exit.FINE;
            }
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw CommandFailure.file(file, file + " cannot be written: " + SpecFiles.reason(fault), "check the file's rights");
        }
    }
}
