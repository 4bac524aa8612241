package brickwork.cucumber;

import brickwork.model.Metric;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.check.InitialMetric;
import brickwork.verify.check.LossCourse;
import brickwork.verify.check.Outputs;
import brickwork.verify.check.TensorValues;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;

/** Known values: losses, weights, gradients and outputs worked out elsewhere. */
public final class ValueSteps extends ScenarioSteps {

    /**
     * The samples to learn, instead of those the spec names, which must be named before: unscaled inputs, an arrow, and targets, which are
     * numbers or the name of a class.
     */
    @Given("the samples:")
    public void theSamples(DataTable table) {
        world.samples(SampleTableText.of(table).samples());
    }

    /** Over the training part at the initial parameters, dropout off. */
    @Then("the initial {metric} is {number} {closeness}")
    public void theInitialMetricIs(Metric metric, Double value, Tolerance closeness) {
        world.require(new InitialMetric.Is(metric, Requirement.near(value, closeness)));
    }

    /** What equal shares for so many classes cost: ln of their number. */
    @Then("the initial {metric} is within {number} of ln {int}")
    public void theInitialMetricIsNearLog(Metric metric, Double share, Integer classes) {
        world.require(new InitialMetric.Is(metric, nearLog(classes, share)));
    }

    /** Every penalty twice gives a strictly greater loss at the initial parameters. */
    @Then("a higher penalty raises the loss")
    public void aHigherPenaltyRaisesTheLoss() {
        world.require(new InitialMetric.RisesWithThePenalty());
    }

    /** The mean of the epoch's batch losses, each before its update; epochs count from 0. */
    @Then("the loss of epoch {int} is {number} {closeness}")
    public void theLossOfAnEpochIs(Integer epoch, Double value, Tolerance closeness) {
        world.require(new LossCourse.OfEpoch(epoch, Requirement.near(value, closeness)));
    }

    /** The trained values of a tensor such as {@code layer1.weight}: a row an output unit; for a bias one column. */
    @Then("{word} is, {closeness}:")
    public void theTensorIs(String name, Tolerance closeness, DataTable table) {
        world.require(new TensorValues(TensorValues.Of.VALUES, Stage.TRAINED, name, numbers(table), closeness));
    }

    /** The values training begins with. */
    @Then("the initial {word} is, {closeness}:")
    public void theInitialTensorIs(String name, Tolerance closeness, DataTable table) {
        world.require(new TensorValues(TensorValues.Of.VALUES, Stage.INITIAL, name, numbers(table), closeness));
    }

    /**
     * Of data loss plus penalty over the training part, dropout off, at the trained parameters once the network was trained, else the
     * initial.
     */
    @Then("the gradient of {word} is, {closeness}:")
    public void theGradientIs(String name, Tolerance closeness, DataTable table) {
        world.require(new TensorValues(TensorValues.Of.GRADIENT, world.stage(), name, numbers(table), closeness));
    }

    /** What the trained network gives for one row of unscaled inputs; numbers side by side. */
    @Then("the output for {string} is {string} {closeness}")
    public void theOutputIs(String inputs, String outputs, Tolerance closeness) {
        world.require(new Outputs.Are(List.of(StepNumbers.row(inputs)), List.of(StepNumbers.row(outputs)), closeness));
    }

    /** What the trained network gives: a row of unscaled inputs, an arrow, and the outputs. */
    @Then("the outputs are, {closeness}:")
    public void theOutputsAre(Tolerance closeness, DataTable table) {
        var samples = SampleTableText.of(table);
        world.require(new Outputs.Are(samples.inputs(), samples.numbers(), closeness));
    }

    /** Which class the trained network decides for: a row of unscaled inputs, an arrow, and the class's name. */
    @Then("the classes are:")
    public void theClassesAre(DataTable table) {
        var samples = SampleTableText.of(table);
        world.require(new Outputs.ClassesAre(samples.inputs(), samples.right().stream().map(List::getFirst).toList()));
    }

    private static Requirement nearLog(int classes, double share) {
        var log = StrictMath.log(classes);
        return Requirement.near(log, new Tolerance.Absolute(share * log));
    }

    private static List<List<Double>> numbers(DataTable table) {
        return table.cells().stream().map(StepNumbers::of).toList();
    }
}
