package brickwork.cli;

import brickwork.report.TextReport;
import brickwork.source.DecimalText;
import brickwork.source.Outcome;
import brickwork.train.BrokenFileException;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientEntry;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.Kink;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn gradcheck}: backward gradients against numeric ones. */
@CommandLine.Command(name = "gradcheck", description = "compare backward gradients with numeric ones")
final class GradcheckCommand extends Command {

    private static final int SHOWN_KINKS = 5;

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
            answer(object(report), text(report), spec.warnings());
            return report.passed() ? Exit.FINE : Exit.FAILED;
        } catch (BrokenFileException broken) {
            throw CommandFailure.broken(broken);
        }
    }

    private static Map<String, Object> object(GradientReport report) {
        var object = new LinkedHashMap<String, Object>();
        object.put("passed", report.passed());
        object.put("diff", report.diff());
        object.put("norm", report.norm());
        object.put("parameters", report.parameters());
        object.put("samples", report.samples());
        object.put("data_loss", report.dataLoss());
        object.put("penalty", report.penaltyLoss());
        object.put("data_loss_diff", report.data().diff());
        object.put("data_loss_norm", report.data().norm());
        object.put("penalty_diff", report.penalty().diff());
        object.put("penalty_norm", report.penalty().norm());
        object.put("penalties", report.penalties().stream().map(GradcheckCommand::object).toList());
        object.put("at_fault", report.blame());
        object.put("dual_diff", report.dual().map(figures -> figures.diff()).orElse(null));
        object.put("kinks", report.kinks().stream().map(GradcheckCommand::object).toList());
        object.put("worst", report.worst().map(GradcheckCommand::object).orElse(null));
        object.put("tensors", report.tensors().stream().map(GradcheckCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(Kink kink) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", kink.kind().name().toLowerCase(Locale.ROOT));
        object.put("layer", kink.layer());
        object.put("unit", kink.unit());
        object.put("sample", kink.sample());
        object.put("column", kink.column());
        return object;
    }

    private static Map<String, Object> object(GradientEntry entry) {
        var object = new LinkedHashMap<String, Object>();
        object.put("layer", entry.layer());
        object.put("tensor", entry.tensor());
        object.put("row", entry.row());
        object.put("column", entry.column());
        object.put("backward", entry.backward());
        object.put("numeric", entry.numeric());
        object.put("diff", entry.diff());
        object.put("line", entry.origin().line());
        return object;
    }

    private static Map<String, Object> object(GradientReport.OfPenalty penalty) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", penalty.penalty().word());
        object.put("diff", penalty.figures().diff());
        object.put("worst", penalty.figures().worst().map(GradcheckCommand::object).orElse(null));
        return object;
    }

    private static Map<String, Object> object(GradientReport.OfTensor tensor) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", tensor.name());
        object.put("layer", tensor.layer());
        object.put("rows", tensor.rows());
        object.put("columns", tensor.columns());
        object.put("diff", tensor.total().diff());
        object.put("norm", tensor.total().norm());
        object.put("worst", tensor.total().worst().map(GradcheckCommand::object).orElse(null));
        return object;
    }

    private static String text(GradientReport report) {
        var out = new StringBuilder(String.format(Locale.ROOT, "%s over %s: diff %.3g, norm %.3g (data loss %.3g, penalty %.3g%s)%n",
                TextReport.plural(report.parameters(), "parameter"), TextReport.plural(report.samples(), "sample"), report.diff(),
                report.norm(),
                report.data().diff(), report.penalty().diff(),
                report.dual().map(dual -> String.format(Locale.ROOT, ", dual numbers %.3g", dual.diff())).orElse("")));
        for (var tensor : report.tensors()) {
            out.append(
                    String.format(Locale.ROOT, "  %-14s %6d x %-6d diff %-9.3g norm %.3g%n", tensor.name(), tensor.rows(), tensor.columns(),
                            tensor.total().diff(), tensor.total().norm()));
        }
        report.worst().ifPresent(worst -> out.append(String.format(Locale.ROOT, "worst: %s%s, backward %s, numeric %s%n", worst.place(),
                worst.origin().source().isPresent() ? " (" + worst.origin() + ")" : "", DecimalText.of(worst.backward()),
                DecimalText.of(worst.numeric()))));
        report.blame().forEach(line -> out.append("at fault: ").append(line).append('\n'));
        if (!report.kinks().isEmpty()) {
            out.append(TextReport.plural(report.kinks().size(), "kink")).append(", compared one-sided:\n");
            report.kinks().stream().limit(SHOWN_KINKS).forEach(kink -> out.append("  ").append(place(kink)).append('\n'));
            if (report.kinks().size() > SHOWN_KINKS) {
                out.append("  and ").append(report.kinks().size() - SHOWN_KINKS).append(" more (--json lists all)\n");
            }
        }
        if (!report.finite()) {
            out.append("the loss is not a finite number at these parameters, so no gradient can be checked\n");
        }
        return out.append(report.passed() ? "passed\n" : "failed\n").toString();
    }

    private static String place(Kink kink) {
        return switch (kink.kind()) {
            case ACTIVATION -> "layer " + kink.layer() + ", unit " + kink.unit() + ", sample " + kink.sample() + ": z is near a kink";
            case RESIDUAL -> "output " + kink.unit() + ", sample " + kink.sample() + ": the error is near a threshold of the loss";
            case WEIGHT -> "layer" + kink.layer() + ".weight[" + kink.unit() + "][" + kink.column() + "] is near 0";
        };
    }
}
