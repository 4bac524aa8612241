package brickwork.cucumber;

import brickwork.model.DatasetPart;
import brickwork.verify.check.DataParts;
import brickwork.verify.check.ScalingFit;
import brickwork.verify.check.TestPartUnused;
import io.cucumber.java.en.Then;

/** The samples: their parts, their classes, their scaling. */
public final class DataSteps extends ScenarioSteps {

    /** All parts together. */
    @Then("the data has {int} sample(s)")
    public void theDataHas(Integer samples) {
        world.require(new DataParts.HaveTogether(samples));
    }

    /** 0 where the split makes no such part. */
    @Then("the {part} part has {int} sample(s)")
    public void thePartHas(DatasetPart part, Integer samples) {
        world.require(new DataParts.Has(part, samples));
    }

    /** Each sample of the data is in one place of one part, and none is left out. */
    @Then("the parts share no sample")
    public void thePartsShareNoSample() {
        world.require(new DataParts.ShareNoSample());
    }

    /** What `stratified` promises. */
    @Then("the class shares in each part differ by at most {number} sample(s)")
    public void theClassSharesDifferBy(Double samples) {
        world.require(new DataParts.KeepShares(samples));
    }

    /** Inputs count from 1 and are taken as the network takes them, scaled; the deviation is that of the population. */
    @Then("input {int} of the {part} part has mean {number} and deviation {number} within {number}")
    public void anInputHasMeanAndDeviation(Integer input, DatasetPart part, Double mean, Double deviation, Double tolerance) {
        world.require(new DataParts.InputHas(input, part, DataParts.Figure.MEAN, mean, DataParts.Figure.DEVIATION, deviation, tolerance));
    }

    /** The least and greatest number of an input, scaled. */
    @Then("input {int} of the {part} part has minimum {number} and maximum {number} within {number}")
    public void anInputHasMinimumAndMaximum(Integer input, DatasetPart part, Double minimum, Double maximum, Double tolerance) {
        world.require(new DataParts.InputHas(input, part, DataParts.Figure.MINIMUM, minimum, DataParts.Figure.MAXIMUM, maximum, tolerance));
    }

    /** Every input of every part is what the figures of the training part, computed anew, make of it. */
    @Then("the scaling is that of the training part alone")
    public void theScalingIsThatOfTheTrainingPart() {
        world.require(new ScalingFit());
    }

    /** Trains twice, the second time with other inputs in the test part, and compares fingerprints. */
    @Then("changing the test part changes no trained parameter")
    public void changingTheTestPartChangesNothing() {
        world.require(new TestPartUnused());
    }
}
