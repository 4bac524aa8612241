package brickwork.cucumber;

import io.cucumber.java.en.Then;
import java.util.stream.Collectors;

/** Gradient checks at the initial parameters, in f64, over the first 16 samples, dropout and clipping off, penalties on. */
public final class GradientSteps {

    private final World world = World.current();

    /** The worst element's difference, over data loss and penalty together. */
    @Then("the gradcheck diff is below {number}")
    public void theDiffIsBelow(Double bound) {
        var report = world.gradients();
        Assert.that(report.diff() < bound, () -> "the gradcheck diff is " + report.diff() + worst());
    }

    /** ‖a-n‖ / (‖a‖+‖n‖) over all gradients together. */
    @Then("the gradcheck norm is below {number}")
    public void theNormIsBelow(Double bound) {
        var report = world.gradients();
        Assert.that(report.norm() < bound, () -> "the gradcheck norm is " + report.norm() + worst());
    }

    /** The penalty's gradient alone. */
    @Then("the gradcheck diff of the penalty is below {number}")
    public void theDiffOfThePenaltyIsBelow(Double bound) {
        var report = world.gradients();
        Assert.that(report.penalty().diff() < bound, () -> "the gradcheck diff of the penalty is " + report.penalty().diff() + worst());
    }

    private String worst() {
        return world.gradients().worst().map(worst -> ", worst at " + worst.place() + " (" + worst.origin() + "): backward " + worst.backward()
                + ", numeric " + worst.numeric()).orElse("") + world.gradients().blame().stream().map(line -> "; at fault: " + line)
                .collect(Collectors.joining()) + world.replayGradcheck();
    }
}
