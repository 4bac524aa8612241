package brickwork.cucumber;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;

/** Known values: losses, weights and outputs worked out elsewhere. */
public final class ValueSteps {

    private final World world = World.current();

    /** The first row of the history, before any update of a full-batch training. */
    @Then("the initial loss is {number} within {number}")
    public void theInitialLossIs(Double value, Double tolerance) {
        var initial = world.trained().report().history().getFirst().loss();
        near("the initial loss", initial, value, tolerance);
    }

    /** The trained values of a tensor such as {@code layer1.weight}: a row an output unit; for a bias one column. */
    @Then("{word} is, within {number}:")
    public void theTensorIs(String name, Double tolerance, DataTable table) {
        var tensor = world.trained().result().parameters().tensor(name);
        Assert.that(table.height() == tensor.rows() && table.width() == tensor.columns(),
                () -> name + " has shape " + tensor.rows() + " x " + tensor.columns() + ", the table " + table.height() + " x " + table.width());
        for (var row = 0; row < tensor.rows(); row++) {
            for (var column = 0; column < tensor.columns(); column++) {
                near(name + "[" + row + "][" + column + "]", tensor.at(row, column), Double.parseDouble(table.cell(row, column)), tolerance);
            }
        }
    }

    /** What the trained network gives for one row of unscaled inputs; numbers side by side. */
    @Then("the output for {string} is {string} within {number}")
    public void theOutputIs(String inputs, String outputs, Double tolerance) {
        var given = world.trained().trained().predict(Numbers.row(inputs));
        var stated = Numbers.row(outputs);
        Assert.that(given.length == stated.length, () -> "the network gives " + given.length + " outputs, " + stated.length + " are stated");
        for (var k = 0; k < given.length; k++) {
            near("output " + k + " for " + inputs, given[k], stated[k], tolerance);
        }
    }

    private void near(String what, double measured, double stated, double tolerance) {
        Assert.that(Math.abs(measured - stated) <= tolerance, () -> what + " is " + measured + ", which is " + Math.abs(measured - stated)
                + " off " + stated + world.replay());
    }
}
