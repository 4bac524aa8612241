package brickwork.verify.reference;

import brickwork.engine.Tensor;
import java.util.function.DoubleSupplier;
import java.util.function.IntUnaryOperator;

/**
 * A double, and a bound on how far from the truth it may be, in whatever order it was summed: running error analysis (Wilkinson 1963).
 * Every parameter and every value of a function counts as rounded, by far more than an operation rounds, so that sums of thousands of terms
 * are covered too.
 *
 * @param error at least abs(value - truth)
 */
public record Bounded(double value, double error) implements Scalar<Bounded> {

    private static final double ROUNDING = 0x1p-44;
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    /** The slope of a function of the host program may be greater nearby than at the point. */
    private static final double NEARBY = 2;

    /** An entry of a tensor. */
    static Bounded parameter(Tensor tensor, int index) {
        return rounded(tensor.values()[index], 0);
    }

    private static Bounded rounded(double value, double error) {
        return new Bounded(value, error + ROUNDING * Math.abs(value));
    }

    @Override
    public Bounded of(double constant) {
        return new Bounded(constant, 0);
    }

    /** The truth may lie on any piece within the bound, and takes the formula of that piece. */
    @Override
    public Branching<Bounded> branching() {
        return Bounded::through;
    }

    private static Bounded through(Bounded x, Pieces pieces, IntUnaryOperator branch, Branching.Formula<Bounded> formula) {
        var natural = pieces.of(x.value);
        var picked = formula.at(x, branch.applyAsInt(natural));
        var error = picked.error;
        for (var piece = pieces.of(x.value - x.error); piece <= pieces.of(x.value + x.error); piece++) {
            var possible = piece == natural ? picked : formula.at(x, piece);
            error = Math.max(error, Math.abs(possible.value - picked.value) + possible.error);
        }
        return new Bounded(picked.value, error);
    }

    @Override
    public Bounded mapped(double value, DoubleSupplier slope) {
        return rounded(value, error == 0 ? 0 : error * Math.max(1, NEARBY * Math.abs(slope.getAsDouble())));
    }

    @Override
    public Bounded plus(Bounded other) {
        return new Bounded(value + other.value, error + other.error);
    }

    @Override
    public Bounded minus(Bounded other) {
        return new Bounded(value - other.value, error + other.error);
    }

    @Override
    public Bounded times(Bounded other) {
        return new Bounded(value * other.value, Math.abs(value) * other.error + error * (Math.abs(other.value) + other.error));
    }

    @Override
    public Bounded over(Bounded other) {
        var quotient = value / other.value;
        var least = Math.abs(other.value) - other.error;
        return new Bounded(quotient, least > 0 ? (error + Math.abs(quotient) * other.error) / least : Double.POSITIVE_INFINITY);
    }

    @Override
    public Bounded times(double factor) {
        return new Bounded(value * factor, error * Math.abs(factor));
    }

    /** √x - √(x - e) = e / (√x + √(x - e)). */
    @Override
    public Bounded sqrt() {
        var root = StrictMath.sqrt(value);
        return rounded(root, error == 0 ? 0 : error / root);
    }

    @Override
    public Bounded exp() {
        var power = StrictMath.exp(value);
        return rounded(power, power * StrictMath.expm1(error));
    }

    @Override
    public Bounded expm1() {
        return rounded(StrictMath.expm1(value), StrictMath.exp(value) * StrictMath.expm1(error));
    }

    @Override
    public Bounded log() {
        return rounded(StrictMath.log(value), -StrictMath.log1p(-error / value));
    }

    @Override
    public Bounded log1p() {
        return rounded(StrictMath.log1p(value), -StrictMath.log1p(-error / (1 + value)));
    }

    @Override
    public Bounded tanh() {
        return rounded(StrictMath.tanh(value), error);
    }

    @Override
    public Bounded erf() {
        return rounded(ErrorFunction.erf(value), TWO_OVER_ROOT_PI * error);
    }
}
