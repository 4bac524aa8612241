package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/** Compares numbers entry by entry, counts those that are not near enough and keeps the worst. */
final class Comparison {

    private final Tolerance closeness;
    private final Precision precision;
    private final String other;
    private long compared;
    private long wrong;
    private Mismatch worst;

    /** {@code other} introduces what is stated: {@code the reference has}. */
    Comparison(Tolerance closeness, Precision precision, String other) {
        this.closeness = closeness;
        this.precision = precision;
        this.other = other;
    }

    Comparison number(String place, double found, double stated) {
        add(place, found, stated, Math.max(Math.abs(found), Math.abs(stated)));
        return this;
    }

    /** {@code place} names entry i. */
    Comparison numbers(IntFunction<String> place, double[] found, double[] stated) {
        if (found.length != stated.length) {
            throw new IllegalArgumentException("as many numbers must be stated as found, got " + stated.length + " and " + found.length);
        }
        var scale = DoubleStream.of(stated).map(Math::abs).max().orElse(0);
        for (var i = 0; i < found.length; i++) {
            compared++;
            if (!closeness.holds(found[i], stated[i], scale, precision)) {
                compared--;
                add(place.apply(i), found[i], stated[i], scale);
            }
        }
        return this;
    }

    Comparison parameters(String prefix, Parameters found, Parameters stated) {
        return tensors(prefix, found.tensors(), stated.tensors());
    }

    /** Tensors of the same names and shapes, in any order. */
    Comparison tensors(String prefix, List<Tensor> found, List<Tensor> stated) {
        for (var tensor : found) {
            var twin = stated.stream().filter(t -> t.name().equals(tensor.name())).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no " + tensor.name() + " to compare with"));
            numbers(i -> prefix + entry(tensor, i), tensor.values(), twin.values());
        }
        return this;
    }

    /** {@code layer1.weight[0][2]}, or {@code layer1.bias[3]}. */
    static String entry(Tensor tensor, int index) {
        var row = tensor.name() + "[" + index / tensor.columns() + "]";
        return tensor.bias() ? row : row + "[" + index % tensor.columns() + "]";
    }

    boolean holds() {
        return wrong == 0;
    }

    long compared() {
        return compared;
    }

    /** What is wrong, worst first; empty where all is well. */
    Optional<String> text() {
        return Optional.ofNullable(worst).map(difference -> difference.text() + (wrong > 1
                ? "; it is the worst of " + wrong + " that differ among " + compared + " numbers" : ""));
    }

    private void add(String place, double found, double stated, double scale) {
        compared++;
        if (closeness.holds(found, stated, scale, precision)) {
            return;
        }
        wrong++;
        var difference = new Mismatch(place, found, other, stated);
        if (worst == null || !(difference.absolute() <= worst.absolute())) {
            worst = difference;
        }
    }
}
