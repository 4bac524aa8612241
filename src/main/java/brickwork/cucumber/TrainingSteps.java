package brickwork.cucumber;

import brickwork.model.DatasetPart;
import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Metric;
import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;
import brickwork.verify.Tolerance;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.BiPredicate;

/** Training, and what it reached. A metric without a part is that of the test part where there is one, else of the training part. */
public final class TrainingSteps {

    private final World world = World.current();

    /** A metric of the language, underscores written or not: {@code accuracy}, {@code data loss}, {@code rmse}. */
    @ParameterType(Metric.SENTENCE_WORD)
    public Metric metric(String word) {
        return Language.METRICS.find(word.replace(' ', '_')).orElseThrow().example();
    }

    /** A part of the data. */
    @ParameterType("training|validation|test")
    public DatasetPart part(String word) {
        return Language.PARTS.find(word).map(Definition::example).orElse(DatasetPart.TRAIN);
    }

    /** Trains as the spec says, on the data it names. */
    @When("the network is trained")
    public void theNetworkIsTrained() {
        world.train();
    }

    /** Exactly. */
    @Then("the {metric} is {number}")
    public void theMetricIs(Metric metric, Double value) {
        require(metric, null, "is not", value, (measured, stated) -> measured.equals(stated));
    }

    @Then("the {metric} is {number} {closeness}")
    public void theMetricIsCloseTo(Metric metric, Double value, Tolerance closeness) {
        near(metric, null, value, closeness);
    }

    @Then("the {metric} on the {part} part is {number} {closeness}")
    public void theMetricOnAPartIsCloseTo(Metric metric, DatasetPart part, Double value, Tolerance closeness) {
        near(metric, part, value, closeness);
    }

    @Then("the {metric} is at least {number}")
    public void theMetricIsAtLeast(Metric metric, Double value) {
        require(metric, null, "is below", value, (measured, stated) -> measured >= stated);
    }

    @Then("the {metric} is below {number}")
    public void theMetricIsBelow(Metric metric, Double value) {
        require(metric, null, "is not below", value, (measured, stated) -> measured < stated);
    }

    @Then("the {metric} is at most {number}")
    public void theMetricIsAtMost(Metric metric, Double value) {
        require(metric, null, "is above", value, (measured, stated) -> measured <= stated);
    }

    @Then("the {metric} on the {part} part is at least {number}")
    public void theMetricOnAPartIsAtLeast(Metric metric, DatasetPart part, Double value) {
        require(metric, part, "is below", value, (measured, stated) -> measured >= stated);
    }

    @Then("the {metric} on the {part} part is below {number}")
    public void theMetricOnAPartIsBelow(Metric metric, DatasetPart part, Double value) {
        require(metric, part, "is not below", value, (measured, stated) -> measured < stated);
    }

    /** Training stopped at a number that is not finite. */
    @Then("training diverges")
    public void trainingDiverges() {
        Assert.that(world.result() instanceof TrainingResult.Diverged, () -> "training did not diverge" + world.replay());
    }

    /** Training stopped there, and the message or its cure says this. Layer 0 stands for the loss as a whole. */
    @Then("training diverges in layer {int} with {string}")
    public void trainingDivergesInLayer(int layer, String words) {
        if (!(world.result() instanceof TrainingResult.Diverged diverged)) {
            throw new AssertionError("training did not diverge" + world.replay());
        }
        Assert.that(diverged.fault().layer() == layer, () -> diverged.message() + ", not in layer " + layer);
        Assert.that(diverged.message().contains(words) || diverged.cure().contains(words),
                () -> "neither message nor cure says \"" + words + "\": " + diverged.message() + "; " + diverged.cure());
    }

    private void near(Metric metric, DatasetPart part, double value, Tolerance closeness) {
        var of = part(part);
        Assert.near(metric.word() + " on " + of.word(), measured(metric, of), value, closeness, world.network().precision(), world::replay);
    }

    private void require(Metric metric, DatasetPart part, String otherwise, double value, BiPredicate<Double, Double> holds) {
        var of = part(part);
        var measured = measured(metric, of);
        Assert.that(holds.test(measured, value),
                () -> metric.word() + " on " + of.word() + " is " + DecimalText.of(measured) + ", which " + otherwise + " "
                        + DecimalText.of(value)
                        + world.replay());
    }

    /** The part named, else test where there is one, else train. */
    private DatasetPart part(DatasetPart named) {
        var metrics = world.trained().report().metrics();
        var of = named != null ? named : metrics.containsKey(DatasetPart.TEST) ? DatasetPart.TEST : DatasetPart.TRAIN;
        Assert.that(metrics.containsKey(of), () -> "the spec makes no " + of.word() + " part: it has " + metrics.keySet());
        return of;
    }

    private double measured(Metric metric, DatasetPart of) {
        return world.trained().report().metrics().get(of).value(metric).orElseThrow(() -> new AssertionError(
                metric.word() + " has no value on " + of.word() + ": the targets are not classes, or there are too few samples"));
    }
}
