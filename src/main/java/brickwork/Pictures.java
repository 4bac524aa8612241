package brickwork;

import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.report.picture.Curve;
import brickwork.report.picture.NetworkPicture;
import brickwork.report.picture.NormsPicture;
import brickwork.report.picture.Picture;
import brickwork.report.picture.WeightsPicture;
import brickwork.train.LayerUpdate;
import brickwork.train.TrainingResult;
import brickwork.verify.health.Health;
import brickwork.verify.health.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Pictures of a network and of its training, in SVG. Nothing is trained for them; outputs are predicted and gradients computed as far as a
 * picture needs them. Of a training that diverged they show what there was until then. Immutable.
 */
public final class Pictures {

    private final TrainedNetwork network;
    private final Optional<Dataset> samples;
    private final Optional<TrainingOutcome> outcome;
    private final List<ValidationHistory.Row> validation;
    private final Optional<int[]> chosen;
    private Optional<Health> examined = Optional.empty();

    private Pictures(TrainedNetwork network, Optional<Dataset> samples, Optional<TrainingOutcome> outcome,
            List<ValidationHistory.Row> validation, Optional<int[]> chosen) {
        this.network = network;
        this.samples = samples;
        this.outcome = outcome;
        this.validation = validation;
        this.chosen = chosen;
    }

    /** Of a training and what came of it. */
    public static Pictures of(TrainingOutcome outcome) {
        Objects.requireNonNull(outcome, "the outcome of a training is needed, got null");
        return new Pictures(outcome.trained(), Optional.of(outcome.examined()), Optional.of(outcome), List.of(), Optional.empty());
    }

    /** Of a network with its parameters; what needs samples or a training cannot be drawn. */
    public static Pictures of(TrainedNetwork network) {
        Objects.requireNonNull(network, "a network is needed, got null");
        return new Pictures(network, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * Of a network over samples.
     *
     * @throws IllegalArgumentException where the samples have other widths than the network
     */
    public static Pictures of(TrainedNetwork network, Dataset samples) {
        Objects.requireNonNull(network, "a network is needed, got null");
        GivenSamples.requireFit(network.network(), samples);
        return new Pictures(network, Optional.of(samples), Optional.empty(), List.of(), Optional.empty());
    }

    /** The same, whose curves show the validation part too. */
    public Pictures withValidation(ValidationHistory history) {
        return new Pictures(network, samples, outcome, history.rows(), chosen);
    }

    /** The same, which need not examine the training again. */
    Pictures withHealth(Health health) {
        var same = new Pictures(network, samples, outcome, validation, chosen);
        same.examined = Optional.of(health);
        return same;
    }

    /**
     * The same, whose boundary is drawn in the plane of these two inputs, where the network takes more; without it, along the two principal
     * axes of the training part.
     *
     * @param first  counted from 1, to the right
     * @param second counted from 1, upwards
     * @throws IllegalArgumentException where the network has no such input, or it is the same twice
     */
    public Pictures withInputs(int first, int second) {
        var width = network.network().inputs();
        if (first < 1 || second < 1 || first > width || second > width || first == second) {
            throw new IllegalArgumentException("two different inputs from 1 to " + width + " are needed, got " + first + " and " + second);
        }
        return new Pictures(network, samples, outcome, validation, Optional.of(new int[] {first - 1, second - 1}));
    }

    /** What keeps a picture from being drawn; empty where it can be. */
    public Optional<PictureKind.Obstacle> obstacle(PictureKind kind) {
        return kind.obstacle(network.network().inputs(), samples, outcome.isPresent());
    }

    /** Those that can be drawn. */
    public List<PictureKind> possible() {
        return Arrays.stream(PictureKind.values()).filter(kind -> obstacle(kind).isEmpty()).toList();
    }

    /**
     * Draws one.
     *
     * @throws IllegalStateException where there is an {@link #obstacle}
     */
    public Picture draw(PictureKind kind) {
        obstacle(kind).ifPresent(found -> {
            throw new IllegalStateException("no picture of the " + kind.word() + ": " + found.message() + "; " + found.cure());
        });
        return switch (kind) {
            case LOSS -> course().loss();
            case ACCURACY -> course().accuracy();
            case BOUNDARY -> new DecisionPlane(network, samples.orElseThrow(), plane()).picture(name());
            case CONFUSION -> new Scoring(network, samples.orElseThrow(), name()).confusion();
            case ROC -> new Scoring(network, samples.orElseThrow(), name()).roc();
            case WEIGHTS -> WeightsPicture.of("Weights of " + name(), network.parameters()).picture();
            case NETWORK -> new NetworkPicture("Network " + name(), network.network(), network.parameters(), network.inputNames(),
                    network.network().outputs() == network.classNames().size() ? network.classNames() : List.of()).picture();
            case GRADIENTS -> norms();
        };
    }

    private String name() {
        return network.network().name().orElse("the network");
    }

    private Course course() {
        return new Course(name(), outcome.orElseThrow().result(), validation);
    }

    private InputPlane plane() {
        var data = samples.orElseThrow();
        if (chosen.isPresent()) {
            return InputPlane.of(chosen.get()[0], chosen.get()[1], data, network.inputNames());
        }
        return data.train().inputs() == 2 ? InputPlane.of(0, 1, data, network.inputNames()) : InputPlane.principal(data);
    }

    private Picture norms() {
        var health = examined.or(() -> outcome.map(TrainingOutcome::health)).orElseGet(
                () -> Health.before(network.network(), samples.orElseThrow(), network.parameters(), EngineOptions.standard()));
        var layers = network.network().feedForward().layers();
        var series = new ArrayList<Curve>();
        series.add(gradients(outcome.isPresent() ? "gradient at the start" : "gradient", health.start()));
        var notes = new ArrayList<>(List.of("Gradient: of data loss plus penalty over the training part, everything of a layer that is "
                + "trained."));
        health.end().ifPresent(end -> series.add(gradients(health.diverged().isPresent() ? "gradient at the last finite parameters"
                : "gradient at the end", end)));
        if (!health.lastUpdate().isEmpty()) {
            series.add(Curve.ofEpochs("change of the weights in the last update", layers.stream().mapToDouble(layer -> health.lastUpdate()
                    .stream().filter(update -> update.layer() == layer.number()).mapToDouble(LayerUpdate::change).findFirst()
                    .orElse(Double.NaN)).toArray()));
        }
        health.diverged().map(TrainingResult.Diverged::message).ifPresent(message -> notes.add("Here " + message + "."));
        return new NormsPicture("Gradients and updates of " + name(), layers.stream().map(layer -> layer.name()
                .orElse(String.valueOf(layer.number()))).toList(), series, notes).picture();
    }

    private static Curve gradients(String called, Moment moment) {
        return Curve.ofEpochs(called, moment.layers().stream().mapToDouble(layer -> layer.gradientNorm().orElse(Double.NaN)).toArray());
    }
}
