package brickwork.cli;

import brickwork.NeuralSpec;
import brickwork.report.JsonReport;
import brickwork.report.TextReport;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nn check}: every fault of every file. */
@CommandLine.Command(name = "check", description = "parse and check specs; print every fault")
final class CheckCommand extends Command {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "specs, or folders of specs")
    private List<Path> paths;

    @Mixin
    private ConstantOptions constants;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();

    @Override
    Exit run() {
        var overrides = constants.overrides();
        var exit = each(paths, diagnostics, file -> check(file, overrides), ".nn");
        if (exit == Exit.FINE && lines.isEmpty()) {
            lines.append("no specs found\n");
        }
        answer(JsonReport.check(diagnostics), lines.toString(), diagnostics);
        return exit;
    }

    private Exit check(Path file, Map<String, Double> overrides) {
        var outcome = SpecLoader.compile(file, overrides);
        var found = new ArrayList<>(outcome.diagnostics());
        if (outcome instanceof Outcome.Success<NeuralSpec>(var spec, _) && spec.network().data().source().isPresent()) {
            found.addAll(spec.data().diagnostics());
        }
        diagnostics.addAll(found);
        lines.append(file).append(": ").append(TextReport.faults(found)).append('\n');
        return CommandFailure.exitOf(found);
    }
}
