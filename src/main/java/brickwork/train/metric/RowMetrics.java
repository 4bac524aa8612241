package brickwork.train.metric;

import brickwork.model.Metric;
import java.util.Map;

/** Figures made of outputs that are shown row by row, in order. */
interface RowMetrics {

    /** The outputs of {@code row} stand at {@code outputs[at…]}. */
    void add(int row, double[] outputs, int at);

    /** Those that have a value over the rows shown. */
    void putInto(Map<Metric, Double> metrics);
}
