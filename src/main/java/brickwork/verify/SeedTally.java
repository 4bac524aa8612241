package brickwork.verify;

import brickwork.model.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Counts the seeds of which a statement holds, until the verdict over all of them is certain. Seeds are added in their order, so that what
 * was counted, and which seeds were not tried, is the same everywhere. An early stop keeps the interval: a count that stopped at so many
 * successes or failures has at most the probability of the binomial tail that bounds it.
 */
final class SeedTally {

    private static final int LISTED = 10;

    private final long seeds;
    private final long needed;
    private long tried;
    private long next;
    private long held;
    private final List<Long> failing = new ArrayList<>();
    private String firstFailure = "";
    private String obstacle = "";

    SeedTally(Expectation.Seeds statement) {
        switch (statement) {
            case Expectation.Seeds.AtLeast(var share, var count) -> {
                seeds = count;
                // 0.07 of 100 is 7, though 0.07 * 100 is a little more in doubles.
                needed = (long) Math.ceil(share * count - 1e-9 * count);
            }
            case Expectation.Seeds.Every(var from, var to) -> {
                seeds = to - from + 1;
                needed = seeds;
            }
        }
    }

    /** How many seeds the statement speaks of. */
    long seeds() {
        return seeds;
    }

    /** Whether no further seed could change the verdict. */
    boolean decided() {
        return !obstacle.isEmpty() || tried == seeds || held >= needed || tried - held > seeds - needed;
    }

    /** Counts the next seed, unless all is decided. */
    void add(long seed, Verdict verdict) {
        if (decided()) {
            return;
        }
        tried++;
        next = seed + 1;
        switch (verdict) {
            case Verdict.Passed _ -> held++;
            case Verdict.Failed(var evidence) -> {
                failing.add(seed);
                firstFailure = firstFailure.isEmpty() ? evidence : firstFailure;
            }
            case Verdict.Inconclusive(var reason) -> obstacle = "with seed " + seed + ": " + reason;
        }
    }

    Verdict verdict(Replay replay) {
        if (!obstacle.isEmpty()) {
            return new Verdict.Inconclusive(obstacle);
        }
        if (tried == 0) {
            return new Verdict.Passed("0 of " + seeds + " seeds are enough");
        }
        var interval = BinomialInterval.of((int) held, (int) tried);
        var count = "held for " + held + " of " + (tried == seeds ? seeds + (seeds == 1 ? " seed" : " seeds") : ofTheFirst()) + " ("
                + needed + " of " + seeds + " needed; "
                + String.format(Locale.ROOT, "95%% interval of the share %.3f to %.3f)", interval.low(), interval.high());
        return held >= needed
                ? new Verdict.Passed(count + failures())
                : new Verdict.Failed(count + failures() + replay.train(failing.getFirst()));
    }

    /** Why the count stopped early, and which seeds nobody knows of. */
    private String ofTheFirst() {
        var left = seeds - tried;
        return "the first " + (tried == 1 ? "seed" : tried + " seeds") + ", which decides it: "
                + (left == 1 ? "seed " + next + " was" : "seeds " + next + " to " + (next + left - 1) + " were") + " not tried";
    }

    private String failures() {
        if (failing.isEmpty()) {
            return "";
        }
        var listed = failing.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        var more = failing.size() > LISTED ? " and " + (failing.size() - LISTED) + " more" : "";
        return "; not for " + (failing.size() == 1 ? "seed " : "seeds ") + listed + more + "; seed " + failing.getFirst() + ": "
                + firstFailure;
    }
}
