package brickwork.cli;

import brickwork.report.JsonReport;
import brickwork.report.TextReport;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code nn plan}: the resolved network and how it is run. */
@CommandLine.Command(name = "plan", description = "show the resolved network and its execution plan")
final class PlanCommand extends Command {

    @Mixin
    private SpecArguments arguments;

    @Override
    Exit run() {
        var spec = arguments.load(console());
        answer(JsonReport.plan(spec.plan(), spec.kernels()), TextReport.plan(spec.plan(), spec.kernels()), spec.warnings());
        return Exit.FINE;
    }
}
