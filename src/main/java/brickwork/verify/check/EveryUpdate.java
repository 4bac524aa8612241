package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.RowSubset;
import brickwork.data.Samples;
import brickwork.engine.Engine;
import brickwork.engine.EngineState;
import brickwork.engine.StepResult;
import brickwork.engine.StepSettings;
import brickwork.train.Epoch;
import brickwork.train.TrainingResult;
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
 */
public final class EveryUpdate {

    private static final Tolerance SAME_RATE = new Tolerance.Relative(1e-12);

    private final Subject subject;
    private final Tolerance closeness;
    private final Samples rows;
    private final ReferenceNetwork reference;
    private final ReferenceSchedule schedule;
    private final ExpectedOrder order;
    private final int perEpoch;
    private EngineState before;
    private double lossOfEpoch;
    private double dataLossOfEpoch;
    private long steps;
    private String fault;

    private EveryUpdate(Subject subject, Tolerance closeness) {
        this.subject = subject;
        this.closeness = closeness;
        rows = subject.dataset().train();
        reference = new ReferenceNetwork(subject.network());
        schedule = new ReferenceSchedule(subject.network().learning().descent().optimizer(), subject.training().epochs());
        order = new ExpectedOrder(subject.network(), rows.count());
        perEpoch = subject.training().stepsPerEpoch(rows.count());
    }

    /** Trains so many epochs of those the network speaks of, and names the first update that differs. */
    public static Verdict equalsTheReference(Subject subject, int epochs, Tolerance closeness) {
        return new EveryUpdate(subject, closeness).verdict(Math.min(epochs, subject.training().epochs()));
    }

    private Verdict verdict(int epochs) {
        var watch = new WatchedEngine.Watch() {
            @Override
            public void before(Engine engine, int[] places, StepSettings settings) {
                before = fault == null ? engine.state() : null;
            }

            @Override
            public void after(Engine engine, int[] places, StepSettings settings, StepResult result) {
                if (fault == null) {
                    fault = compare(engine, places, settings, result).map(found -> place() + ": " + found).orElse(null);
                    steps++;
                }
            }
        };
        var watched = subject.with(
                (network, plan, kernels, threads) -> WatchedEngine.of(subject.engines().open(network, plan, kernels, threads), watch));
        var result = watched.train(epoch -> epochEnded(epoch, epochs));
        if (fault != null) {
            return new Verdict.Failed(fault);
        }
        if (result instanceof TrainingResult.Diverged diverged) {
            return new Verdict.Failed(diverged.message());
        }
        var expected = (long) epochs * perEpoch;
        if (steps != expected && subject.network().learning().stops().isEmpty()) {
            return new Verdict.Failed("training made " + steps + " updates where " + epochs + " epochs of " + perEpoch + " batches make "
                    + expected);
        }
        return new Verdict.Passed(steps + " updates equal the reference's " + closeness.text());
    }

    private String place() {
        return "step " + steps + " (epoch " + steps / perEpoch + ", batch " + steps % perEpoch + ")";
    }

    private Optional<String> compare(Engine engine, int[] places, StepSettings settings, StepResult result) {
        var network = subject.network();
        var expected = order.batch((int) (steps / perEpoch), (int) (steps % perEpoch));
        if (!Arrays.equals(places, expected)) {
            return Optional
                    .of("the batch takes the samples " + Arrays.toString(places) + ", the reference takes " + Arrays.toString(expected));
        }
        var rate = schedule.rate((int) (steps / perEpoch));
        var masks = new DropoutMasks(network, steps);
        var batch = new RowSubset(rows, places);
        var dataLoss = reference.dataLoss(before.parameters(), batch, masks);
        var penalty = reference.penalty(before.parameters());
        var share = places.length / (double) rows.count();
        lossOfEpoch += share * (dataLoss + penalty);
        dataLossOfEpoch += share * dataLoss;
        var update = reference.training(before.parameters(), before.memory(), steps);
        update.step(batch, rate, masks);
        var state = engine.state();
        var rates = new Comparison(SAME_RATE, network.precision(), "the schedule makes it").number("the rate", settings.rate, rate);
        var numbers = new Comparison(closeness, network.precision(), "the reference has")
                .number("the data loss of the batch", result.dataLoss(), dataLoss)
                .number("the penalty", result.penalty(), penalty)
                .parameters("", state.parameters(), update.parameters());
        for (var memory : state.memory()) {
            numbers.numbers(i -> Comparison.entry(memory, i) + " of the optimizer", memory.values(), update.memory(memory.name()));
        }
        return rates.text().or(numbers::text);
    }

    private void epochEnded(Epoch epoch, int epochs) {
        if (fault == null) {
            fault = new Comparison(closeness, subject.network().precision(), "the reference has")
                    .number("the loss of the history", epoch.row().loss(), lossOfEpoch)
                    .number("the data loss of the history", epoch.row().dataLoss(), dataLossOfEpoch).text()
                    .or(() -> new Comparison(SAME_RATE, subject.network().precision(), "the schedule makes it")
                            .number("the rate of the history", epoch.row().rate(), schedule.rate(epoch.number())).text())
                    .map(text -> "epoch " + epoch.number() + ": " + text).orElse(null);
        }
        lossOfEpoch = 0;
        dataLossOfEpoch = 0;
        if (schedule.watchesLoss() && fault == null) {
            var watched = subject.dataset().validation().orElse(rows);
            schedule.epochEnded(reference.dataLoss(epoch.parameters(), watched) + reference.penalty(epoch.parameters()));
        }
        if (fault != null || epoch.number() + 1 == epochs) {
            epoch.cancel();
        }
    }
}
