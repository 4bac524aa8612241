package brickwork.verify.trace;

import java.util.List;

/**
 * The numbers of one sample of the batch.
 *
 * @param number  its place in the batch, from 1
 * @param row     its place in the training part, or among the samples drawn, from 1
 * @param inputs  scaled
 * @param targets encoded
 * @param layers  from the first to the last
 * @param shares  what it adds to the data loss: a row for each data term, a number for each output
 */
public record SampleTrace(int number, int row, double[] inputs, double[] targets, List<LayerTrace> layers, List<double[]> shares) {

    public SampleTrace {
        layers = List.copyOf(layers);
        shares = List.copyOf(shares);
    }
}
