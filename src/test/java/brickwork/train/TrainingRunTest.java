package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.engine.Evaluator;
import brickwork.engine.StepSettings;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.model.Schedule;
import brickwork.model.Training;
import brickwork.model.Training.Stop;
import brickwork.source.Origin;
import brickwork.train.metric.Metrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingRunTest {

    private static final TestNetwork NETWORK = TestNetwork.of(2, 1);
    private static final TestNetwork PLAIN = NETWORK.batch(new Training.Batch.Full(), false);
    private static final int ROWS = 10;

    private final ToyTraining toy = new ToyTraining();

    @Test
    void takesAllSamplesInOrderAndASmallerLastBatch() throws IOException {
        var report = toy.finish(NETWORK.epochs(2).batch(new Training.Batch.Of(4), false)).report();

        assertThat(toy.engine.steps)
                .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9), List.of(0, 1, 2, 3), List.of(4, 5, 6, 7),
                        List.of(8, 9));
        assertThat(report.steps()).isEqualTo(6);
        assertThat(report.epochs()).isEqualTo(2);
    }

    @Test
    void takesAllAtOnceWhereTheBatchIsFullOrLarger() throws IOException {
        for (var batch : List.of(new Training.Batch.Full(), new Training.Batch.Of(32))) {
            toy.finish(NETWORK.epochs(1).batch(batch, false));
            assertThat(toy.engine.steps).containsExactly(IntStream.range(0, ROWS).boxed().toList());
        }
    }

    @Test
    void shufflesAnewEachEpochByTheSeedAlone() throws IOException {
        var orders = new ArrayList<List<Integer>>();
        for (var seed : List.of(1, 1, 2)) {
            toy.finish(NETWORK.epochs(3).batch(new Training.Batch.Of(6), true).seed(seed));
            orders.add(toy.engine.steps.stream().flatMap(List::stream).toList());
        }

        for (var epoch = 0; epoch < 3; epoch++) {
            assertThat(orders.getFirst().subList(epoch * ROWS, (epoch + 1) * ROWS))
                    .containsExactlyInAnyOrder(IntStream.range(0, ROWS).boxed().toArray(Integer[]::new));
        }
        assertThat(orders.getFirst().subList(0, ROWS)).isNotEqualTo(orders.getFirst().subList(ROWS, 2 * ROWS));
        assertThat(orders.get(0)).isEqualTo(orders.get(1)).isNotEqualTo(orders.get(2));
    }

    @Test
    void theBatchSizeDoesNotChangeTheOrder() throws IOException {
        toy.finish(NETWORK.batch(new Training.Batch.Of(7), true).epochs(1));
        var sevens = toy.engine.steps.stream().flatMap(List::stream).toList();
        toy.finish(NETWORK.batch(new Training.Batch.Of(3), true).epochs(1));

        assertThat(toy.engine.steps.stream().flatMap(List::stream).toList()).isEqualTo(sevens)
                .isNotEqualTo(IntStream.range(0, ROWS).boxed().toList());
    }

    @Test
    void doesNotShuffleWhereOneBatchTakesAll() throws IOException {
        toy.finish(NETWORK.batch(new Training.Batch.Of(ROWS), true).epochs(1));

        assertThat(toy.engine.steps).containsExactly(IntStream.range(0, ROWS).boxed().toList());
    }

    @Test
    void theFirstRowOfAFullBatchRunIsTheInitialLossExactly() throws IOException {
        var initial = new ToyEngine(PLAIN.network());
        initial.setParameters(TestData.initial(PLAIN.network()));
        var loss = initial.evaluate(initial.bind(toy.data.dataset().train()), Evaluator.Outputs.NONE);

        assertThat(toy.finish(PLAIN).report().history().getFirst().dataLoss()).isEqualTo(loss, within(1e-15));
        assertThat(toy.finish(PLAIN).report().history().getFirst())
                .isEqualTo(new HistoryRow(0, toy.engine.firstLoss + 0.25, toy.engine.firstLoss, Double.NaN, 0.1));
    }

    @Test
    void aRowIsTheMeanOfTheBatchLossesWeightedBySize() throws IOException {
        var network = NETWORK.epochs(1).batch(new Training.Batch.Of(4), false);
        var alone = new ToyEngine(network.network());
        alone.setParameters(TestData.initial(network.network()));
        var bound = alone.bind(toy.data.dataset().train());
        var step = new StepSettings();
        step.rate = 0.1;
        var order = IntStream.range(0, ROWS).toArray();
        var sum = 0.0;
        for (var from = 0; from < ROWS; from += 4) {
            var count = Math.min(4, ROWS - from);
            sum += count * alone.step(bound, order, from, count, step).dataLoss();
        }

        var row = toy.finish(network).report().history().getFirst();

        assertThat(row.dataLoss()).isEqualTo(sum / ROWS, within(1e-15));
        assertThat(row.loss()).isEqualTo(sum / ROWS + 0.25, within(1e-15));
    }

    @Test
    void accuracyInARowIsThatOfTheForwardPassesWhereThereAreClasses() throws IOException {
        toy.data = new TestData(TestData.dataset(TestData.samples(new double[][] {{1, 0}, {0, 1}, {9, 0}}, new double[][] {{1}, {0}, {1}}),
                Optional.empty(), Optional.empty()));

        var history = toy.finish(PLAIN.epochs(1)).report().history();

        assertThat(history.getFirst().accuracy()).isEqualTo(2 / 3.0);
    }

    @Test
    void theRateIsFixedInsideAnEpoch() throws IOException {
        var halving = TestNetwork.sgd(0.1, new Schedule(0, new Schedule.Step(0.5, 1)));

        var report = toy.finish(NETWORK.epochs(2).batch(new Training.Batch.Of(6), false).optimizer(halving)).report();

        assertThat(toy.engine.rates).containsExactly(0.1, 0.1, 0.05, 0.05);
        assertThat(report.history()).extracting(HistoryRow::rate).containsExactly(0.1, 0.05);
    }

    @Test
    void plateauWatchesTheLossOverTheValidationPart() throws IOException {
        toy.data = TestData.lineAndValidation(ROWS);
        var plateau = TestNetwork.sgd(0.1, new Schedule(0, new Schedule.Plateau(0.5, 2)));
        var losses = new ArrayList<Double>();

        var report = ((TrainingResult.Finished) toy.train(PLAIN.epochs(12).optimizer(plateau),
                epoch -> losses.add(epoch.metric(DatasetPart.VALIDATION, Metric.LOSS).orElseThrow()))).report();

        var expected = new RateSchedule(plateau, 12);
        for (var e = 0; e < 12; e++) {
            assertThat(report.history().get(e).rate()).isEqualTo(expected.rate(e));
            expected.observe(losses.get(e));
        }
        assertThat(report.history().getLast().rate()).isLessThan(0.1);
    }

    @Test
    void evaluatesNothingThatNobodyAsksFor() throws IOException {
        toy.finish(PLAIN.epochs(50));

        assertThat(toy.engine.evaluations).as("the final report").isEqualTo(1);
    }

    @Test
    void evaluatesAPartOnceAnEpochWhoeverAsks() throws IOException {
        toy.train(PLAIN.epochs(50).stops(new Stop.When(Metric.LOSS, Relation.LESS, 0, 1, Origin.NONE),
                new Stop.Stalls(Metric.DATA_LOSS, 100, false, Origin.NONE)), epoch -> epoch.metric(DatasetPart.TRAIN, Metric.LOSS));

        assertThat(toy.engine.evaluations).isEqualTo(50 + 1);
    }

    @Test
    void reportsEveryPartWithTheFinalParameters() throws IOException {
        toy.data = TestData.lineAndValidation(ROWS);

        var report = toy.finish(PLAIN).report();

        assertThat(report.metrics().keySet()).containsExactly(DatasetPart.TRAIN, DatasetPart.VALIDATION, DatasetPart.TEST);
        for (var part : DatasetPart.values()) {
            assertThat(report.metrics().get(part)).isEqualTo(Metrics.evaluate(toy.engine, toy.data.dataset().part(part).orElseThrow()));
        }
        assertThat(report.loss()).isEqualTo(report.dataLoss() + report.penalty());
        assertThat(report.accuracy()).isEqualTo(OptionalDouble.empty());
        assertThat(report.fingerprint()).isEqualTo(toy.engine.fingerprint());
        assertThat(report.seconds()).isPositive();
    }

    @Test
    void saysSoWhereCheckpointsAreWantedAndNoFolderIsNamed() throws IOException {
        assertThat(toy.finish(PLAIN.checkpointEvery(5)).report().notes())
                .containsExactly("no run folder is named, so `checkpoint every 5 epochs` writes nothing");
        assertThat(toy.finish(PLAIN).report().notes()).isEmpty();
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> TrainingSettings.standard().withThreads(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
