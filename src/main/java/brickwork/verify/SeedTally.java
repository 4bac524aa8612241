package brickwork.verify;

import brickwork.model.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Counts the seeds under which a statement holds until no further seed can change the verdict. Seeds are added in their order, so the same
 * seeds are counted everywhere. Stopping early keeps the interval valid: a count that stops at a given number of successes or failures has
 * at most the probability of the binomial tail that bounds it.
 */
final class SeedTally {

    private static final int LISTED = 10;

    private final long seeds;
    private final long needed;
    private long tried;
    private long next;
    private long held;
    private final List<Long> failing = new ArrayList<>();
    private Evidence firstFailure;
    private Evidence obstacle;

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

    /** How many seeds the statement is about. */
    long seeds() {
        return seeds;
    }

    /** Whether no further seed could change the verdict. */
    boolean decided() {
        return obstacle != null || tried == seeds || held >= needed || tried - held > seeds - needed;
    }

    /** Counts the next seed, unless all is decided. */
    void add(long seed, Verdict verdict) {
        if (decided()) {
            return;
        }
        tried++;
        next = seed + 1;
        switch (verdict) {
            case Verdict.Passed _, Verdict.Proved _ -> held++;
            case Verdict.Failed(var evidence, _) -> {
                failing.add(seed);
                firstFailure = firstFailure == null ? evidence : firstFailure;
            }
            case Verdict.Inconclusive(var reason) -> obstacle = reason.in("with seed " + seed, ": ");
        }
    }

    Verdict verdict(Replay replay) {
        if (obstacle != null) {
            return new Verdict.Inconclusive(obstacle);
        }
        if (tried == 0) {
            return new Verdict.Passed(Evidence.of("0 of {seeds} seeds are enough").with("seeds", seeds));
        }
        var interval = BinomialInterval.of((int) held, (int) tried);
        var evidence = Evidence.of("held for {held} of " + which()
                + " ({needed} of {seeds} needed; 95% interval of the share {low:%.3f} to {high:%.3f})").with("held", held)
                .with("tried", tried).with("seeds", seeds).with("needed", needed).with("low", interval.low()).with("high", interval.high());
        var complete = failing.isEmpty() ? evidence : withFailures(evidence);
        return held >= needed ? new Verdict.Passed(complete) : new Verdict.Failed(
                complete.replayed(new Replay.Hint(OptionalLong.empty(), replay.line(Replay.Command.TRAIN, failing.getFirst()))));
    }

    private String which() {
        return tried == seeds ? "{seeds}" + (seeds == 1 ? " seed" : " seeds") : ofTheFirst();
    }

    /** Why the count stopped early, and which seeds were not tried. */
    private String ofTheFirst() {
        var left = seeds - tried;
        return "the first " + (tried == 1 ? "seed" : "{tried} seeds") + ", which decides it: "
                + (left == 1 ? "seed " + next + " was" : "seeds " + next + " to " + (next + left - 1) + " were") + " not tried";
    }

    private Evidence withFailures(Evidence evidence) {
        var listed = failing.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        var more = failing.size() > LISTED ? " and " + (failing.size() - LISTED) + " more" : "";
        return evidence.and("; not for " + (failing.size() == 1 ? "seed " : "seeds ") + listed + more + "; seed " + failing.getFirst()
                + ": {first_failure}").with("failing", List.copyOf(failing)).with("first_failure", firstFailure);
    }
}
