package brickwork.cucumber;

import brickwork.model.DatasetPart;
import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.verify.Requirement;
import brickwork.verify.check.ClassDecisions;
import brickwork.verify.check.ClassMetric;
import brickwork.verify.check.LossCourse;
import brickwork.verify.check.MetricCheck;
import brickwork.verify.check.TrainingEnd;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
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

    /** A metric that a single class has. */
    @ParameterType(Metric.OF_ONE_CLASS)
    public Metric classMetric(String word) {
        return Language.METRICS.find(word).map(Definition::example).orElseThrow();
    }

    /** The precision, the recall or the f1 of one class. */
    @Then("the {classMetric} of class {string} is at least {number}")
    public void theMetricOfAClassIsAtLeast(Metric metric, String name, Double value) {
        world.require(ClassMetric.of(metric, name, Optional.empty(), Requirement.of(Relation.GREATER_OR_EQUAL, value)));
    }

    /** The same on a part. */
    @Then("the {classMetric} of class {string} on the {part} part is at least {number}")
    public void theMetricOfAClassOnAPartIsAtLeast(Metric metric, String name, DatasetPart part, Double value) {
        world.require(ClassMetric.of(metric, name, Optional.of(part), Requirement.of(Relation.GREATER_OR_EQUAL, value)));
    }

    /** A cell of the confusion matrix. */
    @Then("at most {int} sample(s) of class {string} is/are taken for class {string}")
    public void atMostAreTakenFor(Integer samples, String name, String other) {
        world.require(new ClassDecisions.TakenFor(name, other, samples));
    }

    /** All of the confusion matrix: a row a true class, a column a class that it is taken for. */
    @Then("the confusion matrix is")
    public void theConfusionMatrixIs(DataTable counts) {
        world.require(new ClassDecisions.Matrix(Optional.empty(), counts.asLists(Integer.class)));
    }

    /** The same on a part. */
    @Then("the confusion matrix on the {part} part is")
    public void theConfusionMatrixOnAPartIs(DatasetPart part, DataTable counts) {
        world.require(new ClassDecisions.Matrix(Optional.of(part), counts.asLists(Integer.class)));
    }
}
