package brickwork.verify.check;

import brickwork.model.DatasetPart;
import brickwork.model.Expectation;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.model.Specification;
import brickwork.source.DecimalText;
import brickwork.source.Origin;
import brickwork.verify.SampleSupply;
import brickwork.verify.Verdict;
import brickwork.verify.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Statements about many seeds, each a training of its own; the seed list is fixed, so the verdict is the same everywhere. */
public final class OverSeeds {

    private OverSeeds() {}

    /** Judges one statement of a network as the language has it, and no other. */
    public static Verdict judge(Specification network, Expectation statement, SampleSupply samples, Verifier.Settings settings) {
        return Verifier.verify(Changed.of(network).expectations(List.of(statement)).network(), samples, settings).getFirst().verdict();
    }

    /**
     * The statement that a metric is good enough: at least {@code value} where it should be high, at most {@code value} where it should be
     * low.
     *
     * @param epochs at the end of some epoch up to this one; absent: at the end of training
     */
    public static Expectation.OfMetric statement(Metric metric, Optional<DatasetPart> part, double value, OptionalInt epochs,
            Expectation.Seeds seeds) {
        var relation = metric.higherIsBetter() ? Relation.GREATER_OR_EQUAL : Relation.LESS_OR_EQUAL;
        var text = metric.word() + part.map(p -> " on " + p.word()).orElse("") + " " + relation.symbol() + " " + DecimalText.of(value);
        return new Expectation.OfMetric(text, metric, part, relation, value, OptionalDouble.empty(), epochs, Optional.of(seeds),
                Origin.NONE);
    }

    /**
     * How many of {@code seeds} must do it, so that were the share of seeds that do only {@code share}, so many would be no likelier than
     * 1 - {@code confidence} (exact binomial test, one-sided).
     *
     * @return empty where not even all of them are enough
     */
    public static OptionalInt needed(double share, double confidence, int seeds) {
        var tail = 0.0;
        var needed = OptionalInt.empty();
        var logChoose = 0.0;
        for (var k = seeds; k >= 0; k--) {
            tail += StrictMath.exp(logChoose + k * StrictMath.log(share) + (seeds - k) * StrictMath.log1p(-share));
            if (tail > (1 - confidence) * (1 + 1e-12)) {
                return needed;
            }
            needed = OptionalInt.of(k);
            logChoose += k == 0 ? 0 : StrictMath.log(k / (double) (seeds - k + 1));
        }
        return needed;
    }
}
