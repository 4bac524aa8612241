package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.engine.Cancellation;
import brickwork.engine.NonFinite;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.model.Schedule;
import brickwork.model.Training;
import brickwork.model.Training.Stop;
import brickwork.source.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a training ends: by its epochs, its stops, its observer, or a number that is not finite. */
class TrainingEndTest {

    private static final TestNetwork NETWORK = TestNetwork.of(2, 1);
    private static final TestNetwork PLAIN = NETWORK.batch(new Training.Batch.Full(), false);
    private static final int ROWS = 10;

    private final ToyTraining toy = new ToyTraining();

    @Test
    void stopsWhenTheMetricOfAnEpochHolds() throws IOException {
        var stop = new Stop.When(Metric.DATA_LOSS, Relation.LESS, 0.1, 1, Origin.NONE);

        var finished = toy.finish(PLAIN.epochs(1000).stops(stop));

        assertThat(finished.ending()).isEqualTo(new Ending.Stopped(stop));
        assertThat(finished.report().dataLoss()).isLessThan(0.1);
        var before = toy.finish(PLAIN.epochs(finished.report().epochs() - 1).stops(stop));
        assertThat(before.ending()).isEqualTo(new Ending.AllEpochs());
        assertThat(before.report().dataLoss()).isGreaterThanOrEqualTo(0.1);
    }

    @Test
    void keepBestReturnsToTheEpochThatDidBestOnValidation() throws IOException {
        toy.data = TestData.lineAndValidation(ROWS);
        var losses = new ArrayList<Double>();
        var parameters = new ArrayList<double[]>();

        var finished = (TrainingResult.Finished) toy.train(PLAIN.epochs(500).stops(new Stop.Stalls(Metric.LOSS, 5, true, Origin.NONE)),
                epoch -> {
                    losses.add(epoch.metric(DatasetPart.VALIDATION, Metric.LOSS).orElseThrow());
                    parameters.add(epoch.parameters().tensor("layer1.weight").values());
                });

        var best = IntStream.range(0, losses.size()).reduce(0, (a, b) -> losses.get(b) < losses.get(a) ? b : a);
        assertThat(finished.report().epochs()).isEqualTo(best + 1 + 5).isLessThan(500);
        assertThat(finished.report().bestEpoch()).hasValue(best);
        assertThat(finished.parameters().tensor("layer1.weight").values()).isEqualTo(parameters.get(best));
        assertThat(finished.report().metrics().get(DatasetPart.VALIDATION).value(Metric.LOSS)).hasValue(losses.get(best));
    }

    @Test
    void keepBestReturnsToTheBestEpochAlsoWhereAllEpochsWereTrained() throws IOException {
        toy.data = TestData.lineAndValidation(ROWS);

        var finished = toy.finish(PLAIN.epochs(50).stops(new Stop.Stalls(Metric.LOSS, 400, true, Origin.NONE)));

        assertThat(finished.ending()).isEqualTo(new Ending.AllEpochs());
        assertThat(finished.report().bestEpoch().orElseThrow()).isLessThan(49);
        assertThat(finished.report().epochs()).isEqualTo(50);
    }

    @Test
    void withoutKeepBestTheLastEpochCounts() throws IOException {
        toy.data = TestData.lineAndValidation(ROWS);

        var finished = toy.finish(PLAIN.epochs(500).stops(new Stop.Stalls(Metric.LOSS, 5, false, Origin.NONE)));

        assertThat(finished.report().bestEpoch()).isEmpty();
        assertThat(finished.parameters().tensor("layer1.weight").values())
                .isEqualTo(toy.engine.parameters().tensor("layer1.weight").values());
    }

    @Test
    void aStepThatMeetsNoFiniteNumberEndsTrainingWithWhatWasThereBeforeIt() throws IOException {
        var network = NETWORK.epochs(5).batch(new Training.Batch.Of(4), false);
        toy.engine = new ToyEngine(network.network());
        toy.engine.failingUpdate = 7;

        var diverged = (TrainingResult.Diverged) toy.trainOn(network, Observer.NONE);

        assertThat(diverged.epoch()).isEqualTo(2);
        assertThat(diverged.batch()).isEqualTo(1);
        assertThat(diverged.message())
                .isEqualTo("training diverged in epoch 2, batch 1: the gradient of layer1.weight[0, 1] is beyond what f64 holds");
        assertThat(diverged.parameters().tensor("layer1.weight").values())
                .isEqualTo(toy.engine.parameters().tensor("layer1.weight").values());
        assertThat(diverged.report().epochs()).isEqualTo(2);
        assertThat(diverged.report().steps()).isEqualTo(7);
        assertThat(diverged.report().history()).hasSize(2);
        assertThat(diverged.report().loss()).isFinite();
    }

    @Test
    void aLossThatTheLastUpdateMadeInfiniteIsDivergenceToo() throws IOException {
        var diverged = (TrainingResult.Diverged) toy.train(PLAIN.epochs(1).optimizer(TestNetwork.sgd(1e200, Schedule.constant())),
                Observer.NONE);

        assertThat(diverged.fault().what()).isEqualTo(NonFinite.What.LOSS);
        assertThat(diverged.message()).isEqualTo("training diverged in epoch 0, batch 0: the loss is beyond what f64 holds");
        assertThat(diverged.cure()).startsWith("lower the rate (it is 1e200; `sgd rate 0.01` is usual)");
        assertThat(diverged.report().epochs()).isEqualTo(1);
        assertThat(diverged.report().loss()).isInfinite();
    }

    @Test
    void anObserverSeesEveryEpochAndMayEndTraining() throws IOException {
        var seen = new ArrayList<HistoryRow>();

        var result = toy.train(PLAIN.epochs(100), epoch -> {
            seen.add(epoch.row());
            assertThat(epoch.number()).isEqualTo(epoch.row().epoch());
            assertThat(epoch.epochs()).isEqualTo(100);
            assertThat(epoch.steps()).isEqualTo(epoch.number() + 1);
            assertThat(epoch.metric(DatasetPart.TEST, Metric.LOSS)).isEmpty();
            assertThat(epoch.metric(DatasetPart.TRAIN, Metric.ACCURACY)).isEmpty();
            if (epoch.number() == 3) {
                epoch.cancel();
            }
        });

        assertThat(((TrainingResult.Finished) result).ending()).isEqualTo(new Ending.Cancelled(Cancellation.Reason.REQUESTED));
        assertThat(seen).hasSize(4).isEqualTo(result.report().history());
    }
}
