package brickwork.cli;

import brickwork.report.JsonReport;
import brickwork.report.TextReport;
import brickwork.source.Outcome;
import brickwork.train.BrokenFileException;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn gradcheck}: backward gradients against numeric ones. */
@CommandLine.Command(name = "gradcheck", description = "compare backward gradients with numeric ones")
final class GradcheckCommand extends Command {

    @Parameters(paramLabel = "FILE", description = "a spec")
    private Path file;

    @Mixin
    private SpecOptions options;

    @Mixin
    private KernelOption kernels;

    @Option(names = "--seed", paramLabel = "N", description = "replace the spec's seed")
    private Long seed;

    @Option(names = "--init", paramLabel = "W.safetensors", description = "check at these weights")
    private Path initial;

    @Option(names = "--samples", paramLabel = "N", description = "use the first N samples of the training part")
    private Integer samples;

    @Override
    boolean json() {
        return options.json;
    }

    @Override
    Exit run() {
        var spec = SpecLoader.require(file, options.overrides(), Options.seed(seed), kernels.engines(console()));
        if (samples != null && samples < 1) {
            throw CommandFailure.options(samples.toString(), "there must be at least 1 sample", "--samples 16");
        }
        var settings = samples == null ? GradientCheck.Options.standard() : GradientCheck.Options.standard().withSamples(samples);
        try {
            var start = initial == null ? spec.initialParameters() : spec.readWeights(initial);
            var report = switch (spec.gradcheck(start, settings)) {
                case Outcome.Success<GradientReport>(var done, _) -> done;
                case Outcome.Failure<GradientReport>(var faults) -> throw CommandFailure.of(faults);
            };
            answer(JsonReport.gradients(report), TextReport.gradients(report), spec.warnings());
            return report.passed() ? Exit.FINE : Exit.FAILED;
        } catch (BrokenFileException broken) {
            throw CommandFailure.broken(broken);
        }
    }
}
