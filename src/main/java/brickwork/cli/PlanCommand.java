package brickwork.cli;

import brickwork.report.TextReport;
import brickwork.model.Layer;
import brickwork.model.SpecPrinter;
import brickwork.plan.MemoryEstimate;
import brickwork.plan.PlanPrinter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
        var plan = spec.plan();
        var object = new LinkedHashMap<String, Object>();
        object.put("parameters", spec.network().parameters());
        object.put("layers", spec.network().feedForward().layers().stream().map(PlanCommand::layer).toList());
        object.put("batch", plan.batch());
        object.put("steps", PlanPrinter.steps(plan));
        object.put("memory", memory(plan.memory()));
        object.put("kernels", TextReport.kernels(spec.kernels()));
        object.put("resolved", SpecPrinter.print(spec.network()));
        answer(object, SpecPrinter.print(spec.network()) + '\n' + TextReport.plural(spec.network().parameters(), "parameter") + "\n\n"
                + PlanPrinter.print(plan) + "\nkernels: " + TextReport.kernels(spec.kernels()) + ", " + spec.kernels().reason() + '\n',
                spec.warnings());
        return Exit.FINE;
    }

    private static Map<String, Object> memory(MemoryEstimate memory) {
        var object = new LinkedHashMap<String, Object>();
        object.put("parameters", memory.parameters());
        object.put("gradients", memory.gradients());
        object.put("optimizer", memory.optimizer());
        object.put("batch", memory.workspace());
        object.put("total", memory.total());
        object.put("panels_at_most", MemoryEstimate.PANELS);
        return object;
    }

    private static Map<String, Object> layer(Layer layer) {
        var object = new LinkedHashMap<String, Object>();
        object.put("layer", layer.number());
        object.put("name", layer.name());
        object.put("inputs", layer.inputs());
        object.put("units", layer.units());
        object.put("activation", layer.activation().word());
        object.put("bias", layer.hasBias());
        object.put("frozen", layer.frozen());
        object.put("dropout", layer.dropout());
        object.put("parameters", layer.parameters());
        return object;
    }
}
