package brickwork.cucumber;

import brickwork.verify.check.InitialDraws;
import brickwork.verify.check.KnownOutputs;
import brickwork.verify.check.StopStatements;
import io.cucumber.java.en.Then;
import java.util.Arrays;

/** Where a training begins, where it ends, and what is handed on from there. */
public final class BeginAndEndSteps {

    private final World world = World.current();

    /** Every weight and bias before training: drawn anew from the seed, by the scheme of its layer. */
    @Then("the initial parameters are those their schemes draw")
    public void theInitialParametersAreDrawn() {
        world.require(InitialDraws.followTheirSchemes(world.subject()));
    }

    /** At the epoch the stop statements ask for, and with {@code keep best} at the parameters of the best epoch, bit for bit. */
    @Then("training ends as its stop statements say")
    public void trainingEndsAsItsStopStatementsSay() {
        world.require(StopStatements.areFollowed(world.subject()));
    }

    /** What a program gets for each sample's unscaled inputs is, bit for bit, what the network gives for the sample as training took it. */
    @Then("the trained network predicts each sample as training took it")
    public void theTrainedNetworkPredictsAsTrainingTookIt() {
        var trained = world.trained();
        var rows = world.dataset().train();
        var inputs = new double[rows.count()][rows.inputs()];
        for (var row = 0; row < inputs.length; row++) {
            rows.rawInput(row, inputs[row], 0);
        }
        var outputs = KnownOutputs.of(world.subject(), trained.result().parameters(), inputs);
        for (var row = 0; row < inputs.length; row++) {
            var sample = row;
            var predicted = trained.trained().predict(inputs[row]);
            Assert.that(Arrays.equals(predicted, outputs[row]), () -> "sample " + sample + " is predicted as " + Arrays.toString(predicted)
                    + ", training took it to " + Arrays.toString(outputs[sample]) + world.replayScenario());
        }
    }
}
