package brickwork.cucumber;

import brickwork.verify.claim.InitialDraws;
import brickwork.verify.claim.StopStatements;
import io.cucumber.java.en.Then;

/** Where a training begins and where it ends. */
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
}
