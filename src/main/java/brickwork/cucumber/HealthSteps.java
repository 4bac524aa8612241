package brickwork.cucumber;

import brickwork.model.HealthMetric;
import brickwork.model.Relation;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.check.HealthCheck;
import brickwork.verify.check.HealthChecks;
import io.cucumber.java.en.Then;

/**
 * How healthy a training is, on the training part: as training leaves the network or, where the spec trains nothing, as it starts. Units
 * and inputs are counted from 0, layers from 1. A statement about every layer is about those it can be true or false of, and fails where
 * there are none.
 */
public final class HealthSteps extends ScenarioSteps {

    /** No unit of a relu-like layer passes no gradient on at every sample. */
    @Then("no unit is dead")
    public void noUnitIsDead() {
        world.require(HealthCheck.of(HealthMetric.DEAD_UNITS, end(), Requirement.of(Relation.EQUAL, 0)));
    }

    /** In each relu-like layer, this share of the units is dead at most. */
    @Then("at most {number} of units are dead")
    public void atMostAreDead(Double share) {
        world.require(new HealthChecks.FewAreDead(end(), share));
    }

    /** In each sigmoid, tanh or softmax layer, this share of the pairs of a unit and a sample is saturated at most. */
    @Then("at most {number} of units are saturated")
    public void atMostAreSaturated(Double share) {
        world.require(HealthCheck.of(HealthMetric.SATURATED_UNITS, end(), Requirement.of(Relation.LESS_OR_EQUAL, share)));
    }

    /** The same of one layer. */
    @Then("at most {number} of units are saturated in layer {int}")
    public void atMostAreSaturatedIn(Double share, int number) {
        world.require(HealthCheck.of(HealthMetric.SATURATED_UNITS, end(), number, Requirement.of(Relation.LESS_OR_EQUAL, share)));
    }

    /** The L2 norm of each trained layer's gradients, of data loss plus penalty over the whole part. */
    @Then("the gradient norm of every layer lies between {number} and {number}")
    public void theGradientNormLiesBetween(Double low, Double high) {
        world.require(HealthCheck.of(HealthMetric.GRADIENT_NORM, end(), new Requirement.Between(low, high)));
    }

    /** The same at the initial parameters, where vanishing and exploding gradients show best. */
    @Then("the initial gradient norm of every layer lies between {number} and {number}")
    public void theInitialGradientNormLiesBetween(Double low, Double high) {
        world.require(HealthCheck.of(HealthMetric.GRADIENT_NORM, Stage.INITIAL, new Requirement.Between(low, high)));
    }

    /** At the initial parameters, the gradient norm of the lowest trained layer over that of the highest. */
    @Then("the initial gradient ratio lies between {number} and {number}")
    public void theInitialGradientRatioLiesBetween(Double low, Double high) {
        world.require(HealthCheck.of(HealthMetric.GRADIENT_RATIO, Stage.INITIAL, new Requirement.Between(low, high)));
    }

    /** In the last update, the norm of the change of each trained layer's weights over the norm of the weights before it. */
    @Then("the update ratio of every layer lies between {number} and {number}")
    public void theUpdateRatioLiesBetween(Double low, Double high) {
        world.require(HealthCheck.of(HealthMetric.UPDATE_RATIO, Stage.TRAINED, new Requirement.Between(low, high)));
    }

    /** Training did not diverge, and at its start and end all parameters, sums, outputs and gradients are finite and not subnormal. */
    @Then("no number is NaN, infinite or subnormal")
    public void noNumberIsOdd() {
        world.require(new HealthChecks.NumbersAreFinite(end(), true));
    }

    /** Training did not diverge, and at its start and end all parameters, sums, outputs and gradients are finite. */
    @Then("no number is NaN or infinite")
    public void noNumberIsNotFinite() {
        world.require(new HealthChecks.NumbersAreFinite(end(), false));
    }

    /** No input has one value in all samples of the training part. */
    @Then("no input is constant")
    public void noInputIsConstant() {
        world.require(HealthCheck.of(HealthMetric.CONSTANT_INPUTS, Stage.INITIAL, Requirement.of(Relation.EQUAL, 0)));
    }

    /** Training changed every single weight and bias that is not frozen. */
    @Then("every parameter changes")
    public void everyParameterChanges() {
        world.require(new HealthChecks.EveryParameterChanges());
    }

    /** Weights and bias of a layer are, bit for bit, as they started. */
    @Then("layer {int} keeps its bits")
    public void layerKeepsItsBits(int number) {
        world.require(new HealthChecks.LayerKeepsItsBits(number));
    }

    /** As training leaves the network or, where the spec trains nothing, as it starts. */
    private Stage end() {
        return world.network().learning().training().isPresent() ? Stage.TRAINED : Stage.INITIAL;
    }
}
