package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.model.DatasetPart;
import brickwork.model.Expectation;
import brickwork.model.Metric;

/** The comparison in a statement about a metric, and how to speak of it. */
record Condition(Expectation.OfMetric expectation, DatasetPart part) {

    /** The part meant: the one named, else test where there is one, else train. */
    static Condition of(Expectation.OfMetric expectation, Dataset dataset) {
        return new Condition(expectation, expectation.part().orElse(dataset.test().isPresent() ? DatasetPart.TEST : DatasetPart.TRAIN));
    }

    /** Whether it holds of a measured value; never of one that is not a number. */
    boolean holds(double measured) {
        return expectation.holds(measured);
    }

    /** {@code accuracy on test}; a penalty is of no part. */
    String subject() {
        return expectation.metric().word() + (expectation.metric() == Metric.PENALTY ? "" : " on " + part.word());
    }

    /** {@code >= 0.95}, or {@code = 0.29 within 1e-6}. */
    String requirement() {
        return expectation.requirement();
    }
}
