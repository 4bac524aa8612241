package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.engine.Evaluator;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a training tells of its last update, and that nothing it tells is older than its parameters. */
class LastUpdateTest {

    private static final TestNetwork PLAIN = TestNetwork.of(2, 1).batch(new Training.Batch.Of(4), false);

    private final ToyTraining toy = new ToyTraining();

    /** Asks for the last update of every epoch. */
    private static final class Watching implements Observer {

        private final List<List<LayerUpdate>> updates = new ArrayList<>();
        private final List<double[]> weights = new ArrayList<>();
        private int cancelAfter = Integer.MAX_VALUE;

        @Override
        public void epochEnded(Epoch epoch) {
            updates.add(epoch.lastUpdate());
            weights.add(epoch.parameters().tensor("layer1.weight").values());
            if (epoch.number() == cancelAfter) {
                epoch.cancel();
            }
        }

        @Override
        public boolean watchesUpdates() {
            return true;
        }
    }

    @Test
    void isThatOfTheLastBatchOfTheLastEpoch() throws IOException {
        var longer = toy.finish(PLAIN.epochs(3));
        var last = longer.report().lastUpdate();
        assertThat(last).hasSize(1);
        assertThat(last.getFirst().layer()).isOne();

        var watching = new Watching();
        toy.train(PLAIN.epochs(3), watching);
        assertThat(watching.updates.getLast()).isEqualTo(last);
        assertThat(watching.updates).doesNotHaveDuplicates().allSatisfy(update -> assertThat(update).hasSize(1));
    }

    @Test
    void isTheDistanceTheWeightsWentAndHowLongTheyWere() throws IOException {
        var network = TestNetwork.of(2, 1).batch(new Training.Batch.Full(), false);
        var watching = new Watching();
        var update = toy.train(network.epochs(3), watching).report().lastUpdate().getFirst();
        var before = watching.weights.get(1);
        var after = watching.weights.get(2);
        assertThat(update.weights()).isCloseTo(Math.hypot(before[0], before[1]), within(1e-12));
        assertThat(update.change()).isPositive().isCloseTo(Math.hypot(after[0] - before[0], after[1] - before[1]), within(1e-12));
        assertThat(update.ratio()).isEqualTo(update.change() / update.weights());
        assertThat(new LayerUpdate(1, 0, 0).ratio()).isZero();
        assertThat(new LayerUpdate(1, 1, 0).ratio()).isInfinite();
    }

    @Test
    void isNotToldWhereTrainingWasCancelledOrDiverged() throws IOException {
        var watching = new Watching();
        watching.cancelAfter = 1;
        assertThat(toy.train(PLAIN.epochs(5), watching).report().lastUpdate()).isEmpty();

        toy.engine = new ToyEngine(PLAIN.network());
        toy.engine.failingUpdate = 7;
        assertThat(toy.trainOn(PLAIN.epochs(5), new Watching()).report().lastUpdate()).isEmpty();
    }

    /** The observer had the loss of epoch 1 evaluated; one more update was made after it. */
    @Test
    void theLossOfADivergedTrainingIsThatOfItsParameters() throws IOException {
        var seen = new ArrayList<Double>();
        toy.engine = new ToyEngine(PLAIN.network());
        toy.engine.failingUpdate = 7;
        var diverged = toy.trainOn(PLAIN.epochs(5), epoch -> seen.add(epoch.metric(DatasetPart.TRAIN, Metric.LOSS).orElseThrow()));
        assertThat(diverged).isInstanceOf(TrainingResult.Diverged.class);
        assertThat(seen).hasSize(2);
        assertThat(diverged.report().loss()).isLessThan(seen.getLast())
                .isCloseTo(toy.engine.evaluate(toy.engine.bind(toy.data.dataset().train()), Evaluator.Outputs.NONE) + toy.engine.penalty(),
                        within(1e-12));
    }
}
