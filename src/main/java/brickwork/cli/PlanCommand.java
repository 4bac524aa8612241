package brickwork.cli;

import brickwork.report.JsonReport;
import brickwork.report.TextReport;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nn plan}: the resolved network and how it is run. */
@CommandLine.Command(name = "plan", description = "show the resolved network and its execution plan")
final class PlanCommand extends Command {

    @Parameters(paramLabel = "FILE", description = "a spec")
    private Path file;

    @Mixin
    private SpecOptions options;

    @Mixin
    private KernelOption kernels;

    @Override
    boolean json() {
        return options.json;
    }

    @Override
    Exit run() {
        var spec = SpecLoader.require(file, options.overrides(), Options.seed(null), kernels.engines(console()));
        answer(JsonReport.plan(spec.plan(), spec.kernels()), TextReport.plan(spec.plan(), spec.kernels()), spec.warnings());
        return Exit.FINE;
    }
}
