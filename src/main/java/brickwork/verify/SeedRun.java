package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.engine.Parameters;
import brickwork.model.Expectation;
import brickwork.model.HealthMetric;
import brickwork.model.Specification;
import brickwork.train.Epoch;
import brickwork.train.Observer;
import brickwork.train.Trainer;
import brickwork.train.TrainingResult;
import brickwork.train.TrainingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** One training under one seed, and when statements about its epochs first held. */
final class SeedRun implements Observer {

    private static final int NEVER = 0;

    private final Specification network;
    private final Dataset dataset;
    private final List<Expectation.Measured> statements;
    private final int[] heldAfter;
    private final double[] heldWith;
    private final String[] heldAs;
    private final Moments moments;
    private final boolean thrifty;
    private final BooleanSupplier abandoned;
    private Parameters present;
    private TrainingResult result;

    private SeedRun(Specification network, Dataset dataset, List<Expectation.Measured> statements, boolean thrifty,
            BooleanSupplier abandoned,
            TrainingSettings settings) {
        this.network = network;
        this.dataset = dataset;
        this.statements = statements;
        this.heldAfter = new int[statements.size()];
        this.heldWith = new double[statements.size()];
        this.heldAs = new String[statements.size()];
        this.moments = new Moments(network, dataset, settings);
        this.thrifty = thrifty;
        this.abandoned = abandoned;
    }

    /**
     * Trains.
     *
     * @param statements all statements about metrics and figures of health that will be asked about, so that those about epochs are watched
     * @param thrifty    whether training may end where all of them speak of epochs and have held
     * @param abandoned  asked after each epoch whether nobody wants the result any more
     */
    static SeedRun train(Specification network, Dataset dataset, List<Expectation.Measured> statements, boolean thrifty,
            BooleanSupplier abandoned, TrainingSettings settings) {
        var run = new SeedRun(network, dataset, statements, thrifty, abandoned, settings);
        run.result = Trainer.train(network, dataset, settings.withObserver(run));
        return run;
    }

    Specification network() {
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

    /** What was measured of a figure of health then, in words. */
    String heldAs(int statement) {
        return heldAs[statement];
    }

    /** The value of the metric at the end. */
    OptionalDouble measured(Condition condition) {
        var metrics = result.report().metrics().get(condition.part());
        return metrics == null ? OptionalDouble.empty() : metrics.value(condition.expectation().metric());
    }

    /** The figure of health at the end. */
    Readings readings(Expectation.OfHealth statement) {
        return Readings.of(statement, moments, () -> moments.at(result.parameters(), Readings.part(statement)),
                result.report().lastUpdate());
    }

    Moments moments() {
        return moments;
    }

    @Override
    public boolean watchesUpdates() {
        return statements.stream().anyMatch(s -> s instanceof Expectation.OfHealth health
                && health.figure() == HealthMetric.UPDATE_RATIO && health.withinEpochs().isPresent());
    }

    @Override
    public void epochEnded(Epoch epoch) {
        for (var i = 0; i < heldAfter.length; i++) {
            var within = statements.get(i).withinEpochs();
            if (heldAfter[i] == NEVER && within.isPresent() && epoch.number() < within.getAsInt()) {
                switch (statements.get(i)) {
                    case Expectation.OfMetric metric -> look(i, metric, epoch);
                    case Expectation.OfHealth health -> look(i, health, epoch);
                }
            }
        }
        present = null;
        if (abandoned.getAsBoolean() || thrifty && Arrays.stream(heldAfter).allMatch(after -> after != NEVER)) {
            epoch.cancel();
        }
    }

    private void look(int i, Expectation.OfMetric statement, Epoch epoch) {
        var condition = Condition.of(statement, dataset);
        var measured = epoch.metric(condition.part(), statement.metric());
        if (measured.isPresent() && condition.holds(measured.getAsDouble())) {
            heldAfter[i] = epoch.number() + 1;
            heldWith[i] = measured.getAsDouble();
        }
    }

    private void look(int i, Expectation.OfHealth statement, Epoch epoch) {
        var part = Readings.part(statement);
        if (dataset.part(part).isEmpty()) {
            return;
        }
        if (present == null) {
            present = epoch.parameters();
        }
        var readings = Readings.of(statement, moments, () -> moments.at(present, part), epoch.lastUpdate());
        if (!readings.all().isEmpty() && readings.hold()) {
            heldAfter[i] = epoch.number() + 1;
            heldAs[i] = readings.measured("was");
        }
    }
}
