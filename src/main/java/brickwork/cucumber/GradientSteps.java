package brickwork.cucumber;

import brickwork.source.DecimalText;
import brickwork.verify.Tolerance;
import brickwork.verify.check.ForwardMode;
import brickwork.verify.check.Subgradient;
import brickwork.verify.gradient.GradientFigures;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.Kink;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Gradient checks at the initial parameters, in f64, over the first 16 samples, dropout and clipping off: backward gradients against
 * numeric ones. Data loss and penalty are checked apart too, so that neither hides the other.
 */
public final class GradientSteps {

    private static final double NEGLIGIBLE = 1e-12;

    private final World world = World.current();

    /** {@code diff}, the worst element's relative error, or {@code norm}, ‖a-n‖ / (‖a‖+‖n‖). */
    @ParameterType("diff|norm")
    public ToDoubleFunction<GradientFigures> figure(String word) {
        return word.equals("diff") ? GradientFigures::diff : GradientFigures::norm;
    }

    /** What of the loss. */
    @ParameterType("data loss|penalty")
    public Term term(String words) {
        return words.equals("penalty") ? Term.PENALTY : Term.DATA_LOSS;
    }

    /** The parts of a loss that are checked apart. */
    public enum Term {
        DATA_LOSS("data loss"),
        PENALTY("penalty");

        private final String words;

        Term(String words) {
            this.words = words;
        }

        GradientFigures of(GradientReport report) {
            return this == DATA_LOSS ? report.data() : report.penalty();
        }
    }

    /** Total, data loss and penalty, and dual numbers beside them: each diff is below 1e-7. */
    @Then("the gradient check passes")
    public void theCheckPasses() {
        var report = world.gradients();
        Assert.that(report.passed(), () -> "the gradient check fails: " + summary(report) + worst("", report.total())
                + worst(" of the data loss", report.data()) + worst(" of the penalty", report.penalty()) + ending());
    }

    /** The diff of that part is 1e-7 or more, and that of the other part is not: the fault is there. */
    @Then("the gradient check fails in the {term}")
    public void theCheckFailsIn(Term term) {
        var report = world.gradients();
        var other = term == Term.PENALTY ? Term.DATA_LOSS : Term.PENALTY;
        Assert.that(term.of(report).diff() >= GradientReport.AGREEMENT && other.of(report).diff() < GradientReport.AGREEMENT,
                () -> "the gradient check does not fail in the " + term.words + " alone: " + summary(report) + ending());
    }

    /** Over data loss and penalty together. */
    @Then("the gradcheck {figure} is below {number}")
    public void theFigureIsBelow(ToDoubleFunction<GradientFigures> figure, Double bound) {
        require("", world.gradients().total(), figure, bound);
    }

    /** Over one of them alone. */
    @Then("the gradcheck {figure} of the {term} is below {number}")
    public void theFigureOfATermIsBelow(ToDoubleFunction<GradientFigures> figure, Term term, Double bound) {
        require(" of the " + term.words, term.of(world.gradients()), figure, bound);
    }

    /** Over the weights and the bias of one layer, counted from 1. */
    @Then("the gradcheck {figure} of layer {int} is below {number}")
    public void theFigureOfALayerIsBelow(ToDoubleFunction<GradientFigures> figure, Integer layer, Double bound) {
        var tensors = world.gradients().tensors().stream().filter(tensor -> tensor.layer() == layer).toList();
        Assert.that(!tensors.isEmpty(), () -> "layer " + layer + " has no trained parameters");
        tensors.forEach(tensor -> require(" of " + tensor.name(), tensor.total(), figure, bound));
    }

    /**
     * Dual numbers carried forward through the reference interpreter: no step, no step error. Ulps are those of a tensor's largest
     * gradient.
     */
    @Then("forward-mode derivatives agree with backward {closeness}")
    public void forwardModeAgrees(Tolerance closeness) {
        world.require(ForwardMode.agrees(world.subject(), closeness));
    }

    /** Kinks are points a probe would have stepped over; they are listed and compared one-sided, and never fail the check. */
    @Then("the gradient check meets {int} kink(s)")
    public void theCheckMeetsKinks(Integer kinks) {
        var report = world.gradients();
        Assert.that(report.kinks().size() == kinks, () -> "the gradient check meets " + report.kinks().size() + " kinks"
                + report.kinks().stream().limit(5).map(GradientSteps::place).reduce("", (all, place) -> all + ", " + place) + ending());
    }

    /** A unit, counted from 0, of a layer, counted from 1, stands on a kink in some sample. */
    @Then("the gradient check lists a kink at unit {int} of layer {int}")
    public void theCheckListsAKink(Integer unit, Integer layer) {
        var report = world.gradients();
        Assert.that(report.kinks().stream().anyMatch(kink -> kink.layer() == layer && kink.unit() == unit),
                () -> "of " + report.kinks().size()
                        + " kinks none is at unit " + unit + " of layer " + layer + ending());
    }

    /** Every layer with a kink, and mae and l1, are put exactly on it: relu'(0) = 0, and so on. */
    @Then("at a kink the documented subgradient is used")
    public void theDocumentedSubgradientIsUsed() {
        world.require(Subgradient.isTheDocumentedOne(world.subject()));
    }

    private void require(String of, GradientFigures figures, ToDoubleFunction<GradientFigures> figure, double bound) {
        var report = world.gradients();
        Assert.that(report.finite(), () -> "the loss is " + report.loss() + ", so there is no gradient to check" + ending());
        Assert.that(figure.applyAsDouble(figures) < bound,
                () -> String.format(Locale.ROOT, "the gradcheck%s has diff %.3g and norm %.3g, not below %s",
                        of, figures.diff(), figures.norm(), DecimalText.of(bound)) + worst(of, figures) + ending());
    }

    /** The functions of the host program that are wrong, and the command that checks again. */
    private String ending() {
        return world.gradients().blame().stream().map(line -> "; at fault: " + line).collect(Collectors.joining())
                + world.replayGradcheck();
    }

    private static String summary(GradientReport report) {
        return String.format(Locale.ROOT, "diff %.3g in all, %.3g of the data loss, %.3g of the penalty", report.diff(),
                report.data().diff(),
                report.penalty().diff());
    }

    private static String worst(String of, GradientFigures figures) {
        return figures.worst().filter(entry -> entry.diff() >= NEGLIGIBLE).map(entry -> "; worst" + of + " at " + entry.place() + " ("
                + entry.origin() + "): backward " + entry.backward() + ", numeric " + entry.numeric() + String.format(Locale.ROOT,
                        " (absolute error %.3g, relative error %.3g)", Math.abs(entry.backward() - entry.numeric()), entry.diff()))
                .orElse("");
    }

    private static String place(Kink kink) {
        return "unit " + kink.unit() + " of layer " + kink.layer() + (kink.sample() < 0 ? "" : " in sample " + kink.sample());
    }
}
