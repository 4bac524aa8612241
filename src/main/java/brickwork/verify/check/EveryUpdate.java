package brickwork.verify.check;

import brickwork.data.RowSubset;
import brickwork.data.Samples;
import brickwork.engine.Engine;
import brickwork.engine.EngineState;
import brickwork.engine.StepResult;
import brickwork.engine.StepSettings;
import brickwork.model.Precision;
import brickwork.model.Training;
import brickwork.train.Epoch;
import brickwork.train.TrainingResult;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;
import brickwork.verify.reference.ReferenceSchedule;
import brickwork.verify.trace.DropoutMasks;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every update of a training equals the reference's. The reference says by itself which samples each batch takes, the rate of each epoch,
 * what dropout drops, what the batch's loss is and where the update leads from where the engine stood, the optimizer's memory included.
 * The losses of the history are checked against those batches, each weighted by its size.
 *
 * @param epochs    how many epochs are trained, at most those of the specification
 * @param tolerance how far off the reference numbers may be; rates agree to a relative 1e-12
 */
public record EveryUpdate(int epochs, Tolerance tolerance) implements Check {

    /** Of the whole training. */
    public EveryUpdate(Tolerance tolerance) {
        this(Integer.MAX_VALUE, tolerance);
    }

    @Override
    public String sentence() {
        return "every update of the " + (epochs == Integer.MAX_VALUE ? "training" : "first " + NumberVerdicts.epochs(epochs))
                + " equals the reference's " + tolerance.text();
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(training -> new Replayed(trial, training, tolerance).judge(Math.min(epochs, training.epochs())));
    }

    /** A training, update by update beside the reference. */
    private static final class Replayed implements WatchedEngine.Watch {

        private static final Tolerance SAME_RATE = new Tolerance.Relative(1e-12);

        private final Trial trial;
        private final Tolerance tolerance;
        private final Precision precision;
        private final Samples rows;
        private final ReferenceNetwork reference;
        private final ReferenceSchedule schedule;
        private final ExpectedOrder order;
        private final int perEpoch;
        private EngineState before;
        private double lossOfEpoch;
        private double dataLossOfEpoch;
        private long steps;
        private Evidence fault;

        Replayed(Trial trial, Training training, Tolerance tolerance) {
            this.trial = trial;
            this.tolerance = tolerance;
            precision = trial.specification().precision();
            rows = trial.dataset().train();
            reference = new ReferenceNetwork(trial.specification());
            schedule = new ReferenceSchedule(trial.specification().learning().descent().optimizer(), training.epochs());
            order = new ExpectedOrder(trial.specification(), rows.count());
            perEpoch = training.stepsPerEpoch(rows.count());
        }

        Verdict judge(int epochs) {
            var result = WatchedEngine.watched(trial, this).train(epoch -> epochEnded(epoch, epochs));
            if (fault != null) {
                return new Verdict.Failed(fault);
            }
            if (result instanceof TrainingResult.Diverged diverged) {
                return Trial.diverged(diverged);
            }
            var expected = (long) epochs * perEpoch;
            if (steps != expected && trial.specification().learning().stops().isEmpty()) {
                return new Verdict.Failed(
                        Evidence.of("training made {steps} updates where {epochs} epochs of {batches} batches make {expected}")
                                .with("steps", steps).with("epochs", epochs).with("batches", perEpoch).with("expected", expected));
            }
            return new Verdict.Passed(Evidence.of("{steps} updates equal the reference's {tolerance}").with("steps", steps)
                    .with("tolerance", tolerance.text()));
        }

        @Override
        public void before(Engine engine, int[] places, StepSettings settings) {
            before = fault == null ? engine.state() : null;
        }

        @Override
        public void after(Engine engine, int[] places, StepSettings settings, StepResult result) {
            if (fault == null) {
                fault = compare(engine, places, settings, result).map(found -> found.in(place(), ": ")).orElse(null);
                steps++;
            }
        }

        private String place() {
            return "step " + steps + " (epoch " + steps / perEpoch + ", batch " + steps % perEpoch + ")";
        }

        private Optional<Evidence> compare(Engine engine, int[] places, StepSettings settings, StepResult result) {
            var expected = order.batch((int) (steps / perEpoch), (int) (steps % perEpoch));
            if (!Arrays.equals(places, expected)) {
                return Optional.of(Evidence.of("the batch takes the samples {taken}, the reference takes {expected}")
                        .with("taken", Arrays.toString(places)).with("expected", Arrays.toString(expected)));
            }
            var rate = schedule.rate((int) (steps / perEpoch));
            var masks = new DropoutMasks(trial.specification(), steps);
            var batch = new RowSubset(rows, places);
            var dataLoss = reference.dataLoss(before.parameters(), batch, masks);
            var penalty = reference.penalty(before.parameters());
            var share = places.length / (double) rows.count();
            lossOfEpoch += share * (dataLoss + penalty);
            dataLossOfEpoch += share * dataLoss;
            var update = reference.training(before.parameters(), before.memory(), steps);
            update.step(batch, rate, masks);
            var state = engine.state();
            var rates = Comparison.with("the schedule makes it", SAME_RATE, precision).number("the rate", settings.rate, rate);
            var numbers = Comparison.with("the reference has", tolerance, precision)
                    .number("the data loss of the batch", result.dataLoss(), dataLoss)
                    .number("the penalty", result.penalty(), penalty)
                    .parameters("", state.parameters(), update.parameters());
            for (var memory : state.memory()) {
                numbers.numbers(i -> Comparison.entry(memory, i) + " of the optimizer", memory.values(), update.memory(memory.name()));
            }
            return rates.mismatch().or(numbers::mismatch);
        }

        private void epochEnded(Epoch epoch, int epochs) {
            if (fault == null) {
                fault = Comparison.with("the reference has", tolerance, precision)
                        .number("the loss of the history", epoch.row().loss(), lossOfEpoch)
                        .number("the data loss of the history", epoch.row().dataLoss(), dataLossOfEpoch).mismatch()
                        .or(() -> Comparison.with("the schedule makes it", SAME_RATE, precision)
                                .number("the rate of the history", epoch.row().rate(), schedule.rate(epoch.number())).mismatch())
                        .map(found -> found.in("epoch " + epoch.number(), ": ")).orElse(null);
            }
            lossOfEpoch = 0;
            dataLossOfEpoch = 0;
            if (schedule.watchesLoss() && fault == null) {
                var watched = trial.dataset().validation().orElse(rows);
                schedule.epochEnded(reference.dataLoss(epoch.parameters(), watched) + reference.penalty(epoch.parameters()));
            }
            if (fault != null || epoch.number() + 1 == epochs) {
                epoch.cancel();
            }
        }
    }
}
