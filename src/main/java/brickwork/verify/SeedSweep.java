package brickwork.verify;

import brickwork.engine.Cancellation;
import brickwork.engine.CancelledException;
import brickwork.model.Expectation;
import brickwork.source.BrickworkException;
import brickwork.source.DecimalText;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The same statement under many seeds, each a training of its own. The seeds are fixed, so the verdict is the same everywhere: they are
 * counted in their order, and the count stops as soon as the verdict is certain, on any number of threads.
 *
 * @param each  what is stated under each seed
 * @param seeds which seeds, and how many of them must do it
 */
public record SeedSweep(Check each, Expectation.Seeds seeds) implements TrainingCheck {

    @Override
    public String sentence() {
        return each.sentence() + switch (seeds) {
            case Expectation.Seeds.AtLeast(var share, var count) -> " for at least " + DecimalText.of(share) + " of " + count + " seeds";
            case Expectation.Seeds.Every(var from, var to) -> " for every seed in " + from + " .. " + to;
        };
    }

    @Override
    public Verdict judge(Trial trial) {
        return verdicts(trial, seeds, List.of(each)).getFirst();
    }

    /** Nothing under the trial's own seed. */
    @Override
    public TrainingNeed needs() {
        return TrainingNeed.NONE;
    }

    /** One verdict for each of {@code checks}, which share the trainings; all of them need one, or none does. */
    static List<Verdict> verdicts(Trial trial, Expectation.Seeds seeds, List<Check> checks) {
        var first = switch (seeds) {
            case Expectation.Seeds.AtLeast _ -> trial.specification().seed();
            case Expectation.Seeds.Every(var from, _) -> from;
        };
        var tallies = checks.stream().map(_ -> new SeedTally(seeds)).toList();
        var over = new AtomicBoolean();
        var workers = Executors.newFixedThreadPool(trial.options().workers());
        try {
            count(tallies, new Run(trial, checks, first, over), workers);
        } finally {
            over.set(true);
            workers.shutdownNow();
            workers.close();
        }
        return tallies.stream().map(tally -> tally.verdict(trial.options().replay())).toList();
    }

    /** What each worker does: judges all checks under one seed. */
    private record Run(Trial trial, List<Check> checks, long first, AtomicBoolean over) {

        List<Verdict> judge(long seed) {
            var seeded = trial.underSeed(seed, over::get);
            seeded.announce(checks, checks.stream().allMatch(check -> check.needs() instanceof TrainingNeed.Epochs));
            return checks.stream().map(check -> check.judge(seeded)).toList();
        }
    }

    private static void count(List<SeedTally> tallies, Run run, ExecutorService workers) {
        var running = new ArrayDeque<Future<List<Verdict>>>();
        var all = tallies.getFirst().seeds();
        var started = 0L;
        for (var counted = 0L; tallies.stream().anyMatch(tally -> !tally.decided()); counted++) {
            for (; started < all && started - counted < 2L * run.trial().options().workers(); started++) {
                var seed = run.first() + started;
                running.add(workers.submit(() -> run.judge(seed)));
            }
            var verdicts = result(running.remove());
            for (var i = 0; i < tallies.size(); i++) {
                tallies.get(i).add(run.first() + counted, verdicts.get(i));
            }
        }
    }

    private static List<Verdict> result(Future<List<Verdict>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrickworkException told) {
                throw told;
            }
            throw new IllegalStateException("a trial in a sweep over seeds failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(Cancellation.Reason.INTERRUPTED);
        }
    }
}
