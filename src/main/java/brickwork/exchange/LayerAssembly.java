package brickwork.exchange;

import brickwork.data.FittedScaling;
import brickwork.model.Activation;
import brickwork.model.Limits;
import brickwork.model.Precision;
import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Puts the steps of a foreign network together to dense layers. Numbers that are added to or multiplied with the columns become the scaling
 * of the inputs where they stand first, and are else folded into the layer before or, where that has its activation, into the next; a layer
 * of a diagonal matrix stands where there is none. Folding computes in double precision and rounds once, at the end.
 */
final class LayerAssembly {

    private static final int MOST_NOTES = 20;

    /** How many more weights and biases the layers may have than the file has numbers, so that a small file makes no large network. */
    private static final long MADE_HERE = 1L << 22;

    private final Path file;
    private final Precision precision;
    private final long most;
    private final List<LayerDraft> layers = new ArrayList<>();
    private final SequencedSet<String> folded = new LinkedHashSet<>();
    private int width;
    private long parameters;

    private double[] shift;
    private Optional<double[]> divisor = Optional.empty();

    /** What the columns are multiplied with and what is added then, before the next layer. */
    private Optional<ColumnAffine> pending = Optional.empty();
    /** A layer that has no activation yet. */
    private Optional<LayerDraft> open = Optional.empty();

    /**
     * @param inputs  how many columns come in
     * @param numbers how many numbers the file has
     */
    LayerAssembly(Path file, int inputs, Precision precision, long numbers) {
        this.file = file;
        this.precision = precision;
        this.most = Math.min(numbers + MADE_HERE, Limits.PARAMETERS);
        this.width = inputs;
        this.shift = new double[inputs];
    }

    /** Columns that go from here to the next step. */
    int width() {
        return width;
    }

    Precision precision() {
        return precision;
    }

    /** z = W·x + b; {@code weights} of shape [units, width()], which become this assembly's own. */
    void dense(String where, int units, double[] weights, Optional<double[]> bias) {
        close(where);
        requireRoom(where, units, width);
        var layer = LayerDraft.linear(width, units, weights, bias);
        open = Optional.of(pending.map(layer::after).orElse(layer));
        pending = Optional.empty();
        width = units;
    }

    private void requireRoom(String where, long units, long inputs) {
        parameters += units * inputs + units;
        if (parameters > most || layers.size() >= Limits.LAYERS) {
            throw refuse(where, "with it the network has more than " + Limits.text(most) + " weights and biases or "
                    + Limits.text(Limits.LAYERS) + " layers", "use a smaller network");
        }
    }

    /** x + c, column by column. */
    void add(String where, double[] c) {
        requireBeforeSoftmax(where);
        if (open.isPresent()) {
            if (open.get().bias().isPresent() || open.get().norm().isPresent()) {
                folded.add(where);
            }
            open = open.map(layer -> layer.plus(c));
        } else if (isScaling() && divisor.isEmpty()) {
            for (var i = 0; i < width; i++) {
                shift[i] -= c[i];
                if (!Double.isFinite(shift[i])) {
                    throw refuse(where, "what is subtracted from an input is " + shift[i], "check the network");
                }
            }
        } else {
            folded.add(where);
            pending = Optional.of(pending().plus(c));
        }
    }

    /** x·c, column by column. */
    void multiply(String where, double[] c) {
        requireBeforeSoftmax(where);
        folded.add(where);
        if (open.isPresent()) {
            open = open.map(layer -> layer.times(c));
        } else {
            pending = Optional.of(pending().times(c));
        }
    }

    /** A normalisation, which is an option of the layer before where that has no activation yet, and is folded elsewhere. */
    void normalise(String where, LayerDraft.Norm norm) {
        requireBeforeSoftmax(where);
        if (open.isPresent() && open.get().norm().isEmpty() && norm.isSayable()) {
            if (open.get().bias().isPresent()) {
                folded.add(where);
            }
            open = open.map(layer -> layer.normalised(norm));
        } else {
            multiply(where, norm.affine().factor());
            add(where, norm.affine().offset());
        }
    }

    /** x/c, column by column. */
    void divide(String where, double[] c) {
        if (Arrays.stream(c).anyMatch(d -> d == 0)) {
            throw refuse(where, "it divides by 0", "check the network");
        }
        if (open.isEmpty() && isScaling() && divisor.isEmpty()) {
            divisor = Optional.of(c);
        } else {
            multiply(where, Arrays.stream(c).map(d -> 1 / d).toArray());
        }
    }

    private boolean isScaling() {
        return layers.isEmpty() && pending.isEmpty();
    }

    private ColumnAffine pending() {
        return pending.orElseGet(() -> ColumnAffine.identity(width));
    }

    /** a = f(z). */
    void activate(String where, Activation activation) {
        requireBeforeSoftmax(where);
        if (open.isEmpty()) {
            openDiagonal(where);
        }
        layers.add(open.orElseThrow().with(activation));
        open = Optional.empty();
    }

    private void openDiagonal(String where) {
        requireRoom(where, width, width);
        open = Optional.of(LayerDraft.diagonal(pending()));
        pending = Optional.empty();
    }

    private void close(String where) {
        requireBeforeSoftmax(where);
        open.ifPresent(layers::add);
        open = Optional.empty();
    }

    private void requireBeforeSoftmax(String where) {
        if (!layers.isEmpty() && layers.getLast().activation() instanceof Activation.Softmax) {
            throw refuse(where, "it stands behind softmax, which is the last of a network here", "cut the network there");
        }
    }

    /** The layers; nothing can be added any more. */
    List<LayerDraft> layers(String where) {
        if (pending.isPresent()) {
            openDiagonal(where);
        }
        open.ifPresent(layers::add);
        open = Optional.empty();
        if (layers.isEmpty()) {
            throw refuse(where, "the network has no layer", "export a network of dense layers");
        }
        return List.copyOf(layers);
    }

    /** What the inputs are scaled by. */
    FittedScaling scaling() {
        var shifted = Arrays.stream(shift).anyMatch(s -> s != 0);
        if (divisor.isEmpty() && !shifted) {
            return FittedScaling.NONE;
        }
        var divisors = divisor.orElseGet(() -> ColumnAffine.identity(shift.length).factor());
        return !shifted && Arrays.stream(divisors).allMatch(d -> d == divisors[0]) ? FittedScaling.by(divisors[0])
                : FittedScaling.columns(shift, divisors);
    }

    /** What a user should know of how it was done. */
    List<String> notes() {
        if (folded.isEmpty()) {
            return List.of();
        }
        var shown = String.join(", ", folded.stream().limit(MOST_NOTES).toList());
        return List.of("folded into the weights of a layer, which are rounded anew: " + shown
                + (folded.size() > MOST_NOTES ? " and " + (folded.size() - MOST_NOTES) + " more" : ""));
    }

    private BrokenFileException refuse(String where, String what, String cure) {
        return new BrokenFileException(file, where + ": " + what, cure);
    }
}
