package brickwork.cucumber;

import brickwork.verify.check.InitialDraws;
import brickwork.verify.check.StopRules;
import io.cucumber.java.en.Then;

/** Where a training begins, where it ends, and what is handed on from there. */
public final class BeginAndEndSteps extends ScenarioSteps {

    /** Every weight and bias before training: drawn anew from the seed, by the scheme of its layer. */
    @Then("the initial parameters are those their schemes draw")
    public void theInitialParametersAreDrawn() {
        world.require(new InitialDraws());
    }

    /** At the epoch the stop statements ask for, and with {@code keep best} at the parameters of the best epoch, bit for bit. */
    @Then("training ends as its stop statements say")
    public void trainingEndsAsItsStopStatementsSay() {
        world.require(new StopRules());
    }

    /** What a program gets for each sample's unscaled inputs is, bit for bit, what the network gives for the sample as training took it. */
    @Then("the trained network predicts each sample as training took it")
    public void theTrainedNetworkPredictsAsTrainingTookIt() {
        world.require(new TrainedNetworkChecks.PredictsAsTrained());
    }
}
