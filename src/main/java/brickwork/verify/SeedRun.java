package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.model.Expectation;
import brickwork.model.Network;
import brickwork.train.BrokenFileException;
import brickwork.train.Epoch;
import brickwork.train.Trainer;
import brickwork.train.TrainingResult;
import brickwork.train.TrainingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** One training under one seed, and when statements about its epochs first held. */
final class SeedRun {

    private static final int NEVER = 0;

    private final Network network;
    private final Dataset dataset;
    private final List<Expectation.OfMetric> statements;
    private final int[] heldAfter;
    private final double[] heldWith;
    private final boolean thrifty;
    private final BooleanSupplier abandoned;
    private TrainingResult result;

    private SeedRun(Network network, Dataset dataset, List<Expectation.OfMetric> statements, boolean thrifty, BooleanSupplier abandoned) {
        this.network = network;
        this.dataset = dataset;
        this.statements = statements;
        this.heldAfter = new int[statements.size()];
        this.heldWith = new double[statements.size()];
        this.thrifty = thrifty;
        this.abandoned = abandoned;
    }

    /**
     * Trains.
     *
     * @param statements all statements about metrics that will be asked about, so that those about epochs are watched
     * @param thrifty    whether training may end where all of them speak of epochs and have held
     * @param abandoned  asked after each epoch whether nobody wants the result any more
     */
    static SeedRun train(Network network, Dataset dataset, List<Expectation.OfMetric> statements, boolean thrifty,
            BooleanSupplier abandoned, TrainingSettings settings) {
        var run = new SeedRun(network, dataset, statements, thrifty, abandoned);
        try {
            run.result = Trainer.train(network, dataset, settings.withObserver(run::watch));
            return run;
        } catch (BrokenFileException e) {
            throw new IllegalStateException("a training without a run folder met a broken file", e);
        }
    }

    Network network() {
        return network;
    }

    Dataset dataset() {
        return dataset;
    }

    TrainingResult result() {
        return result;
    }

    /** The number of epochs after which the statement first held, or 0. */
    int heldAfter(int statement) {
        return heldAfter[statement];
    }

    /** What was measured then. */
    double heldWith(int statement) {
        return heldWith[statement];
    }

    /** The value of the metric at the end. */
    OptionalDouble measured(Condition condition) {
        var metrics = result.report().metrics().get(condition.part());
        return metrics == null ? OptionalDouble.empty() : metrics.value(condition.expectation().metric());
    }

    private void watch(Epoch epoch) {
        for (var i = 0; i < heldAfter.length; i++) {
            var within = statements.get(i).withinEpochs();
            if (heldAfter[i] == NEVER && within.isPresent() && epoch.number() < within.getAsInt()) {
                var condition = Condition.of(statements.get(i), dataset);
                var measured = epoch.metric(condition.part(), statements.get(i).metric());
                if (measured.isPresent() && condition.holds(measured.getAsDouble())) {
                    heldAfter[i] = epoch.number() + 1;
                    heldWith[i] = measured.getAsDouble();
                }
            }
        }
        if (abandoned.getAsBoolean() || thrifty && Arrays.stream(heldAfter).allMatch(after -> after != NEVER)) {
            epoch.cancel();
        }
    }
}
