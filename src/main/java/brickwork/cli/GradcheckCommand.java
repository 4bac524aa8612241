package brickwork.cli;

import brickwork.report.JsonReport;
import brickwork.report.TextReport;
import brickwork.source.Outcome;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn gradcheck}: backward gradients against numeric ones. */
@CommandLine.Command(name = "gradcheck", description = "compare backward gradients with numeric ones")
final class GradcheckCommand extends Command {

    @Mixin
    private SpecArguments.Seeded arguments;

    @Mixin
    private StartOptions start;

    @Option(names = "--samples", paramLabel = "N", description = "use the first N samples of the training part")
    private Integer samples;

    @Override
    Exit run() {
        var spec = arguments.load(console());
        var standard = GradientCheck.Options.standard();
        var settings = standard.withSamples(Options.count(samples, "sample", "--samples 16").orElse(standard.samples()));
        var report = switch (spec.gradcheck(start.of(spec).orElseGet(spec::initialParameters), settings)) {
            case Outcome.Success<GradientReport>(var done, _) -> done;
            case Outcome.Failure<GradientReport>(var faults) -> throw CommandFailure.of(faults);
        };
        answer(JsonReport.gradients(report), TextReport.gradients(report), spec.warnings());
        return report.passed() ? Exit.FINE : Exit.FAILED;
    }
}
