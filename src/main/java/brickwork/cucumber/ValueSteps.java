package brickwork.cucumber;

import brickwork.data.SampleTable;
import brickwork.engine.Parameters;
import brickwork.model.Metric;
import brickwork.verify.Tolerance;
import brickwork.verify.check.InitialMetrics;
import brickwork.verify.check.KnownOutputs;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;

/** Known values: losses, weights, gradients and outputs worked out elsewhere. */
public final class ValueSteps {

    private final World world = World.current();

    /**
     * The samples to learn, instead of those the spec names, which must be named before: unscaled inputs, an arrow, and targets, which are
     * numbers or the name of a class.
     */
    @Given("the samples:")
    public void theSamples(DataTable table) {
        var samples = SampleTableText.of(table);
        if (samples.numeric()) {
            world.samples(SampleTable.ofReals(samples.inputs(), samples.numbers()));
        } else {
            var names = samples.right().stream().map(List::getFirst).distinct().sorted().toList();
            world.samples(SampleTable.ofClasses(samples.inputs(),
                    samples.right().stream().mapToInt(row -> names.indexOf(row.getFirst())).toArray(),
                    names));
        }
    }

    /** Over the training part at the initial parameters, dropout off. */
    @Then("the initial {metric} is {number} {closeness}")
    public void theInitialMetricIs(Metric metric, Double value, Tolerance closeness) {
        near("the initial " + metric.word(), initial(metric), value, closeness);
    }

    /** What equal shares for so many classes cost: ln of their number. */
    @Then("the initial {metric} is within {number} of ln {int}")
    public void theInitialMetricIsNearLog(Metric metric, Double share, Integer classes) {
        near("the initial " + metric.word(), initial(metric), StrictMath.log(classes),
                new Tolerance.Absolute(share * StrictMath.log(classes)));
    }

    /** Every penalty twice gives a strictly greater loss at the initial parameters. */
    @Then("a higher penalty raises the loss")
    public void aHigherPenaltyRaisesTheLoss() {
        world.require(InitialMetrics.riseWithThePenalty(world.subject()));
    }

    /** The mean of the epoch's batch losses, each before its update; epochs count from 0. */
    @Then("the loss of epoch {int} is {number} {closeness}")
    public void theLossOfAnEpochIs(Integer epoch, Double value, Tolerance closeness) {
        var history = world.trained().report().history();
        Assert.that(epoch < history.size(), () -> "training ended after " + history.size() + " epochs" + world.replay());
        near("the loss of epoch " + epoch, history.get(epoch).loss(), value, closeness);
    }

    /** The trained values of a tensor such as {@code layer1.weight}: a row an output unit; for a bias one column. */
    @Then("{word} is, {closeness}:")
    public void theTensorIs(String name, Tolerance closeness, DataTable table) {
        tensor("", name, world.trained().result().parameters(), closeness, table);
    }

    /** The values training begins with. */
    @Then("the initial {word} is, {closeness}:")
    public void theInitialTensorIs(String name, Tolerance closeness, DataTable table) {
        tensor("the initial ", name, world.subject().initial(), closeness, table);
    }

    /**
     * Of data loss plus penalty over the training part, dropout off, at the trained parameters once the network was trained, else the
     * initial.
     */
    @Then("the gradient of {word} is, {closeness}:")
    public void theGradientIs(String name, Tolerance closeness, DataTable table) {
        tensor("the gradient of ", name, world.subject().gradients(world.parameters(), world.dataset().train()), closeness, table);
    }

    /** What the trained network gives for one row of unscaled inputs; numbers side by side. */
    @Then("the output for {string} is {string} {closeness}")
    public void theOutputIs(String inputs, String outputs, Tolerance closeness) {
        outputs(new double[][] {StepNumbers.row(inputs)}, new double[][] {StepNumbers.row(outputs)}, closeness);
    }

    /** What the trained network gives: a row of unscaled inputs, an arrow, and the outputs. */
    @Then("the outputs are, {closeness}:")
    public void theOutputsAre(Tolerance closeness, DataTable table) {
        var samples = SampleTableText.of(table);
        outputs(samples.inputs(), samples.numbers(), closeness);
    }

    /** Which class the trained network tells: a row of unscaled inputs, an arrow, and the class's name. */
    @Then("the classes are:")
    public void theClassesAre(DataTable table) {
        var samples = SampleTableText.of(table);
        var network = world.trained().trained();
        var given = KnownOutputs.of(world.subject(), world.parameters(), samples.inputs());
        for (var row = 0; row < given.length; row++) {
            var stated = samples.right().get(row).getFirst();
            var found = network.classOf(given[row]).orElseThrow(() -> new AssertionError("the targets are not classes"));
            var number = row;
            Assert.that(found.equals(stated),
                    () -> "the class of row " + (number + 1) + " is " + found + ", not " + stated + world.replay());
        }
    }

    private void outputs(double[][] inputs, double[][] stated, Tolerance closeness) {
        world.trained();
        Assert.that(inputs[0].length == world.network().inputs() && stated[0].length == world.network().outputs(),
                () -> "the network takes "
                        + world.network().inputs() + " inputs and gives " + world.network().outputs() + " outputs, stated are "
                        + inputs[0].length + " and "
                        + stated[0].length);
        var given = KnownOutputs.of(world.subject(), world.parameters(), inputs);
        for (var row = 0; row < given.length; row++) {
            for (var k = 0; k < given[row].length; k++) {
                near("output " + k + " for row " + (row + 1), given[row][k], stated[row][k], closeness);
            }
        }
    }

    private void tensor(String prefix, String name, Parameters parameters, Tolerance closeness, DataTable table) {
        var tensor = parameters.tensor(name);
        Assert.that(table.height() == tensor.rows() && table.width() == tensor.columns(),
                () -> name + " has shape " + tensor.rows() + " x " + tensor.columns() + ", the table " + table.height() + " x "
                        + table.width());
        for (var row = 0; row < tensor.rows(); row++) {
            for (var column = 0; column < tensor.columns(); column++) {
                var place = name + "[" + row + "]" + (tensor.bias() ? "" : "[" + column + "]");
                near(prefix + place, tensor.at(row, column), StepNumbers.of(table.cell(row, column)), closeness);
            }
        }
    }

    private double initial(Metric metric) {
        return InitialMetrics.value(world.subject(), metric)
                .orElseThrow(() -> new AssertionError(
                        metric.word() + " has no value: the targets are not classes, or there are too few samples"));
    }

    private void near(String what, double found, double stated, Tolerance closeness) {
        Assert.near(what, found, stated, closeness, world.network().precision(), world::replay);
    }
}
