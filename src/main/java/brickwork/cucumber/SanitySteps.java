package brickwork.cucumber;

import brickwork.verify.Tolerance;
import brickwork.verify.check.AllocationCheck;
import brickwork.verify.check.Baseline;
import brickwork.verify.check.OutputRange;
import brickwork.verify.check.Overfit;
import brickwork.verify.check.TrainingEnd;
import io.cucumber.java.en.Then;

/** What every network should pass before anybody believes its figures, and what its outputs can be. */
public final class SanitySteps extends ScenarioSteps {

    /** The first samples of the training part alone, dropout and penalties off; the data loss at the end of some epoch. */
    @Then("the network overfits {int} sample(s) to a loss below {number} within {int} epoch(s)")
    public void theNetworkOverfits(Integer samples, Double bound, Integer epochs) {
        world.require(new Overfit(samples, bound, epochs));
    }

    /** Accuracy, on test where there is one, exceeds the share of the class most frequent in training by so much. */
    @Then("training beats the majority class by {number}")
    public void trainingBeatsTheMajority(Double margin) {
        world.require(new Baseline.MajorityIsBeaten(margin));
    }

    /** Accuracy, or r2 without classes, exceeds that of the same network trained with all inputs 0 by so much. */
    @Then("training beats the same network without inputs by {number}")
    public void trainingBeatsTheBlind(Double margin) {
        world.require(new Baseline.InputsCount(margin));
    }

    /** With the labels of the training part exchanged at random, accuracy on test stays within three deviations of chance. */
    @Then("shuffled labels do not generalise")
    public void shuffledLabelsDoNotGeneralise() {
        world.require(new Baseline.ShuffledLabelsDoNotGeneralise());
    }

    /** Over the training part, at the trained parameters once the network was trained, else at the initial ones. */
    @Then("every output lies between {number} and {number}")
    public void everyOutputLiesBetween(Double low, Double high) {
        world.require(new OutputRange.LiesBetween(world.stage(), low, high));
    }

    /** Over the training part; softmax promises it. */
    @Then("the outputs of every sample sum to 1 {closeness}")
    public void theOutputsSumToOne(Tolerance closeness) {
        world.require(new OutputRange.SumsToOne(world.stage(), closeness));
    }

    /** Drawn evenly from [-size, size], twenty times a sample, on the scaled inputs: a test by sampling, no proof. */
    @Then("noise of {number} on the inputs changes no decision")
    public void noiseChangesNoDecision(Double size) {
        world.require(new OutputRange.DecisionsStay(world.stage(), size));
    }

    /** Wall-clock time of updates and history alone. It depends on the machine. */
    @Then("training takes at most {number} second(s) on this machine")
    public void trainingTakesAtMost(Double seconds) {
        world.require(new TrainingEnd.TakesAtMost(seconds));
    }

    /** Bytes on the heap; where the JVM does not count them, the statement is inconclusive, which fails. */
    @Then("a training step allocates nothing")
    public void aStepAllocatesNothing() {
        world.require(new AllocationCheck());
    }
}
