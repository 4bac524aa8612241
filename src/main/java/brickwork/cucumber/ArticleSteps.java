package brickwork.cucumber;

import brickwork.verify.check.EarlyUpdate;
import brickwork.verify.check.Gradients;
import brickwork.verify.check.LossCourse;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Mistakes that published code has made, for features that show what they do and how they are found. */
public final class ArticleSteps extends ScenarioSteps {

    /** Offers specs, under that name, a penalty with the value of {@code l2} and 2·Σw² in every entry of its gradient. */
    @Given("a penalty {word} that adds the sum of all squares to every entry of its gradient")
    public void thePublishedRidge(String name) {
        world.host(brickwork -> brickwork.withPenalty(name, new PublishedRidge()));
    }

    /** A penalty or a function of the host program is named as one whose gradient is not that of its value. */
    @Then("the gradient check blames {string}")
    public void theCheckBlames(String name) {
        world.require(new Gradients.Blame(name));
    }

    /** Each row of the history after that epoch is above the one before it; epochs count from 0. */
    @Then("the loss rises in every epoch after {int}")
    public void theLossRisesAfter(Integer epoch) {
        world.require(new LossCourse.RisesAfter(epoch));
    }

    /** The loss of the spec's network, trained by a plain calculation with that mistake: two sigmoid layers, one sample. */
    @Then("updating the output weights before the hidden deltas leads to a loss of {number} after {int} steps, within {number}")
    public void theEarlyUpdateLeadsTo(Double loss, Integer steps, Double tolerance) {
        world.require(new EarlyUpdate(steps, loss, tolerance));
    }
}
