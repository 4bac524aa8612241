package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.engine.Engines;
import brickwork.engine.Initializer;
import brickwork.kernel.KernelChoice;
import brickwork.model.Expectation;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import brickwork.source.DecimalText;
import brickwork.verify.gradient.GradientFigures;
import brickwork.verify.gradient.GradientReport;
import java.util.Locale;

/** Judges what is stated of a network as it starts. */
final class InitialStatements {

    private InitialStatements() {}

    /** The loss over the whole training part, dropout off, in the precision of training. */
    static Verdict judge(Specification network, Dataset dataset, Expectation.InitialLoss statement, KernelChoice kernels) {
        double loss;
        try (var engine = Engines.open(network, Planner.plan(network, dataset.train().count()), kernels, 1)) {
            engine.setParameters(Initializer.parameters(network));
            loss = engine.evaluator().evaluate(engine.bind(dataset.train()), null) + engine.evaluator().penalty();
        }
        var off = Math.abs(loss - statement.value());
        var measured = "the initial loss is " + DecimalText.of(loss);
        return off <= statement.tolerance()
                ? new Verdict.Passed(measured + ", " + DecimalText.of(off) + " off")
                : new Verdict.Failed(
                        measured + ", " + DecimalText.of(off) + " off where " + DecimalText.of(statement.tolerance()) + " is allowed");
    }

    /** The figure named holds of the total, and data loss, penalty and dual numbers taken apart agree as well. */
    static Verdict judge(GradientReport report, Expectation.Gradcheck statement) {
        if (!report.finite()) {
            return new Verdict.Inconclusive("the loss at the initial parameters is " + report.loss()
                    + ", so there is no gradient to check");
        }
        var requirement = statement.relation().symbol() + " " + DecimalText.of(statement.bound());
        var measured = (statement.norm() ? "norm " : "diff ") + figure(report.total(), statement) + " over " + report.parameters()
                + " parameters and " + report.samples() + (report.samples() == 1 ? " sample" : " samples");
        var kinks = report.kinks().isEmpty() ? "" : ", " + report.kinks().size() + (report.kinks().size() == 1 ? " kink" : " kinks");
        if (!statement.relation().holds(value(report.total(), statement), statement.bound())) {
            return new Verdict.Failed(measured + ", not " + requirement + kinks + worst(report.total(), "numeric") + "; apart: data loss "
                    + figure(report.data(), statement) + ", penalty " + figure(report.penalty(), statement) + blame(report));
        }
        var bound = Math.max(GradientReport.AGREEMENT, statement.bound());
        if (!(value(report.data(), statement) <= bound)) {
            return new Verdict.Failed(measured + ", but " + figure(report.data(), statement) + " for the data loss alone"
                    + worst(report.data(), "numeric") + blame(report));
        }
        if (!(value(report.penalty(), statement) <= bound)) {
            return new Verdict.Failed(measured + ", but " + figure(report.penalty(), statement) + " for the penalty alone"
                    + worst(report.penalty(), "numeric") + blame(report));
        }
        if (report.dual().filter(dual -> !(value(dual, statement) <= bound)).isPresent()) {
            return new Verdict.Failed(measured + ", but " + figure(report.dual().get(), statement) + " against dual numbers"
                    + worst(report.dual().get(), "dual"));
        }
        return new Verdict.Passed(measured + " (" + requirement + ")" + kinks);
    }

    private static double value(GradientFigures figures, Expectation.Gradcheck statement) {
        return statement.norm() ? figures.norm() : figures.diff();
    }

    private static String blame(GradientReport report) {
        return report.blame().isEmpty() ? "" : "; at fault: " + String.join("; ", report.blame());
    }

    private static String figure(GradientFigures figures, Expectation.Gradcheck statement) {
        return String.format(Locale.ROOT, "%.3g", value(figures, statement));
    }

    private static String worst(GradientFigures figures, String other) {
        return figures.worst()
                .map(worst -> "; worst at " + worst.place() + ": backward " + DecimalText.of(worst.backward()) + ", " + other + " "
                        + DecimalText.of(worst.numeric()))
                .orElse("");
    }
}
