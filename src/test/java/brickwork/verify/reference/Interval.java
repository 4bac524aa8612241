package brickwork.verify.reference;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;

/** All numbers from {@code low} to {@code high}, rounding left out: a kind of number the interpreter does not list. */
record Interval(double low, double high) implements Scalar<Interval> {

    private Interval increasing(DoubleUnaryOperator f) {
        return new Interval(f.applyAsDouble(low), f.applyAsDouble(high));
    }

    private static Interval hull(double... ends) {
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (var end : ends) {
            low = Math.min(low, end);
            high = Math.max(high, end);
        }
        return new Interval(low, high);
    }

    @Override
    public double value() {
        return (low + high) / 2;
    }

    @Override
    public Interval of(double constant) {
        return new Interval(constant, constant);
    }

    /** Of each piece the part that lies in it, joined. */
    @Override
    public Branching<Interval> branching() {
        return Interval::joined;
    }

    private static Interval joined(Interval x, Pieces pieces, IntUnaryOperator branch, Branching.Formula<Interval> formula) {
        Interval all = null;
        for (var piece = pieces.of(x.low); piece <= pieces.of(x.high); piece++) {
            var part = formula.at(new Interval(Math.max(x.low, pieces.from(piece)), Math.min(x.high, pieces.to(piece))), piece);
            all = all == null ? part : hull(all.low, all.high, part.low, part.high);
        }
        return all;
    }

    @Override
    public Interval plus(Interval other) {
        return new Interval(low + other.low, high + other.high);
    }

    @Override
    public Interval minus(Interval other) {
        return new Interval(low - other.high, high - other.low);
    }

    @Override
    public Interval times(Interval other) {
        return hull(low * other.low, low * other.high, high * other.low, high * other.high);
    }

    @Override
    public Interval over(Interval other) {
        return times(new Interval(1 / other.high, 1 / other.low));
    }

    @Override
    public Interval times(double factor) {
        return hull(low * factor, high * factor);
    }

    @Override
    public Interval sqrt() {
        return increasing(StrictMath::sqrt);
    }

    @Override
    public Interval exp() {
        return increasing(StrictMath::exp);
    }

    @Override
    public Interval expm1() {
        return increasing(StrictMath::expm1);
    }

    @Override
    public Interval log() {
        return increasing(StrictMath::log);
    }

    @Override
    public Interval log1p() {
        return increasing(StrictMath::log1p);
    }

    @Override
    public Interval tanh() {
        return increasing(StrictMath::tanh);
    }

    @Override
    public Interval erf() {
        return increasing(ErrorFunction::erf);
    }
}
