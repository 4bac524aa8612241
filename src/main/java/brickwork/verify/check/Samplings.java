package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.RowSubset;
import brickwork.engine.Parameters;
import brickwork.verify.Verdict;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What the samples of a batch may do to its mean loss and gradient: nothing but what they are. */
public final class Samplings {

    private Samplings() {}

    /** Every sample twice: means stay as they were. */
    public static Verdict duplicated(Subject subject, Parameters parameters, Tolerance closeness) {
        var count = subject.dataset().train().count();
        return compare(subject, parameters, closeness, 2 * count, i -> i % count, "each sample once gives");
    }

    /** The samples backwards. */
    public static Verdict reversed(Subject subject, Parameters parameters, Tolerance closeness) {
        var count = subject.dataset().train().count();
        return compare(subject, parameters, closeness, count, i -> count - 1 - i, "the samples in order give");
    }

    private static Verdict compare(Subject subject, Parameters parameters, Tolerance closeness, int count, IntUnaryOperator place,
            String other) {
        var rows = subject.dataset().train();
        var changed = new RowSubset(rows, IntStream.range(0, count).map(place).toArray());
        return verdict(closeness, new Comparison(closeness, subject.network().precision(), other)
                .number("the data loss", subject.dataLoss(parameters, changed), subject.dataLoss(parameters, rows))
                .parameters("the gradient of ", subject.gradients(parameters, changed), subject.gradients(parameters, rows)));
    }

    /**
     * A batch smaller than the greatest an engine is made for, after one of full size, gives what an engine made for that small batch
     * gives: nothing of the batch before, and nothing beside the samples, is added up.
     */
    public static Verdict partial(Subject subject, Parameters parameters, Tolerance closeness) {
        var rows = subject.dataset().train();
        var whole = rows.count();
        var comparison = new Comparison(closeness, subject.network().precision(), "an engine made for the batch gives");
        IntStream.of(1, whole / 3, whole / 2, whole - 1).filter(count -> count > 0 && count < whole).distinct().forEach(count -> {
            var small = new RowSubset(rows, Subject.ascending(count));
            comparison.parameters("with " + count + " of " + whole + " samples the gradient of ",
                    subject.ask(whole, parameters, engine -> {
                        var bound = engine.bind(rows);
                        engine.differentiator().computeGradients(bound, Subject.ascending(whole), 0, whole);
                        engine.differentiator().computeGradients(bound, Subject.ascending(whole), 0, count);
                        return engine.differentiator().gradients();
                    }), subject.gradients(parameters, small));
        });
        return verdict(closeness, comparison);
    }

    private static Verdict verdict(Tolerance closeness, Comparison comparison) {
        return comparison.text().<Verdict>map(Verdict.Failed::new)
                .orElseGet(() -> new Verdict.Passed(comparison.compared() + " losses and gradients are equal " + closeness.text()));
    }
}
