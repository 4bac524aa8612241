package brickwork.verify.reference;

/**
 * A number the reference interpreter computes with. One piece of code then gives values, derivatives or more digits, as the type decides.
 *
 * @param <S> the type itself
 */
public sealed interface Scalar<S extends Scalar<S>> permits Real, Dual, DoubleDouble {

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

    S plus(S other);

    S minus(S other);

    S times(S other);

    S over(S other);

    S times(double factor);

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
