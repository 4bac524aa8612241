package brickwork.verify.trace;

import brickwork.engine.NonFinite;

/** What came of holding the engine's parameters after the step against those of the trace. */
public sealed interface Agreement {

    /**
     * Differences up to it are rounding. They are relative: to the larger of both numbers or, where both are smaller, to a thousandth of
     * the network's largest parameter.
     */
    double BOUND = 1e-12;

    /**
     * All agree.
     *
     * @param difference the greatest
     * @param digits     how many decimal digits that leaves, at most 16
     */
    record Same(double difference, int digits) implements Agreement {}

    /**
     * One does not; this is the worst.
     *
     * @param row    output unit, from 0
     * @param column input, from 0
     */
    record Different(String tensor, int row, int column, double traced, double engine, double difference) implements Agreement {}

    /** The engine made no step, for it met a number that is not finite. */
    record Stopped(NonFinite fault) implements Agreement {}
}
