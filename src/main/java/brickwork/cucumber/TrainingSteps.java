package brickwork.cucumber;

import brickwork.model.Metric;
import brickwork.model.Part;
import brickwork.train.HistoryRow;
import brickwork.train.TrainingResult;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Training, and what it reached. A metric without a part is that of the test part where there is one, else of the training part. */
public final class TrainingSteps {

    private final World world = World.current();

    /** A metric of the language, underscores written or not: {@code accuracy}, {@code data loss}, {@code rmse}. */
    @ParameterType("loss|data[ _]loss|penalty|accuracy|mse|mae|rmse|r2|precision|recall|f1")
    public Metric metric(String word) {
        return Arrays.stream(Metric.values()).filter(metric -> metric.word().equals(word.replace(' ', '_'))).findFirst().orElseThrow();
    }

    /** A part of the data. */
    @ParameterType("training|validation|test")
    public Part part(String word) {
        return switch (word) {
            case "training" -> Part.TRAIN;
            case "validation" -> Part.VALIDATION;
            default -> Part.TEST;
        };
    }

    /** Trains as the spec says, on the data it names. */
    @When("the network is trained")
    public void theNetworkIsTrained() {
        world.train();
    }

    @Then("the {metric} is {number}")
    public void theMetricIs(Metric metric, Double value) {
        require(metric, null, "is not", value, (measured, stated) -> measured.equals(stated));
    }

    @Then("the {metric} is {number} within {number}")
    public void theMetricIsWithin(Metric metric, Double value, Double tolerance) {
        require(metric, null, "is not within " + tolerance + " of", value, (measured, stated) -> Math.abs(measured - stated) <= tolerance);
    }

    @Then("the {metric} is at least {number}")
    public void theMetricIsAtLeast(Metric metric, Double value) {
        require(metric, null, "is below", value, (measured, stated) -> measured >= stated);
    }

    @Then("the {metric} is below {number}")
    public void theMetricIsBelow(Metric metric, Double value) {
        require(metric, null, "is not below", value, (measured, stated) -> measured < stated);
    }

    @Then("the {metric} on the {part} part is at least {number}")
    public void theMetricOnAPartIsAtLeast(Metric metric, Part part, Double value) {
        require(metric, part, "is below", value, (measured, stated) -> measured >= stated);
    }

    @Then("the {metric} on the {part} part is below {number}")
    public void theMetricOnAPartIsBelow(Metric metric, Part part, Double value) {
        require(metric, part, "is not below", value, (measured, stated) -> measured < stated);
    }

    /** The last row of the history is below the first. */
    @Then("the loss decreases")
    public void theLossDecreases() {
        var history = world.trained().report().history();
        Assert.that(history.getLast().loss() < history.getFirst().loss(), () -> String.format(Locale.ROOT,
                "the loss went from %s to %s in %d epochs%s", history.getFirst().loss(), history.getLast().loss(), history.size(), world.replay()));
    }

    /** Each row of the history is below the one before it. */
    @Then("the loss decreases every epoch")
    public void theLossDecreasesEveryEpoch() {
        var history = world.trained().report().history();
        for (var i = 1; i < history.size(); i++) {
            HistoryRow before = history.get(i - 1);
            HistoryRow row = history.get(i);
            Assert.that(row.loss() < before.loss(), () -> String.format(Locale.ROOT, "the loss did not fall from epoch %d (%s) to epoch %d (%s)%s",
                    before.epoch(), before.loss(), row.epoch(), row.loss(), world.replay()));
        }
    }

    /** Training stopped at a number that is not finite. */
    @Then("training diverges")
    public void trainingDiverges() {
        Assert.that(world.result() instanceof TrainingResult.Diverged, () -> "training did not diverge" + world.replay());
    }

    /** Training stopped there, and the message or its cure says this. */
    @Then("training diverges in layer {int} with {string}")
    public void trainingDivergesInLayer(int layer, String words) {
        if (!(world.result() instanceof TrainingResult.Diverged diverged)) {
            throw new AssertionError("training did not diverge" + world.replay());
        }
        Assert.that(diverged.fault().layer() == layer, () -> diverged.message() + ", not in layer " + layer);
        Assert.that(diverged.message().contains(words) || diverged.cure().contains(words),
                () -> "neither message nor cure says \"" + words + "\": " + diverged.message() + "; " + diverged.cure());
    }

    private void require(Metric metric, Part part, String otherwise, double value, BiPredicate<Double, Double> holds) {
        var metrics = world.trained().report().metrics();
        var of = part != null ? part : metrics.containsKey(Part.TEST) ? Part.TEST : Part.TRAIN;
        if (!metrics.containsKey(of)) {
            throw new AssertionError("the spec makes no " + of.word() + " part: it has " + metrics.keySet());
        }
        var measured = metrics.get(of).value(metric);
        if (measured.isEmpty()) {
            throw new AssertionError(metric.word() + " has no value on " + of.word() + ": the targets are not classes, or there are too few samples");
        }
        Assert.that(holds.test(measured.getAsDouble(), value), () -> metric.word() + " on " + of.word() + " is " + measured.getAsDouble()
                + ", which " + otherwise + " " + value + world.replay());
    }
}
