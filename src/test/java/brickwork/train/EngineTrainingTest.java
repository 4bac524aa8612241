package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.data.Dataset;
import brickwork.data.Samples;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Metric;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Origin;
import brickwork.store.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Training by the real engine: dropout, shuffled batches, a plateau and a best epoch to keep, resumed to the last bit. */
class EngineTrainingTest {

    private static final List<Optimizer.Rule> RULES = List.of(new Optimizer.Sgd(0, false), new Optimizer.Sgd(0.9, false),
            new Optimizer.Sgd(0.9, true), new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false), new Optimizer.Adam(0.8, 0.99, 1e-8, 0.05, true),
            new Optimizer.RmsProp(0.99, 1e-8), new Optimizer.AdaGrad(1e-10), new Optimizer.Rprop(0.5, 1.2, 1e-6, 50));

    private static final int EPOCHS = 14;

    @TempDir
    private Path temp;

    private static Layer layer(int number, int inputs, int units, Activation activation, double dropout, Initialization init) {
        return new Dense(number, Optional.empty(), inputs, units, activation, init, Bias.zeros(), false, dropout, Origin.NONE);
    }

    private static Specification network(Optimizer.Rule rule, Precision precision) {
        var layers = List.of(layer(1, 2, 9, new Activation.Tanh(), 0.25, new Initialization.Xavier()),
                layer(2, 9, 1, new Activation.Sigmoid(), 0, new Initialization.Xavier()));
        var loss = new Loss(List.of(new LossTerm(1, new LossTerm.BinaryCrossEntropy(), Origin.NONE)),
                List.of(new Penalty.L2(1e-3, Origin.NONE)));
        var optimizer = new Optimizer(rule, 0.05, new Schedule(2, new Schedule.Plateau(0.5, 1)), Origin.NONE);
        var learning = new Learning(new GradientDescent(optimizer, Optional.of(new Clip.Norm(0.2))),
                Optional.of(new Training(EPOCHS, new Training.Batch.Of(7), true, Origin.NONE)),
                List.of(new Training.Stop.Stalls(Metric.LOSS, 50, true, Origin.NONE)), OptionalInt.empty());
        return Specification.of(new FeedForward(layers, loss), learning).withSeed(3).withPrecision(precision);
    }

    private static Samples corners(int rows, int shift) {
        var inputs = new double[rows][2];
        var targets = new double[rows][1];
        for (var i = 0; i < rows; i++) {
            inputs[i][0] = (i + shift) % 5 / 2.0 - 1;
            inputs[i][1] = (i * 3 + shift) % 7 / 3.0 - 1;
            targets[i][0] = inputs[i][0] * inputs[i][1] > 0 ? 1 : 0;
        }
        return Dataset.of(inputs, targets).train();
    }

    private static final Dataset DATA = TestData.dataset(corners(40, 0), Optional.of(corners(11, 3)), Optional.empty());

    static Stream<Arguments> optimizersAndPrecisions() {
        return RULES.stream().flatMap(rule -> Stream.of(Precision.values()).map(precision -> Arguments.of(rule, precision)));
    }

    @ParameterizedTest
    @MethodSource("optimizersAndPrecisions")
    void anInterruptedTrainingEndsAsOneThatWasNot(Optimizer.Rule rule, Precision precision) throws IOException {
        var network = network(rule, precision);
        var whole = Trainer.train(network, DATA, TrainingSettings.standard());
        for (var cut : List.of(1, 6, EPOCHS - 1)) {
            var folder = temp.resolve("cut" + cut);
            Trainer.train(network, DATA, TrainingSettings.standard().withObserver(epoch -> {
                if (epoch.number() == cut - 1) {
                    epoch.cancel();
                }
            }), RunFolder.fresh(folder));

            var resumed = Trainer.train(network, DATA, TrainingSettings.standard(), RunFolder.resuming(folder));

            assertThat(resumed.report().fingerprint()).isEqualTo(whole.report().fingerprint());
            assertThat(resumed.report().history()).isEqualTo(whole.report().history()).hasSize(EPOCHS);
            assertThat(resumed.report().metrics()).isEqualTo(whole.report().metrics());
            assertThat(resumed.report().bestEpoch()).isEqualTo(whole.report().bestEpoch());
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void kernelsAndThreadsChangeNoBit(Precision precision) {
        var network = network(RULES.get(3), precision);
        var reports = KernelSets.available().flatMap(kernels -> Stream.of(1, 3).map(threads -> report(network, kernels, threads))).toList();

        assertThat(reports).hasSizeGreaterThan(1).allSatisfy(report -> {
            assertThat(report.fingerprint()).isEqualTo(reports.getFirst().fingerprint());
            assertThat(report.history()).isEqualTo(reports.getFirst().history());
        });
    }

    private static TrainingReport report(Specification network, KernelChoice kernels, int threads) {
        return Trainer.train(network, DATA, TrainingSettings.standard().withKernels(kernels).withThreads(threads)).report();
    }
}
