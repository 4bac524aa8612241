package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.Dataset;
import brickwork.engine.NonFinite;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Specification;
import brickwork.model.Training.Stop;
import brickwork.source.Origin;
import brickwork.store.RunFolder;
import brickwork.train.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop over a learner without layers, loss, gradients or engine: one prototype that moves towards the samples. */
class LearnerLoopTest {

    private static final Dataset DATA = Dataset.of(new double[][] {{1, 0}, {3, 2}, {2, 7}}, new double[][] {{0}, {0}, {0}});
    private static final TestNetwork NETWORK = TestNetwork.of(2, 1).epochs(30);

    @TempDir
    private Path temp;

    /** The mean distance of the samples to the prototype is its data loss, and its only metric. */
    private static final class Prototype implements Learner {

        private double[] place = {0, 0};
        private long steps;
        private long breaksAt = Long.MAX_VALUE;

        private double distance(int row) {
            var x = new double[2];
            DATA.train().input(row, x, 0);
            return Math.hypot(x[0] - place[0], x[1] - place[1]);
        }

        private double distance() {
            return (distance(0) + distance(1) + distance(2)) / 3;
        }

        @Override
        public Optional<Divergence> learn(int epoch, HistoryRecorder history) {
            var rate = Math.max(0.1, 1.0 / (epoch + 2));
            var sum = 0.0;
            var x = new double[2];
            for (var row = 0; row < 3; row++) {
                if (steps == breaksAt) {
                    var fault = new NonFinite(NonFinite.What.PARAMETER, 1, "prototype", 0, 1, Double.NaN, Origin.NONE);
                    return Optional.of(new Divergence(row, fault, "leave out what is not a number"));
                }
                sum += distance(row);
                DATA.train().input(row, x, 0);
                place[0] += rate * (x[0] - place[0]);
                place[1] += rate * (x[1] - place[1]);
                steps++;
            }
            history.add(sum / 3, sum / 3, Double.NaN, rate);
            return Optional.empty();
        }

        @Override
        public void reopenEpoch() {
            throw new AssertionError("nothing here is cancelled");
        }

        @Override
        public Optional<Divergence> divergence() {
            return Optional.empty();
        }

        @Override
        public long steps() {
            return steps;
        }

        @Override
        public OptionalDouble metric(DatasetPart part, Metric metric) {
            return part == DatasetPart.TRAIN && metric == Metric.DATA_LOSS ? OptionalDouble.of(distance()) : OptionalDouble.empty();
        }

        @Override
        public Map<DatasetPart, Metrics> metrics() {
            return Map.of(DatasetPart.TRAIN, new Metrics(Map.of(Metric.DATA_LOSS, distance())));
        }

        @Override
        public Parameters parameters() {
            return new Parameters(NETWORK.network().precision(), List.of(new Tensor("prototype", 1, 2, false, place.clone())));
        }

        @Override
        public void setParameters(Parameters parameters) {
            place = parameters.tensor("prototype").values().clone();
        }

        @Override
        public String fingerprint() {
            return Arrays.toString(place);
        }

        @Override
        public LearnerState state() {
            return new LearnerState(parameters(), List.of(), Map.of("presented", String.valueOf(steps)));
        }

        @Override
        public void restore(LearnerState state) {
            steps = Long.parseLong(state.note("presented"));
            setParameters(state.parameters());
        }
    }

    private static <E extends Exception> TrainingResult train(Specification network, Prototype prototype, Observer observer,
            Checkpoints<E> checkpoints) throws E {
        return new TrainingRun(network, DATA, TrainingSettings.standard().withObserver(observer), prototype).run(checkpoints);
    }

    @Test
    void keepsAHistoryAndReportsWhatTheLearnerMeasures() {
        var prototype = new Prototype();

        var result = train(NETWORK.network(), prototype, Observer.NONE, Checkpoints.NONE);

        assertThat(result).isInstanceOf(TrainingResult.Finished.class);
        assertThat(result.report().history()).hasSize(30);
        assertThat(result.report().history().getLast().loss()).isLessThan(result.report().history().getFirst().loss());
        assertThat(result.report().steps()).isEqualTo(90);
        assertThat(result.report().dataLoss()).isEqualTo(prototype.distance());
        assertThat(result.report().fingerprint()).isEqualTo(prototype.fingerprint());
        assertThat(result.report().lastUpdate()).isEmpty();
    }

    @Test
    void stopsEarlyAndReturnsToTheBestEpoch() {
        var distances = new ArrayList<Double>();
        var stopping = NETWORK.epochs(500).stops(new Stop.Stalls(Metric.DATA_LOSS, 3, true, Origin.NONE)).network();

        var result = (TrainingResult.Finished) train(stopping, new Prototype(),
                epoch -> distances.add(epoch.metric(DatasetPart.TRAIN, Metric.DATA_LOSS).orElseThrow()), Checkpoints.NONE);

        var best = distances.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(result.ending()).isInstanceOf(Ending.Stopped.class);
        assertThat(result.report().bestEpoch()).hasValue(distances.indexOf(best));
        assertThat(result.report().dataLoss()).isEqualTo(best);
    }

    @Test
    void goesOnFromWhatARunFolderKeeps() throws IOException {
        var whole = train(NETWORK.network(), new Prototype(), Observer.NONE, Checkpoints.NONE);
        train(NETWORK.network(), new Prototype(), epoch -> {
            if (epoch.number() == 10) {
                epoch.cancel();
            }
        }, RunFolder.fresh(temp));

        var resumed = train(NETWORK.network(), new Prototype(), Observer.NONE, RunFolder.resuming(temp));

        assertThat(resumed.report().notes()).containsExactly("resumed after epoch 11");
        assertThat(resumed.report().history()).isEqualTo(whole.report().history());
        assertThat(resumed.report().fingerprint()).isEqualTo(whole.report().fingerprint());
        assertThat(resumed.report().steps()).isEqualTo(90);
    }

    @Test
    void endsWhereTheLearnerMeetsWhatIsNoNumber() {
        var prototype = new Prototype();
        prototype.breaksAt = 7;

        var diverged = (TrainingResult.Diverged) train(NETWORK.network(), prototype, Observer.NONE, Checkpoints.NONE);

        assertThat(diverged.epoch()).isEqualTo(2);
        assertThat(diverged.batch()).isOne();
        assertThat(diverged.cure()).isEqualTo("leave out what is not a number");
        assertThat(diverged.report().history()).hasSize(2);
    }

    @Test
    void whatWritingThrowsComesThrough() {
        assertThatThrownBy(() -> train(NETWORK.network(), new Prototype(), Observer.NONE, _ -> _ -> {
            throw new IOException("the disk is full");
        })).isInstanceOf(IOException.class).hasMessage("the disk is full");
    }
}
