package brickwork.report;

import brickwork.kernel.KernelChoice;
import brickwork.model.Metric;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.PlanPrinter;
import brickwork.source.Diagnostic;
import brickwork.source.Plural;
import brickwork.source.Severity;
import brickwork.syntax.SpecPrinter;
import brickwork.train.HistoryRow;
import brickwork.train.TrainingReport;
import brickwork.verify.gradient.GradientReport;
import java.util.List;
import java.util.Locale;

/** The results of commands as a person reads them. */
public final class TextReport {

    /** Rows of the history that are usually shown. */
    public static final int HISTORY_ROWS = 8;
    private static final List<Metric> SHOWN_FIRST = List.of(Metric.LOSS, Metric.DATA_LOSS, Metric.PENALTY);

    private TextReport() {}

    /** {@code fine}, or how many errors and warnings. */
    public static String faults(List<Diagnostic> diagnostics) {
        var errors = diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
        var warnings = diagnostics.size() - errors;
        if (diagnostics.isEmpty()) {
            return "fine";
        }
        return (errors > 0 ? plural(errors, "error") : "fine") + (warnings > 0 ? ", " + plural(warnings, "warning") : "");
    }

    /** {@code 1 sample}, {@code 1,200 samples}. */
    public static String plural(long count, String noun) {
        return Plural.ofMany(count, noun, noun + "s");
    }

    private static String kernels(KernelChoice choice) {
        return switch (choice.set()) {
            case SCALAR -> "scalar";
            case SIMD -> "simd";
        };
    }

    /** {@code xor: 2 -> 3 sigmoid -> 2 sigmoid, 17 parameters, f32}; of many layers the first ones and the last. */
    public static String network(Specification network) {
        return NetworkSummary.of(network);
    }

    /**
     * The training as it went: some rows of the history, how long it took, the final figures, the fingerprint.
     *
     * @param rows of the history at most, evenly spaced; 0 for none
     */
    public static String training(Specification network, TrainingReport report, int rows) {
        var out = new StringBuilder(network(network)).append('\n');
        for (var row : rows == 0 || report.history().isEmpty() ? List.<HistoryRow>of() : report.history().thinned(rows)) {
            out.append(history(row)).append('\n');
        }
        out.append(String.format(Locale.ROOT, "%s, %s in %.2f s, %s kernels%n", plural(report.epochs(), "epoch"),
                plural(report.steps(), "step"),
                report.seconds(), kernels(report.kernels())));
        report.bestEpoch().ifPresent(epoch -> out.append("kept the parameters of epoch ").append(epoch).append('\n'));
        out.append(metrics(report));
        return out.append("fingerprint ").append(report.fingerprint()).append('\n').toString();
    }

    private static String history(HistoryRow row) {
        var line = String.format(Locale.ROOT, "  epoch %7d  loss %-11s", row.epoch(), number(row.loss()));
        return (line + accuracy("accuracy", row.accuracy()) + (Double.isNaN(row.validationLoss()) ? ""
                : String.format(Locale.ROOT, "  validation_loss %-11s", number(row.validationLoss()))
                        + accuracy("validation_accuracy", row.validationAccuracy())))
                .stripTrailing();
    }

    private static String accuracy(String word, double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "  %s %5.1f%%", word, 100 * share);
    }

    private static String metrics(TrainingReport report) {
        var out = new StringBuilder();
        report.metrics().forEach((part, values) -> {
            out.append(String.format(Locale.ROOT, "%-10s", part.word()));
            for (var metric : SHOWN_FIRST) {
                values.value(metric).ifPresent(value -> out.append("  ").append(metric.word()).append(' ').append(number(value)));
            }
            var ofClasses = values.value(Metric.ACCURACY);
            if (ofClasses.isPresent()) {
                out.append(String.format(Locale.ROOT, "  accuracy %.2f%%", 100 * ofClasses.getAsDouble()));
            } else {
                values.value(Metric.RMSE).ifPresent(value -> out.append("  rmse ").append(number(value)));
                values.value(Metric.R2).ifPresent(value -> out.append("  r2 ").append(number(value)));
            }
            out.append('\n');
        });
        return out.toString();
    }

    /** The network with every default written out, how many parameters it has, its steps and memory, and the kernels it would run on. */
    public static String plan(ExecutionPlan plan, KernelChoice kernels) {
        return SpecPrinter.print(plan.network()) + '\n' + plural(plan.network().parameters(), "parameter") + "\n\n"
                + PlanPrinter.print(plan) + "\nkernels: " + kernels(kernels) + ", " + kernels.reason() + '\n';
    }

    /** A gradient check: its figures in total and by tensor, where the gradients are farthest apart, and whether it passed. */
    public static String gradients(GradientReport report) {
        return GradientCheckText.of(report);
    }

    /** Six significant digits, without an exponent where that is readable. */
    static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var magnitude = Math.abs(value);
        if (magnitude < 1e-4 || magnitude >= 1e7) {
            return String.format(Locale.ROOT, "%.4e", value);
        }
        var decimals = Math.clamp(5 - Math.getExponent(magnitude) * 30103L / 100000, 0, 9);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
