package brickwork.cucumber;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Mistakes that published code has made, for features that show what they do and how they are found. */
public final class ArticleSteps {

    private final World world = World.current();

    /** Offers specs, under that name, a penalty with the value of {@code l2} and 2·Σw² in every entry of its gradient. */
    @Given("a penalty {word} that adds the sum of all squares to every entry of its gradient")
    public void thePublishedRidge(String name) {
        world.host(brickwork -> brickwork.withPenalty(name, new PublishedRidge()));
    }

    /** A penalty or a function of the host program is named as one whose gradient is not that of its value. */
    @Then("the gradient check blames {string}")
    public void theCheckBlames(String name) {
        var blame = world.gradients().blame();
        Assert.that(blame.stream().anyMatch(line -> line.contains("\"" + name + "\"")), () -> "the gradient check blames "
                + (blame.isEmpty() ? "nobody" : String.join("; ", blame)) + world.replayGradcheck());
    }

    /** Each row of the history after that epoch is above the one before it; epochs count from 0. */
    @Then("the loss rises in every epoch after {int}")
    public void theLossRisesAfter(Integer epoch) {
        var history = world.trained().report().history();
        Assert.that(epoch >= 0 && epoch < history.size() - 1,
                () -> "there is no epoch after " + epoch + ": " + history.size() + " were trained");
        for (var i = epoch + 1; i < history.size(); i++) {
            var before = history.get(i - 1);
            var row = history.get(i);
            Assert.that(row.loss() > before.loss(),
                    () -> "the loss did not rise from epoch " + before.epoch() + " (" + before.loss() + ") to epoch "
                            + row.epoch() + " (" + row.loss() + ")" + world.replay());
        }
    }

    /** The loss of the spec's network, trained by a plain calculation with that mistake: two sigmoid layers, one sample. */
    @Then("updating the output weights before the hidden deltas leads to a loss of {number} after {int} steps, within {number}")
    public void theEarlyUpdateLeadsTo(Double loss, Integer steps, Double tolerance) {
        var found = new EarlyUpdate(world.network(), world.subject().initial(), world.dataset().train()).lossAfter(steps);
        Assert.that(Math.abs(found - loss) <= tolerance, () -> "the loss is then " + found + ", not " + loss + " within " + tolerance
                + world.replayScenario());
    }
}
