package brickwork.cucumber;

import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.verify.check.ClassDecisions;
import brickwork.verify.check.LossCourse;
import brickwork.verify.check.MetricCheck;
import brickwork.verify.check.TrainingEnd;
import io.cucumber.java.en.Then;
import java.util.Optional;
import java.util.OptionalInt;

/** The course of a training: how the loss falls, when a metric is reached, which classes are recognised in the end. */
public final class CourseSteps extends ScenarioSteps {

    /** The last row of the history is below the first. */
    @Then("the loss decreases")
    public void theLossDecreases() {
        world.require(new LossCourse.Decreases());
    }

    /** Each row of the history is below the one before it. */
    @Then("the loss decreases every epoch")
    public void theLossDecreasesEveryEpoch() {
        world.require(new LossCourse.DecreasesEveryEpoch());
    }

    /** The first row is at least that number times the last. */
    @Then("the loss falls by a factor of at least {number}")
    public void theLossFallsByAFactor(Double factor) {
        world.require(new LossCourse.FallsByFactor(factor));
    }

    /** A row of the first so many epochs is at most the first row divided by the number. */
    @Then("the loss falls by a factor of at least {number} within {int} epochs")
    public void theLossFallsByAFactorWithin(Double factor, Integer epochs) {
        world.require(new LossCourse.FallsWithin(factor, epochs));
    }

    /** Each row is below the one that number of epochs before it. */
    @Then("the loss falls over every {int} epochs")
    public void theLossFallsOverEvery(Integer epochs) {
        world.require(new LossCourse.FallsOver(epochs));
    }

    /**
     * At the end of some epoch up to that one, on test where there is one, else on train: at least the value for a metric that is the
     * better the higher it is, as accuracy, at most the value for all others.
     */
    @Then("the {metric} reaches {number} within {int} epoch(s)")
    public void theMetricReaches(Metric metric, Double value, Integer epochs) {
        world.require(new MetricCheck(metric, Optional.empty(), MetricCheck.orBetter(metric, value), OptionalInt.of(epochs)));
    }

    /** The same on a part. */
    @Then("the {metric} on the {part} part reaches {number} within {int} epoch(s)")
    public void theMetricOnAPartReaches(Metric metric, DatasetPart part, Double value, Integer epochs) {
        world.require(new MetricCheck(metric, Optional.of(part), MetricCheck.orBetter(metric, value), OptionalInt.of(epochs)));
    }

    /** By a stop statement, or because all epochs were trained. */
    @Then("training ends after {int} epoch(s)")
    public void trainingEndsAfter(Integer epochs) {
        world.require(new TrainingEnd.After(epochs));
    }

    /** On test where there is one, else on train. */
    @Then("the recall of class {string} is at least {number}")
    public void theRecallIsAtLeast(String name, Double share) {
        world.require(new ClassDecisions.Recall(name, share));
    }

    /** A cell of the confusion matrix, on test where there is one, else on train. */
    @Then("at most {int} sample(s) of class {string} is/are taken for class {string}")
    public void atMostAreTakenFor(Integer samples, String name, String other) {
        world.require(new ClassDecisions.TakenFor(name, other, samples));
    }
}
