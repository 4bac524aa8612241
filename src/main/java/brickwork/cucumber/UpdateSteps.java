package brickwork.cucumber;

import brickwork.verify.Tolerance;
import brickwork.verify.check.EpochSamples;
import brickwork.verify.check.EveryUpdate;
import brickwork.verify.check.OneStep;
import brickwork.verify.check.Rates;
import brickwork.verify.check.SeveralSteps;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.List;

/**
 * Updates, replayed by the reference interpreter, which shares no code with the engine. Epochs, steps and batches are counted from 0 in
 * messages; the precision is that of the spec, and {@code precision f64} lets differences be small.
 */
public final class UpdateSteps extends ScenarioSteps {

    /**
     * Plain sgd alone: the first step over the whole training part, dropout and clipping off, gives w - rate·g rounded once, bit for bit.
     */
    @Then("one step moves each parameter by exactly -rate times its gradient")
    public void oneStepMovesByTheGradient() {
        world.require(new OneStep());
    }

    /** The first batch of the training, with its dropout and clipping: parameters and the optimizer's state. */
    @Then("one step equals the reference's {closeness}")
    public void oneStepEqualsTheReference(Tolerance closeness) {
        world.require(new SeveralSteps(1, closeness));
    }

    /** The reference begins at the same parameters and goes its own way; the rate is that of epoch 0. */
    @Then("after {int} step(s) every parameter and the optimizer state equal the reference's {closeness}")
    public void afterStepsAllEqualsTheReference(Integer steps, Tolerance closeness) {
        world.require(new SeveralSteps(steps, closeness));
    }

    /** The whole training, update by update: samples, rate, dropout, losses, parameters, optimizer state, history. */
    @Then("every update of the training equals the reference's {closeness}")
    public void everyUpdateEqualsTheReference(Tolerance closeness) {
        world.require(new EveryUpdate(closeness));
    }

    /** The same for the beginning of a long training; the schedule still sees all its epochs. */
    @Then("every update of the first {int} epoch(s) equals the reference's {closeness}")
    public void everyUpdateOfTheFirstEpochsEqualsTheReference(Integer epochs, Tolerance closeness) {
        world.require(new EveryUpdate(epochs, closeness));
    }

    /**
     * The rate its steps were made with, and the one in the history, to a relative 1e-12. Epochs count from 0, as e of the schedules.
     */
    @Then("the rate of epoch {int} is {number}")
    public void theRateOfAnEpochIs(Integer epoch, Double rate) {
        world.require(new Rates(List.of(epoch), List.of(rate)));
    }

    /** Columns epoch and rate. */
    @Then("the rates of the epochs are:")
    public void theRatesAre(DataTable table) {
        var rows = table.asMaps();
        world.require(new Rates(rows.stream().map(row -> Integer.valueOf(StepNumbers.cell(row, "epoch"))).toList(),
                rows.stream().map(row -> StepNumbers.of(StepNumbers.cell(row, "rate"))).toList()));
    }

    /** By number, however the batches are cut: none is left out, none comes twice. */
    @Then("every sample is used once in each of the first {int} epoch(s)")
    public void everySampleIsUsedOnce(Integer epochs) {
        world.require(new EpochSamples.AreEachUsedOnce(epochs));
    }

    /** No two of them take the samples in the same order. */
    @Then("the order of the samples is another in each of the first {int} epochs")
    public void theOrderIsAnother(Integer epochs) {
        world.require(new EpochSamples.AreDrawnAnew(epochs));
    }
}
