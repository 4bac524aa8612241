package brickwork.verify.check;

import brickwork.data.Samples;
import brickwork.model.Metric;
import brickwork.model.Precision;
import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.source.Plural;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Judges one number, and says so in the words all checks share. */
final class NumberVerdicts {

    private NumberVerdicts() {}

    /** {@code what} was measured as {@code found}. */
    static Verdict judge(String what, double found, Requirement required, Precision precision) {
        return judge(what, found, required, precision, "");
    }

    /** The same with a remark at the end. */
    static Verdict judge(String what, double found, Requirement required, Precision precision, String remark) {
        var evidence = Evidence.of("{what} is {measured}").with("what", what).with("remark", remark).measured(found).required(required);
        var end = remark.isEmpty() ? "" : "{remark}";
        return required.holds(found, precision)
                ? new Verdict.Passed(evidence.and(" ({required})" + end))
                : new Verdict.Failed(withErrors(evidence.and(", not {negated}" + end), required, found));
    }

    /** Whether {@code what} was as required at the end of an epoch; {@code atTheEnd} is what it was after all of them. */
    static Verdict judgeWithin(String what, Trial.Watched<Double> watched, Requirement required, int within, double atTheEnd) {
        var evidence = Evidence.of("").with("what", what).required(required);
        return watched.answer().<Verdict>map(answer -> new Verdict.Passed(evidence.measured(answer.value()).with("epochs", answer.epochs())
                .and("{what} was {measured} ({required}) after " + epochs(answer.epochs()))))
                .orElseGet(() -> new Verdict.Failed(
                        evidence.measured(atTheEnd).with("within", within).and("{what} was not {required} at the end of any epoch up to "
                                + "{within}; after " + epochs(watched.result().report().epochs()) + " it is {measured}")));
    }

    /** How far the number is from the one it should equal, if it should equal one. */
    static Evidence withErrors(Evidence evidence, Requirement required, double found) {
        return required instanceof Requirement.Compared(var relation, var stated, _) && relation == Relation.EQUAL
                ? evidence.and(Mismatch.ERRORS).with("absolute", Math.abs(found - stated)).with("relative",
                        Mismatch.relative(found, stated))
                : evidence;
    }

    /** {@code subject}, which is the metric over these samples, has no value. */
    static Verdict noValue(String subject, Metric metric, Samples samples) {
        return Verdict.inconclusive(subject + " has no value: "
                + (metric.needsClasses() && !samples.hasClasses() ? "the targets are not classes" : metric.shortage()));
    }

    /** {@code [0.05 0.1]}. */
    static String list(List<Double> values) {
        return values.stream().map(DecimalText::of).collect(Collectors.joining(" ", "[", "]"));
    }

    static String epochs(int count) {
        return Plural.of(count, "epoch");
    }

    static String samples(int count) {
        return Plural.of(count, "sample");
    }
}
