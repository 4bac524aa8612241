package brickwork.verify.check;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Tolerance;
import brickwork.verify.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/** Compares numbers entry by entry, counts those that differ and keeps the worst. */
final class Comparison {

    private final Tolerance tolerance;
    private final Precision precision;
    private final String words;
    private long compared;
    private long wrong;
    private Mismatch worst;

    private Comparison(Tolerance tolerance, Precision precision, String words) {
        this.tolerance = tolerance;
        this.precision = precision;
        this.words = words;
    }

    /** With numbers from elsewhere, which {@code other} introduces: {@code the reference has}. */
    static Comparison with(String other, Tolerance tolerance, Precision precision) {
        return new Comparison(tolerance, precision, "{place} is {measured}, " + other + " {stated}" + Mismatch.ERRORS);
    }

    /** With numbers that the statement itself names. */
    static Comparison stated(Tolerance tolerance, Precision precision) {
        return new Comparison(tolerance, precision, "{place} is {measured}, not {negated}" + Mismatch.ERRORS);
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
            if (tolerance.holds(found[i], stated[i], scale, precision)) {
                compared++;
            } else {
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

    /** The worst of what differs; empty where nothing does. */
    Optional<Evidence> mismatch() {
        return Optional.ofNullable(worst).map(difference -> Evidence
                .of(words + (wrong > 1 ? "; it is the worst of {wrong} that differ among {compared} numbers" : "")).at(difference.place())
                .measured(difference.found()).required(Requirement.near(difference.stated(), tolerance)).with("stated", difference.stated())
                .with("absolute", difference.absolute()).with("relative", difference.relative()).with("wrong", wrong)
                .with("compared", compared));
    }

    /** Failed by the worst mismatch, else passed in {@code words} with {@code {compared}} and {@code {tolerance}}. */
    Verdict verdict(String whenPassed) {
        return mismatch().<Verdict>map(Verdict.Failed::new).orElseGet(() -> new Verdict.Passed(
                Evidence.of(whenPassed).with("compared", compared).with("tolerance", tolerance.text())));
    }

    private void add(String place, double found, double stated, double scale) {
        compared++;
        if (tolerance.holds(found, stated, scale, precision)) {
            return;
        }
        wrong++;
        var mismatch = new Mismatch(place, found, stated);
        if (worst == null || !(mismatch.absolute() <= worst.absolute())) {
            worst = mismatch;
        }
    }
}
