package brickwork.cucumber;

import brickwork.NeuralSpec;
import brickwork.model.DatasetPart;
import brickwork.model.Expectation;
import brickwork.model.Metric;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.verify.SeedSweep;
import brickwork.verify.Verdict;
import brickwork.verify.check.ExpectationChecks;
import brickwork.verify.check.MeanEpochs;
import brickwork.verify.check.MetricCheck;
import brickwork.verify.check.OverAllSeeds;
import io.cucumber.java.en.Then;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Statements about many seeds: of data, split, initial parameters, shuffling and dropout. The seed list is fixed, so the verdict is the
 * same on every machine; the count stops as soon as it is certain, and is shown with a 95% interval of the share. A metric that should
 * be high is to be at least the value, one that should be low at most, on test where there is one, else on train.
 */
public final class SeedSteps extends ScenarioSteps {

    /** At the end of training under each seed. */
    @Then("the {metric} is {number} or better for every seed from {long} to {long}")
    public void forEverySeed(Metric metric, Double value, Long from, Long to) {
        world.require(new SeedSweep(atTheEnd(metric, Optional.empty(), value), new Expectation.Seeds.Every(from, to)));
    }

    /** The same on a part. */
    @Then("the {metric} on the {part} part is {number} or better for every seed from {long} to {long}")
    public void onAPartForEverySeed(Metric metric, DatasetPart part, Double value, Long from, Long to) {
        world.require(new SeedSweep(atTheEnd(metric, Optional.of(part), value), new Expectation.Seeds.Every(from, to)));
    }

    /** Of the spec's seed and those after it. */
    @Then("the {metric} is {number} or better for at least {number} of {int} seeds")
    public void forManySeeds(Metric metric, Double value, Double share, Integer seeds) {
        world.require(new SeedSweep(atTheEnd(metric, Optional.empty(), value), new Expectation.Seeds.AtLeast(share, seeds)));
    }

    /** At the end of some epoch up to that one. */
    @Then("the {metric} reaches {number} within {int} epoch(s) for at least {number} of {int} seeds")
    public void reachesForManySeeds(Metric metric, Double value, Integer epochs, Double share, Integer seeds) {
        world.require(new SeedSweep(new MetricCheck(metric, Optional.empty(), MetricCheck.orBetter(metric, value), OptionalInt.of(epochs)),
                new Expectation.Seeds.AtLeast(share, seeds)));
    }

    /** So many of the seeds do it that a share below the one stated is rejected with that confidence: exact binomial test, one-sided. */
    @Then("the {metric} is {number} or better for at least {number} of all seeds with {number} confidence, tried on {int}")
    public void withConfidence(Metric metric, Double value, Double share, Double confidence, Integer seeds) {
        world.require(new OverAllSeeds(atTheEnd(metric, Optional.empty(), value), share, confidence, seeds));
    }

    /** Stored from an earlier measurement, say; the seeds are the spec's and those after it, and each must get there. */
    @Then("the {metric} reaches {number} after at most {number} epochs in the mean of {int} seeds")
    public void inTheMean(Metric metric, Double value, Double epochs, Integer seeds) {
        world.require(new MeanEpochs(metric, value, epochs, seeds));
    }

    /** Any statement of the language's {@code expect}, judged alone. */
    @Then("the statement {string} holds")
    public void theStatementHolds(String statement) {
        var text = new SourceText("(statement)", world.spec().text().text() + "\nexpect " + statement + "\n");
        switch (world.compileWithConstants(text)) {
            case Outcome.Success<NeuralSpec>(var spec, _) -> world.require(ExpectationChecks.of(spec.network().expectations().getLast()));
            case Outcome.Failure<NeuralSpec> failure ->
                    Assert.holds(Verdict.failed("the statement is refused: " + failure.errors().findFirst().orElseThrow().message()));
        }
    }

    private static MetricCheck atTheEnd(Metric metric, Optional<DatasetPart> part, double value) {
        return MetricCheck.of(metric, part, MetricCheck.orBetter(metric, value));
    }
}
