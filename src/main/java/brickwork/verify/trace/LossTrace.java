package brickwork.verify.trace;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The loss of the batch, term by term in the order of the spec.
 *
 * @param terms     the data terms
 * @param penalties the penalties
 */
public record LossTrace(List<Double> terms, List<Double> penalties) {

    public LossTrace {
        terms = List.copyOf(terms);
        penalties = List.copyOf(penalties);
    }

    public double data() {
        return sum(terms);
    }

    public double penalty() {
        return sum(penalties);
    }

    public double total() {
        return data() + penalty();
    }

    /** Plain, from the first to the last: Stream.sum() would compensate its rounding. */
    private static double sum(List<Double> numbers) {
        return numbers.stream().flatMapToDouble(DoubleStream::of).reduce(0, Double::sum);
    }
}
