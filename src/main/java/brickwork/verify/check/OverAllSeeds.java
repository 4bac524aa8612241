package brickwork.verify.check;

import brickwork.model.Expectation;
import brickwork.source.DecimalText;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.SeedSweep;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.OptionalInt;

/**
 * A statement holds for at least a share of all seeds: it holds for enough of those tried to reject a smaller share with the stated
 * confidence (exact binomial test, one-sided).
 *
 * @param each       what is stated under each seed
 * @param share      in (0, 1)
 * @param confidence in (0, 1)
 * @param seeds      how many are tried: the spec's and those after it
 */
public record OverAllSeeds(Check each, double share, double confidence, int seeds) implements TrainingCheck {

    @Override
    public String sentence() {
        return each.sentence() + " for at least " + DecimalText.of(share) + " of all seeds with " + DecimalText.of(confidence)
                + " confidence, tried on " + seeds;
    }

    @Override
    public Verdict judge(Trial trial) {
        var needed = needed(share, confidence, seeds);
        return needed.isPresent()
                ? new SeedSweep(each, new Expectation.Seeds.AtLeast(needed.getAsInt() / (double) seeds, seeds)).judge(trial)
                : new Verdict.Failed(
                        Evidence.of("{seeds} seeds are too few to say it of {share} of all seeds with a confidence of {confidence}")
                                .with("seeds", seeds).with("share", share).with("confidence", confidence));
    }

    /**
     * How many of {@code seeds} must do it: the smallest count that would have a probability of at most 1 - {@code confidence}, were the
     * share of seeds that do it only {@code share}.
     *
     * @return empty where not even all of them are enough
     */
    static OptionalInt needed(double share, double confidence, int seeds) {
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
