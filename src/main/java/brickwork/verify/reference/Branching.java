package brickwork.verify.reference;

import java.util.function.IntUnaryOperator;

/**
 * How a kind of number passes through a function that has several formulas: a number that stands for one point picks the formula of its
 * piece, a number that stands for many joins the formulas of all the pieces they lie on.
 */
@FunctionalInterface
public interface Branching<S extends Scalar<S>> {

    /** The value of a function by the formula of one of its pieces, wherever x lies. */
    @FunctionalInterface
    interface Formula<S> {
        S at(S x, int piece);
    }

    /**
     * f(x).
     *
     * @param pieces  where f has one formula each
     * @param branch  the piece whose formula the pass wants for a point, given the piece the point lies on
     * @param formula of each piece
     */
    S through(S x, Pieces pieces, IntUnaryOperator branch, Formula<S> formula);

    /** Of numbers that stand for one point. */
    static <S extends Scalar<S>> Branching<S> picking() {
        return (x, pieces, branch, formula) -> formula.at(x, branch.applyAsInt(pieces.of(x.value())));
    }
}
