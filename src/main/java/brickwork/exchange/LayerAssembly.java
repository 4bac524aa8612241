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
    private final List<Draft> layers = new ArrayList<>();
    private final SequencedSet<String> folded = new LinkedHashSet<>();
    private int width;
    private long parameters;

    private double[] shift;
    private Optional<double[]> divisor = Optional.empty();

    /** What the columns are multiplied with and what is added then, before the next layer. */
    private Optional<Affine> pending = Optional.empty();
    /** A layer that has no activation yet. */
    private Optional<Draft> open = Optional.empty();

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

    /**
     * A layer.
     *
     * @param weights    [units, inputs], row-major; owned by this record
     * @param bias       [units]; empty where there is none
     * @param activation f
     */
    record Draft(int inputs, int units, double[] weights, Optional<double[]> bias, Activation activation) {

        private Draft with(Optional<double[]> other) {
            return new Draft(inputs, units, weights, other, activation);
        }

        private Draft with(Activation other) {
            return new Draft(inputs, units, weights, bias, other);
        }
    }

    /** factor·x + offset, column by column. */
    private record Affine(double[] factor, double[] offset) {}

    /** Columns that go from here to the next step. */
    int width() {
        return width;
    }

    Precision precision() {
        return precision;
    }

    /** z = W·x + b; {@code weights} of shape [units, width()], which become this assembly's own. */
    void dense(String where, int units, double[] weights, Optional<double[]> bias) throws BrokenFileException {
        close(where);
        requireRoom(where, units, width);
        open = Optional.of(new Draft(width, units, weights, bias, new Activation.Linear()));
        width = units;
        if (pending.isPresent()) {
            foldForward(pending.get());
            pending = Optional.empty();
        }
    }

    private void requireRoom(String where, long units, long inputs) throws BrokenFileException {
        parameters += units * inputs + units;
        if (parameters > most || layers.size() >= Limits.LAYERS) {
            throw refuse(where, "with it the network has more than " + Limits.text(most) + " weights and biases or "
                    + Limits.text(Limits.LAYERS) + " layers", "use a smaller network");
        }
    }

    /** W·(f·x + o) + b = (W·f)·x + (W·o + b). */
    private void foldForward(Affine columns) {
        var layer = open.orElseThrow();
        var bias = layer.bias.map(double[]::clone).orElseGet(() -> new double[layer.units]);
        for (var i = 0; i < layer.weights.length; i++) {
            bias[i / layer.inputs] = Math.fma(layer.weights[i], columns.offset[i % layer.inputs], bias[i / layer.inputs]);
            layer.weights[i] *= columns.factor[i % layer.inputs];
        }
        open = Optional.of(layer.with(Arrays.stream(bias).allMatch(b -> b == 0) ? layer.bias : Optional.of(bias)));
    }

    /** x + c, column by column. */
    void add(String where, double[] c) throws BrokenFileException {
        requireBeforeSoftmax(where);
        if (open.isPresent()) {
            var bias = open.get().bias;
            bias.ifPresent(_ -> folded.add(where));
            open = Optional.of(open.get().with(Optional.of(bias.map(b -> sum(b, c)).orElseGet(c::clone))));
        } else if (isScaling() && divisor.isEmpty()) {
            for (var i = 0; i < width; i++) {
                shift[i] -= c[i];
                if (!Double.isFinite(shift[i])) {
                    throw refuse(where, "what is subtracted from an input is " + shift[i], "check the network");
                }
            }
        } else {
            folded.add(where);
            var columns = pending();
            pending = Optional.of(new Affine(columns.factor, sum(columns.offset, c)));
        }
    }

    /** x·c, column by column. */
    void multiply(String where, double[] c) throws BrokenFileException {
        requireBeforeSoftmax(where);
        folded.add(where);
        if (open.isPresent()) {
            var layer = open.get();
            for (var i = 0; i < layer.weights.length; i++) {
                layer.weights[i] *= c[i / layer.inputs];
            }
            open = Optional.of(layer.with(layer.bias.map(bias -> product(bias, c))));
        } else {
            var columns = pending();
            pending = Optional.of(new Affine(product(columns.factor, c), product(columns.offset, c)));
        }
    }

    /** x/c, column by column. */
    void divide(String where, double[] c) throws BrokenFileException {
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

    private Affine pending() {
        return pending.orElseGet(() -> new Affine(ones(width), new double[width]));
    }

    private static double[] sum(double[] a, double[] b) {
        var sum = a.clone();
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static double[] product(double[] a, double[] b) {
        var product = a.clone();
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    /** a = f(z). */
    void activate(String where, Activation activation) throws BrokenFileException {
        requireBeforeSoftmax(where);
        if (open.isEmpty()) {
            openDiagonal(where);
        }
        layers.add(open.orElseThrow().with(activation));
        open = Optional.empty();
    }

    private void openDiagonal(String where) throws BrokenFileException {
        requireRoom(where, width, width);
        var columns = pending();
        var weights = new double[width * width];
        for (var i = 0; i < width; i++) {
            weights[i * width + i] = columns.factor[i];
        }
        var bias = pending.map(Affine::offset).filter(offset -> Arrays.stream(offset).anyMatch(o -> o != 0));
        pending = Optional.empty();
        open = Optional.of(new Draft(width, width, weights, bias, new Activation.Linear()));
    }

    private void close(String where) throws BrokenFileException {
        requireBeforeSoftmax(where);
        open.ifPresent(layers::add);
        open = Optional.empty();
    }

    private void requireBeforeSoftmax(String where) throws BrokenFileException {
        if (!layers.isEmpty() && layers.getLast().activation instanceof Activation.Softmax) {
            throw refuse(where, "it stands behind softmax, which is the last of a network here", "cut the network there");
        }
    }

    /** The layers; nothing can be added any more. */
    List<Draft> layers(String where) throws BrokenFileException {
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
        var divisors = divisor.orElseGet(() -> ones(shift.length));
        return !shifted && Arrays.stream(divisors).allMatch(d -> d == divisors[0]) ? FittedScaling.by(divisors[0])
                : FittedScaling.columns(shift, divisors);
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
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
