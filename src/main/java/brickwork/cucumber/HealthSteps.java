package brickwork.cucumber;

import brickwork.model.Flatness;
import brickwork.model.Language;
import brickwork.source.Listing;
import brickwork.verify.health.AbnormalNumber;
import brickwork.verify.health.LayerHealth;
import brickwork.verify.health.Moment;
import brickwork.verify.health.TensorChange;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How healthy a training is, on the training part: as training leaves the network or, where the spec trains nothing, as it starts. Units
 * and inputs are counted from 0, layers from 1. A statement about every layer is about those it can be true or false of, and fails where
 * there are none.
 */
public final class HealthSteps {

    private static final String NO_RELU = "dead units are a matter of " + Listing.and(Language.activationsOf(Flatness.Figure.DEAD))
            + ", which no layer has";
    private static final String NO_SIGMOID = "saturation is a matter of " + Listing.and(Language.activationsOf(Flatness.Figure.SATURATED))
            + ", and of the last layer only where the loss is neither " + String.join(" nor ", Language.lossesOfPreActivations());

    private final World world = World.current();

    /** No unit of a relu-like layer passes no gradient on at every sample. */
    @Then("no unit is dead")
    public void noUnitIsDead() {
        layers(world.health().latest(), layer -> layer.dead().isPresent(), NO_RELU)
                .forEach(layer -> Assert.that(layer.deadUnits() == 0,
                        () -> "layer " + layer.layer() + ": " + layer.deadText() + world.replay()));
    }

    /** In each relu-like layer, this share of the units is dead at most. */
    @Then("at most {number} of units are dead")
    public void atMostAreDead(Double share) {
        layers(world.health().latest(), layer -> layer.dead().isPresent(), NO_RELU)
                .forEach(layer -> Assert.that(layer.deadUnits() <= share * layer.units(),
                        () -> "layer " + layer.layer() + ": " + layer.deadText() + world.replay()));
    }

    /** In each sigmoid, tanh or softmax layer, this share of the pairs of a unit and a sample is saturated at most. */
    @Then("at most {number} of units are saturated")
    public void atMostAreSaturated(Double share) {
        layers(world.health().latest(), layer -> layer.saturated().isPresent(), NO_SIGMOID)
                .forEach(layer -> requireSaturated(layer, share));
    }

    /** The same of one layer. */
    @Then("at most {number} of units are saturated in layer {int}")
    public void atMostAreSaturatedIn(Double share, int number) {
        var layer = layer(world.health().latest(), number);
        Assert.that(layer.saturated().isPresent(), () -> "layer " + number + ": " + NO_SIGMOID);
        requireSaturated(layer, share);
    }

    /** The L2 norm of each trained layer's gradients, of data loss plus penalty over the whole part. */
    @Then("the gradient norm of every layer lies between {number} and {number}")
    public void theGradientNormLiesBetween(Double low, Double high) {
        requireGradients(world.health().latest(), "", low, high);
    }

    /** The same at the initial parameters, where vanishing and exploding gradients show best. */
    @Then("the initial gradient norm of every layer lies between {number} and {number}")
    public void theInitialGradientNormLiesBetween(Double low, Double high) {
        requireGradients(world.health().start(), "initial ", low, high);
    }

    /** At the initial parameters, the gradient norm of the lowest trained layer over that of the highest. */
    @Then("the initial gradient ratio lies between {number} and {number}")
    public void theInitialGradientRatioLiesBetween(Double low, Double high) {
        var ratio = world.health().start().gradientRatio();
        Assert.that(ratio.isPresent(),
                () -> "there is no gradient ratio: fewer than two layers are trained, or no gradient reaches them" + world.replay());
        require("the initial gradient ratio", ratio.getAsDouble(), low, high);
    }

    /** In the last update, the norm of the change of each trained layer's weights over the norm of the weights before it. */
    @Then("the update ratio of every layer lies between {number} and {number}")
    public void theUpdateRatioLiesBetween(Double low, Double high) {
        world.trained();
        var updates = world.health().lastUpdate();
        Assert.that(!updates.isEmpty(), () -> "no weights were updated" + world.replay());
        updates.forEach(update -> require("the update ratio of layer " + update.layer(), update.ratio(), low, high));
    }

    /** Training did not diverge, and at its start and end all parameters, sums, outputs and gradients are finite and not subnormal. */
    @Then("no number is NaN, infinite or subnormal")
    public void noNumberIsOdd() {
        noNumberIsNotFinite();
        require(Moment::subnormal);
    }

    /** Training did not diverge, and at its start and end all parameters, sums, outputs and gradients are finite. */
    @Then("no number is NaN or infinite")
    public void noNumberIsNotFinite() {
        world.health().diverged().ifPresent(diverged -> {
            throw new AssertionError(diverged.message() + "; " + diverged.cure() + world.replay());
        });
        require(Moment::notFinite);
    }

    /** No input has one value in all samples of the training part. */
    @Then("no input is constant")
    public void noInputIsConstant() {
        var constant = world.health().constantInputs();
        Assert.that(constant.isEmpty(),
                () -> constant.size() + " of the inputs have one value in all samples of the training part, the first is input "
                        + constant.getFirst().column() + ", always " + constant.getFirst().value() + world.replay());
    }

    /** Training changed every single weight and bias that is not frozen. */
    @Then("every parameter changes")
    public void everyParameterChanges() {
        var trained = changes().stream().filter(TensorChange::trained).toList();
        Assert.that(!trained.isEmpty(), () -> "no parameter is trained" + world.replay());
        trained.forEach(change -> Assert.that(change.kept().isEmpty(),
                () -> change.kept().size() + " of " + change.elements() + " numbers of "
                        + change.tensor() + " are as they started, the first is " + change.place(change.kept().getFirst())
                        + world.replay()));
    }

    /** Weights and bias of a layer are, bit for bit, as they started. */
    @Then("layer {int} keeps its bits")
    public void layerKeepsItsBits(int number) {
        layer(world.health().start(), number);
        changes().stream().filter(change -> change.layer() == number).forEach(change -> Assert.that(change.keptAll(),
                () -> change.elements() - change.kept().size() + " of " + change.elements() + " numbers of " + change.tensor() + " changed"
                        + world.replay()));
    }

    private List<TensorChange> changes() {
        world.trained();
        return world.health().changes();
    }

    private List<LayerHealth> layers(Moment moment, Predicate<LayerHealth> which, String otherwise) {
        var layers = moment.layers().stream().filter(which).toList();
        Assert.that(!layers.isEmpty(), () -> otherwise);
        return layers;
    }

    private static LayerHealth layer(Moment moment, int number) {
        Assert.that(number >= 1 && number <= moment.layers().size(),
                () -> "there is no layer " + number + ": the network has " + moment.layers().size());
        return moment.layer(number);
    }

    private void requireSaturated(LayerHealth layer, double share) {
        Assert.that(layer.saturated().getAsDouble() <= share,
                () -> "in layer " + layer.layer() + " a share of " + layer.saturated().getAsDouble()
                        + " is saturated, which is above " + share + world.replay());
    }

    private void requireGradients(Moment moment, String when, double low, double high) {
        layers(moment, layer -> layer.gradientNorm().isPresent(), "no layer is trained")
                .forEach(layer -> require("the " + when + "gradient norm of layer " + layer.layer(),
                        layer.gradientNorm().orElse(Double.NaN), low, high));
    }

    private void require(String what, double measured, double low, double high) {
        Assert.that(measured >= low && measured <= high,
                () -> what + " is " + measured + ", which is not between " + low + " and " + high + world.replay());
    }

    private void require(Function<Moment, Optional<AbnormalNumber>> odd) {
        odd.apply(world.health().start()).ifPresent(number -> {
            throw new AssertionError("at the start " + number.text() + world.replay());
        });
        world.health().end().flatMap(odd).ifPresent(number -> {
            throw new AssertionError("at the end " + number.text() + world.replay());
        });
    }
}
