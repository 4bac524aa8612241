package brickwork.cucumber;

import brickwork.verify.Tolerance;
import brickwork.verify.check.Permutation;
import brickwork.verify.check.Prediction;
import brickwork.verify.check.Samplings;
import io.cucumber.java.en.Then;

/**
 * Changes that must change nothing. They are judged at the trained parameters once the network was trained, before that at the initial
 * ones; outputs, losses and gradients are those over the training part.
 */
public final class RelationSteps extends ScenarioSteps {

    /** In every hidden layer, with their weights: outputs, data loss and gradients. */
    @Then("permuting the hidden units changes nothing {closeness}")
    public void permutingHiddenUnits(Tolerance closeness) {
        world.require(new Permutation(Permutation.Of.HIDDEN_UNITS, world.stage(), closeness));
    }

    /** With their weights in the first layer: outputs, data loss and gradients. */
    @Then("permuting the inputs with their weights changes nothing {closeness}")
    public void permutingInputs(Tolerance closeness) {
        world.require(new Permutation(Permutation.Of.INPUTS, world.stage(), closeness));
    }

    /** With the output units that stand for them: outputs, data loss and gradients. Of one sigmoid unit, 0 and 1 change places. */
    @Then("relabelling the classes changes nothing {closeness}")
    public void relabellingClasses(Tolerance closeness) {
        world.require(new Permutation(Permutation.Of.CLASSES, world.stage(), closeness));
    }

    /** Mean loss and gradient over each sample twice are those over each sample once. */
    @Then("duplicating the data leaves loss and gradient equal {closeness}")
    public void duplicatingTheData(Tolerance closeness) {
        world.require(new Samplings.Rearranged(Samplings.Change.DUPLICATED, world.stage(), closeness));
    }

    /** Loss and gradient over the samples backwards. */
    @Then("reversing the samples leaves loss and gradient equal {closeness}")
    public void reversingTheSamples(Tolerance closeness) {
        world.require(new Samplings.Rearranged(Samplings.Change.REVERSED, world.stage(), closeness));
    }

    /** A batch smaller than the greatest, after one of full size, gives what it gives by itself. */
    @Then("a partial batch has the gradient it has alone {closeness}")
    public void aPartialBatch(Tolerance closeness) {
        world.require(new Samplings.Partial(world.stage(), closeness));
    }

    /** Outputs of evaluation in such batches, of evaluation at once, and of single predictions. */
    @Then("evaluating in batches of {int} changes no bit")
    public void evaluatingInBatches(Integer size) {
        world.require(new Prediction.IgnoresTheBatch(world.stage(), size));
    }

    /** Outputs, predictions and loss are those of the network without dropout, bit for bit. */
    @Then("prediction does not change with dropout")
    public void predictionIgnoresDropout() {
        world.require(new Prediction.IgnoresDropout(world.stage()));
    }
}
