package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.model.Expectation;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import brickwork.train.TrainingSettings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Judges statements about many seeds: one training a seed, several at a time, each on one thread. Seeds are counted in their order and the
 * count stops as soon as every verdict is certain, so that verdict and evidence are the same on any number of threads.
 */
final class SeedSweep {

    private final Specification network;
    private final SampleSupply samples;
    private final List<Expectation.Measured> statements;
    private final TrainingSettings settings;
    private volatile boolean over;

    /** {@code statements} speak of the same seeds; all of them need training, or none. */
    SeedSweep(Specification network, SampleSupply samples, List<Expectation.Measured> statements, TrainingSettings settings) {
        this.network = network;
        this.samples = samples;
        this.statements = List.copyOf(statements);
        this.settings = settings;
    }

    /** One verdict a statement, in their order. */
    List<Verdict> verdicts(int threads, Replay replay) {
        var seeds = statements.getFirst().seeds().orElseThrow();
        var from = switch (seeds) {
            case Expectation.Seeds.AtLeast _ -> network.seed();
            case Expectation.Seeds.Every(var first, _) -> first;
        };
        var tallies = statements.stream().map(_ -> new SeedTally(seeds)).toList();
        var workers = Executors.newFixedThreadPool(threads);
        try {
            count(tallies, from, threads, workers);
        } finally {
            over = true;
            workers.close();
        }
        return tallies.stream().map(tally -> tally.verdict(replay)).toList();
    }

    private void count(List<SeedTally> tallies, long from, int threads, ExecutorService workers) {
        var running = new ArrayDeque<Future<List<Verdict>>>();
        var all = tallies.getFirst().seeds();
        var started = 0L;
        for (var counted = 0L; tallies.stream().anyMatch(tally -> !tally.decided()); counted++) {
            for (; started < all && started - counted < 2L * threads; started++) {
                var seed = from + started;
                running.add(workers.submit(() -> judge(seed)));
            }
            var verdicts = result(running.remove());
            for (var i = 0; i < tallies.size(); i++) {
                tallies.get(i).add(from + counted, verdicts.get(i));
            }
        }
    }

    private List<Verdict> judge(long seed) {
        var seeded = network.withSeed(seed);
        return switch (samples.of(seeded).orElse(null)) {
            case null -> all(new Verdict.Inconclusive("there are no samples to train on"));
            case Outcome.Failure<Dataset> failure -> all(new Verdict.Inconclusive(Verifier.reason(failure)));
            case Outcome.Success<Dataset>(var dataset, _) -> {
                if (!statements.getFirst().needsTraining()) {
                    var moments = new Moments(seeded, dataset, settings);
                    yield statements.stream().map(s -> HealthStatement.judge(moments, (Expectation.OfHealth) s)).toList();
                }
                var run = SeedRun.train(seeded, dataset, statements, true, () -> over, settings);
                yield IntStream.range(0, statements.size()).mapToObj(i -> judge(run, i, statements.get(i))).toList();
            }
        };
    }

    /** {@code index} is the statement's place among those the run was told of. */
    static Verdict judge(SeedRun run, int index, Expectation.Measured statement) {
        return switch (statement) {
            case Expectation.OfMetric metric -> MetricStatement.judge(run, index, Condition.of(metric, run.dataset()));
            case Expectation.OfHealth health -> HealthStatement.judge(run, index, health);
        };
    }

    private List<Verdict> all(Verdict verdict) {
        return statements.stream().map(_ -> verdict).toList();
    }

    private static List<Verdict> result(Future<List<Verdict>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a training in a sweep over seeds failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while counting seeds", e);
        }
    }
}
