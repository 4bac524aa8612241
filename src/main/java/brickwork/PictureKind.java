package brickwork;

import brickwork.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a picture can show of a network and its training. */
public enum PictureKind {
    /** Loss over the epochs. */
    LOSS,
    /** Accuracy over the epochs. */
    ACCURACY,
    /** Which class is told where, in the plane of two inputs or of the two principal axes of the training part. */
    BOUNDARY,
    /** Which classes are taken for which. */
    CONFUSION,
    /** Hits against false alarms at every threshold. */
    ROC,
    /** Every tensor as a map of its entries. */
    WEIGHTS,
    /** Units as circles and weights as lines. */
    NETWORK,
    /** Norms of gradients and of the last update, layer by layer. */
    GRADIENTS;

    /**
     * Why something cannot be drawn.
     *
     * @param message lower case, no full stop
     * @param cure    what to do about it
     */
    public record Obstacle(String message, String cure) {}

    /** As {@code nn plot --what} calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word; empty where there is none. */
    public static Optional<PictureKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All words, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(PictureKind::word).toList();
    }

    /**
     * What keeps a network from being drawn so.
     *
     * @param inputs  width of what the network takes
     * @param samples those it is drawn with, where there are any
     * @param history whether there is a training to tell of
     */
    public Optional<Obstacle> obstacle(int inputs, Optional<Dataset> samples, boolean history) {
        return Optional.ofNullable(switch (this) {
            case WEIGHTS, NETWORK -> null;
            case LOSS -> history ? null : noHistory();
            case ACCURACY -> history ? noClasses(samples) : noHistory();
            case GRADIENTS -> samples.isEmpty() ? noSamples() : null;
            case CONFUSION -> noClasses(samples);
            case BOUNDARY -> inputs < 2 ? new Obstacle("a boundary is drawn in the plane of two inputs, and the network takes " + inputs,
                    "draw the loss, or the weights") : noClasses(samples);
            case ROC -> samples.filter(data -> data.part(data.defaultPart()).orElseThrow().hasClasses() && Scoring.rankable(data).isEmpty())
                    .isPresent()
                            ? new Obstacle("no class has samples beside those of others in the " + samples.orElseThrow().defaultPart()
                                    .word() + " part", "judge on a part with more samples")
                            : noClasses(samples);
        });
    }

    private static Obstacle noHistory() {
        return new Obstacle("a saved model holds no history of its training", "draw it of the spec, which trains: nn plot FILE.nn");
    }

    private static Obstacle noSamples() {
        return new Obstacle("there are no samples to draw it with", "draw it of a spec that names its data: nn plot FILE.nn");
    }

    private static Obstacle noClasses(Optional<Dataset> samples) {
        if (samples.isEmpty()) {
            return noSamples();
        }
        return samples.get().train().hasClasses() ? null
                : new Obstacle("the samples have no classes", "draw the loss, the weights, the network or the gradients");
    }
}
