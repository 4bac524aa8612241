package brickwork.cli;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.report.VerifiedStatement;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.verify.Evidence;
import brickwork.verify.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;

/** A spec that must be refused: beside {@code x.nn} stands {@code x.err}, which holds what {@code nn check x.nn} then says. */
final class ExpectedErrors {

    private final Path spec;
    private final Path expected;

    private ExpectedErrors(Path spec, Path expected) {
        this.spec = spec;
        this.expected = expected;
    }

    static ExpectedErrors of(Path spec) {
        return new ExpectedErrors(spec, spec.resolveSibling(spec.getFileName().toString().replaceFirst("\\.nn$", ".err")));
    }

    boolean isExpected() {
        return Files.exists(expected);
    }

    /** Holds where the spec is refused with exactly the expected text. */
    VerifiedStatement judge(Brickwork brickwork) {
        var name = expected.getFileName();
        var text = SpecFiles.read(spec);
        var found = brickwork.compile(new SourceText(spec.getFileName().toString(), text.text()));
        var report = DiagnosticRenderer.render(found.diagnostics(), false).strip();
        var wanted = withoutVirtualMachine(SpecFiles.read(expected).text()).strip();
        var refused = found instanceof Outcome.Failure<NeuralSpec>;
        var holds = refused && report.equals(wanted);
        var evidence = holds ? "refused as " + name + " says"
                : refused ? "refused with another text than " + name + " says; " + firstDifference(wanted, report)
                        + "\nthe whole text is:\n" + report
                : "accepted, but " + name + " says that it is refused";
        return new VerifiedStatement(spec.toString(), 0, "is refused as " + name + " says", Verdict.of(holds, Evidence.literal(evidence)));
    }

    /** Java's own warning, which stands in a file that standard error was redirected to, is no part of the text. */
    private static String withoutVirtualMachine(String text) {
        return text.replaceFirst("^WARNING: Using incubator modules: .*\\R", "");
    }

    private static String firstDifference(String wanted, String found) {
        var expected = wanted.lines().toList();
        var given = found.lines().toList();
        var i = 0;
        while (i < expected.size() && i < given.size() && expected.get(i).equals(given.get(i))) {
            i++;
        }
        return "its line " + (i + 1) + " is\n  " + (i < given.size() ? given.get(i) : "(the text ends before it)")
                + "\nand not\n  " + (i < expected.size() ? expected.get(i) : "(the expected text ends before it)");
    }
}
