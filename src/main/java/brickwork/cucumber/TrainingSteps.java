package brickwork.cucumber;

import brickwork.model.DatasetPart;
import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.verify.Requirement;
import brickwork.verify.Tolerance;
import brickwork.verify.check.MetricCheck;
import brickwork.verify.check.TrainingEnd;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** Training, and what it reached. A metric without a part is that of the test part where there is one, else of the training part. */
public final class TrainingSteps extends ScenarioSteps {

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
        world.outcome();
    }

    /** Exactly. */
    @Then("the {metric} is {number}")
    public void theMetricIs(Metric metric, Double value) {
        world.require(MetricCheck.of(metric, Optional.empty(), Requirement.of(Relation.EQUAL, value)));
    }

    @Then("the {metric} is {number} {closeness}")
    public void theMetricIsCloseTo(Metric metric, Double value, Tolerance closeness) {
        world.require(MetricCheck.of(metric, Optional.empty(), Requirement.near(value, closeness)));
    }

    @Then("the {metric} on the {part} part is {number} {closeness}")
    public void theMetricOnAPartIsCloseTo(Metric metric, DatasetPart part, Double value, Tolerance closeness) {
        world.require(MetricCheck.of(metric, Optional.of(part), Requirement.near(value, closeness)));
    }

    @Then("the {metric} is at least {number}")
    public void theMetricIsAtLeast(Metric metric, Double value) {
        world.require(MetricCheck.of(metric, Optional.empty(), Requirement.of(Relation.GREATER_OR_EQUAL, value)));
    }

    @Then("the {metric} is below {number}")
    public void theMetricIsBelow(Metric metric, Double value) {
        world.require(MetricCheck.of(metric, Optional.empty(), Requirement.of(Relation.LESS, value)));
    }

    @Then("the {metric} is at most {number}")
    public void theMetricIsAtMost(Metric metric, Double value) {
        world.require(MetricCheck.of(metric, Optional.empty(), Requirement.of(Relation.LESS_OR_EQUAL, value)));
    }

    @Then("the {metric} on the {part} part is at least {number}")
    public void theMetricOnAPartIsAtLeast(Metric metric, DatasetPart part, Double value) {
        world.require(MetricCheck.of(metric, Optional.of(part), Requirement.of(Relation.GREATER_OR_EQUAL, value)));
    }

    @Then("the {metric} on the {part} part is below {number}")
    public void theMetricOnAPartIsBelow(Metric metric, DatasetPart part, Double value) {
        world.require(MetricCheck.of(metric, Optional.of(part), Requirement.of(Relation.LESS, value)));
    }

    /** Training stopped at a number that is not finite. */
    @Then("training diverges")
    public void trainingDiverges() {
        world.require(new TrainingEnd.Diverges());
    }

    /** Training stopped there, and the message or its cure says this. Layer 0 means the loss as a whole. */
    @Then("training diverges in layer {int} with {string}")
    public void trainingDivergesInLayer(int layer, String words) {
        world.require(new TrainingEnd.DivergesIn(layer, words));
    }
}
