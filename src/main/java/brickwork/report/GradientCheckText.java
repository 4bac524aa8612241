package brickwork.report;

import static brickwork.report.TextReport.plural;

import brickwork.source.DecimalText;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.Kink;
import java.util.Locale;

/** A gradient check as a person reads it: the figures in total and by tensor, the worst entry, and which kinks were met. */
final class GradientCheckText {

    private static final int SHOWN_KINKS = 5;

    /** As wide as {@code layer10.weight}; wider where a name is longer. */
    private static final int NAME_COLUMN = 14;

    private GradientCheckText() {}

    static String of(GradientReport report) {
        var out = new StringBuilder(String.format(Locale.ROOT, "%s over %s: diff %.3g, norm %.3g (data loss %.3g, penalty %.3g%s)%n",
                plural(report.parameters(), "parameter"), plural(report.samples(), "sample"), report.diff(),
                report.norm(),
                report.data().diff(), report.penalty().diff(),
                report.dual().map(dual -> String.format(Locale.ROOT, ", dual numbers %.3g", dual.diff())).orElse("")));
        var column = report.tensors().stream().mapToInt(tensor -> tensor.name().length()).reduce(NAME_COLUMN, Math::max);
        for (var tensor : report.tensors()) {
            out.append(
                    String.format(Locale.ROOT, "  %-" + column + "s %6d x %-6d diff %-9.3g norm %.3g%n", tensor.name(), tensor.rows(),
                            tensor.columns(),
                            tensor.total().diff(), tensor.total().norm()));
        }
        report.worst().ifPresent(worst -> out.append(String.format(Locale.ROOT, "worst: %s%s, backward %s, numeric %s%n", worst.place(),
                worst.origin().source().isPresent() ? " (" + worst.origin() + ")" : "", DecimalText.of(worst.backward()),
                DecimalText.of(worst.numeric()))));
        report.blame().forEach(line -> out.append("at fault: ").append(line).append('\n'));
        if (!report.kinks().isEmpty()) {
            out.append(plural(report.kinks().size(), "kink")).append(", compared one-sided:\n");
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
