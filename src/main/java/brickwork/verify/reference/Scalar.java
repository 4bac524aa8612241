package brickwork.verify.reference;

import java.util.function.DoubleSupplier;

/**
 * A number the reference interpreter computes with. One piece of code then gives values, derivatives, error bounds or more digits, as the
 * type decides. A new kind of number is a new implementation; nothing else lists the kinds.
 *
 * @param <S> the type itself
 */
public interface Scalar<S extends Scalar<S>> {

    /** The nearest double, without any derivative. */
    double value();

    /** A constant of this type. */
    S of(double constant);

    /** The derivative the number carries; 0 where its type carries none. */
    default double slope() {
        return 0;
    }

    /** A number with a derivative, where the type carries one: what a function gives whose values only doubles know. */
    default S of(double value, double slope) {
        return of(value);
    }

    /**
     * f of this number, for a function of which only values and slopes in doubles are known.
     *
     * @param value f at {@link #value}
     * @param slope f' there, asked for only where it matters
     */
    default S mapped(double value, DoubleSupplier slope) {
        return slope() == 0 ? of(value) : of(value, slope() * slope.getAsDouble());
    }

    /** How this kind of number passes through a function of several formulas. */
    default Branching<S> branching() {
        return Branching.picking();
    }

    S plus(S other);

    S minus(S other);

    S times(S other);

    S over(S other);

    S times(double factor);

    /** √x, for x ≥ 0. */
    S sqrt();

    /** e^x. */
    S exp();

    /** e^x - 1, exact to the last digits near 0 too. */
    S expm1();

    /** log x, for x > 0. */
    S log();

    /** log(1 + x), for x > -1. */
    S log1p();

    S tanh();

    /** 2/√π · ∫ from 0 to x of e^(-t²) dt. */
    S erf();

    /** 1 / (1 + e^-x), without overflow on either side. */
    default S sigmoid() {
        var one = of(1);
        if (value() >= 0) {
            return one.over(one.plus(times(-1).exp()));
        }
        var e = exp();
        return e.over(one.plus(e));
    }

    /** log(1 + e^x) = max(x, 0) + log(1 + e^-|x|). */
    default S softplus() {
        if (value() <= 0) {
            return exp().log1p();
        }
        var negative = times(-1);
        return negative.exp().log1p().minus(negative);
    }
}
