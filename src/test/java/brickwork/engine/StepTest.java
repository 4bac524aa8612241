package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import brickwork.random.Philox;
import brickwork.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Training steps against {@link PlainNetwork}: whatever a spec can say, on shapes around the lane counts, the last batch smaller. */
class StepTest {

    private static final double RATE = 0.05;

    static Stream<NetworkBuilder> activations() {
        return Stream.of(new Activation.Linear(), new Activation.Sigmoid(), new Activation.Tanh(), new Activation.Relu(),
                new Activation.LeakyRelu(0.1), new Activation.LeakyRelu(-0.2), new Activation.Elu(0.7), new Activation.Elu(-0.5),
                new Activation.Selu(), new Activation.Gelu(), new Activation.Silu(), new Activation.Softplus())
                .flatMap(f -> Stream.of(
                        NetworkBuilder.of(3).layer(5, f).layer(2, new Activation.Linear()).loss(1, new LossTerm.MeanSquaredError()),
                        NetworkBuilder.of(4).layer(2, f).loss(1, new LossTerm.SumSquaredError())));
    }

    static Stream<NetworkBuilder> losses() {
        var sigmoid = new Activation.Sigmoid();
        var softmax = new Activation.Softmax();
        var tanh = new Activation.Tanh();
        return Stream.of(
                NetworkBuilder.of(3).layer(4, tanh).layer(2, tanh).loss(0.5, new LossTerm.SumSquaredError()),
                NetworkBuilder.of(3).layer(4, tanh).layer(2, tanh).loss(2, new LossTerm.MeanAbsoluteError()),
                NetworkBuilder.of(3).layer(4, tanh).layer(2, tanh).loss(1, new LossTerm.Huber(0.3)),
                NetworkBuilder.of(3).layer(4, tanh).layer(1, sigmoid).loss(1, new LossTerm.BinaryCrossEntropy()),
                NetworkBuilder.of(3).layer(4, tanh).layer(3, sigmoid).loss(0.5, new LossTerm.SumSquaredError())
                        .loss(2, new LossTerm.BinaryCrossEntropy()).loss(-0.1, new LossTerm.MeanAbsoluteError()),
                NetworkBuilder.of(3).layer(4, tanh).layer(3, softmax).loss(1, new LossTerm.CrossEntropy()),
                NetworkBuilder.of(3).layer(4, tanh).layer(3, softmax).loss(1, new LossTerm.MeanSquaredError()),
                NetworkBuilder.of(3).layer(4, tanh).layer(5, softmax).loss(0.3, new LossTerm.CrossEntropy())
                        .loss(0.2, new LossTerm.CrossEntropy())
                        .loss(1, new LossTerm.Huber(0.2)),
                NetworkBuilder.of(3).layer(4, tanh).layer(1, softmax).loss(1, new LossTerm.CrossEntropy()),
                NetworkBuilder.of(3).layer(4, tanh).layer(2, tanh).loss(1, new LossTerm.MeanSquaredError()).l1(0.01),
                NetworkBuilder.of(3).layer(4, tanh).layer(2, tanh).loss(1, new LossTerm.MeanSquaredError()).l2(0.1).l1(0.02).l2(0.01));
    }

    static Stream<NetworkBuilder> optimizers() {
        return Stream.of(new Optimizer.Sgd(0, false), new Optimizer.Sgd(0.9, false), new Optimizer.Sgd(0.8, true),
                new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false), new Optimizer.Adam(0.8, 0.95, 1e-6, 0.05, true),
                new Optimizer.Adam(0, 0, 1e-3, 0, false), new Optimizer.RmsProp(0.9, 1e-8), new Optimizer.AdaGrad(1e-10),
                new Optimizer.Rprop(0.5, 1.2, 1e-6, 50), new Optimizer.Rprop(0.3, 1.5, 0.01, 0.06))
                .flatMap(rule -> Stream.of(small().rule(rule), small().rule(rule).clip(new Clip.Norm(0.05)),
                        small().rule(rule).clip(new Clip.Norm(1e6)), small().rule(rule).clip(new Clip.Value(0.01))));
    }

    private static NetworkBuilder small() {
        return NetworkBuilder.of(3).layer(7, new Activation.Tanh()).layer(2, new Activation.Sigmoid())
                .loss(1, new LossTerm.BinaryCrossEntropy())
                .l2(0.01);
    }

    static Stream<NetworkBuilder> biasesAndFrozenLayers() {
        var none = new Bias.None();
        var fixed = new Bias.Present(new Initialization.Constant(0.3), true);
        var trained = Bias.zeros();
        var tanh = new Activation.Tanh();
        return Stream.of(none, fixed, trained).flatMap(bias -> Stream.of(
                NetworkBuilder.of(3).layer(4, tanh, bias, false, 0).layer(3, tanh, bias, false, 0).layer(2, tanh, bias, true, 0),
                NetworkBuilder.of(3).layer(4, tanh, bias, true, 0).layer(3, tanh, bias, true, 0).layer(2, tanh, bias, false, 0),
                NetworkBuilder.of(3).layer(4, tanh, bias, false, 0).layer(3, tanh, bias, true, 0).layer(2, tanh, bias, false, 0),
                NetworkBuilder.of(3).layer(4, tanh, bias, true, 0).layer(3, tanh, bias, true, 0).layer(2, tanh, bias, true, 0)))
                .map(s -> s.loss(1, new LossTerm.MeanSquaredError()).l2(0.02).rule(new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01, true)));
    }

    static Stream<NetworkBuilder> widths() {
        return Stream.of(1, 3, 15, 16, 17, 33).flatMap(width -> Stream.of(
                NetworkBuilder.of(width).layer(width, new Activation.Tanh()).layer(1, new Activation.Sigmoid())
                        .loss(1, new LossTerm.BinaryCrossEntropy()),
                NetworkBuilder.of(35).layer(width, new Activation.Gelu()).layer(3, new Activation.Softmax()).loss(1,
                        new LossTerm.CrossEntropy())));
    }

    static Stream<NetworkBuilder> dropouts() {
        var relu = new Activation.Relu();
        return Stream.of(
                NetworkBuilder.of(3).layer(9, new Activation.Sigmoid(), Bias.zeros(), false, 0.5).layer(2, new Activation.Linear())
                        .loss(1, new LossTerm.MeanSquaredError()),
                NetworkBuilder.of(3).layer(9, relu, Bias.zeros(), false, 0.2).layer(17, new Activation.Silu(), Bias.zeros(), false, 0.7)
                        .layer(2, new Activation.Linear()).loss(1, new LossTerm.MeanSquaredError()));
    }

    @ParameterizedTest
    @MethodSource({"activations", "losses", "optimizers", "biasesAndFrozenLayers"})
    void doublesAgreeWithPlainLoops(NetworkBuilder sketch) {
        for (var batch : new int[] {1, 5}) {
            compare(sketch.network(), batch, 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource({"activations", "losses", "optimizers", "biasesAndFrozenLayers"})
    void floatsAgreeToTheirPrecision(NetworkBuilder sketch) {
        compare(sketch.precision(Precision.F32).network(), 5, 2e-5);
    }

    @ParameterizedTest
    @MethodSource({"widths", "dropouts"})
    void everyShapeAgrees(NetworkBuilder sketch) {
        for (var batch : new int[] {1, 2, 5, 16, 17, 33, 150}) {
            compare(sketch.precision(Precision.F64).network(), batch, 1e-12);
            compare(sketch.precision(Precision.F32).network(), batch, 3e-5);
        }
    }

    /** Three steps over rows in a mixed order, the last of them with fewer samples. */
    private static void compare(Specification network, int batch, double tolerance) {
        var oneHot = network.feedForward().lastLayer().activation() instanceof Activation.Softmax;
        var rows = DrawnRows.of(7, 3 * batch, network.inputs(), network.outputs(), oneHot);
        var order = IntStream.range(0, rows.count()).map(i -> rows.count() - 1 - i).toArray();
        try (var engine = Engines.open(network, Planner.plan(network, batch), KernelChoice.best(), 1)) {
            var plain = new PlainNetwork(network, engine.parameters());
            var bound = engine.bind(rows);
            var settings = new StepSettings();
            settings.rate = RATE;
            for (var step = 0; step < 3; step++) {
                var count = step == 2 ? Math.max(1, batch - 1) : batch;
                settings.update = step;
                var result = engine.stepper().step(bound, order, step * batch, count, settings);
                assertThat(result.isFinite()).isTrue();
                plain.computeGradients(pick(rows.x(), order, step * batch, count), pick(rows.y(), order, step * batch, count),
                        masks(network, step));
                plain.update(RATE, step + 1);
                assertThat(result.dataLoss()).isCloseTo(plain.dataLoss, within(tolerance * Math.max(1, Math.abs(plain.dataLoss))));
                assertThat(result.penalty()).isCloseTo(plain.penalty, within(tolerance));
                assertAgree(engine.parameters(), plain, tolerance);
            }
        }
    }

    private static void assertAgree(Parameters parameters, PlainNetwork plain, double tolerance) {
        for (var layer : plain.network.feedForward().layers()) {
            var l = layer.number() - 1;
            var w = parameters.tensor(layer.weightName());
            for (var o = 0; o < layer.units(); o++) {
                for (var i = 0; i < layer.inputs(); i++) {
                    assertThat(w.at(o, i)).as("%s[%d][%d]", w.name(), o, i).isCloseTo(plain.weights[l][o][i], within(tolerance));
                }
                if (layer.hasBias()) {
                    assertThat(parameters.tensor(layer.biasName()).at(o, 0)).isCloseTo(plain.biases[l][o], within(tolerance));
                }
            }
        }
    }

    private static List<double[]> pick(double[][] rows, int[] order, int from, int count) {
        var picked = new ArrayList<double[]>();
        for (var i = from; i < from + count; i++) {
            picked.add(rows[order[i]]);
        }
        return picked;
    }

    /** Dropout as its definition says, straight from the published generator. */
    private static PlainNetwork.Masks masks(Specification network, long update) {
        return (layer, unit, sample) -> layer.dropout() == 0 ? 1 : mask(network, layer, update, unit, sample);
    }

    private static double mask(Specification network, Layer layer, long update, int unit, int sample) {
        var key = new RandomStream(network.seed(), "dropout/layer" + layer.number()).nextLong();
        var block = new int[4];
        Philox.fill(block, sample / 4, unit, (int) update, (int) (update >> 32), (int) key, (int) (key >> 32));
        var share = Integer.toUnsignedLong(block[sample % 4]) / 0x1p32;
        return share < layer.dropout() ? 0 : 1 / (1 - layer.dropout());
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void mixedSizesOfBatchesLeaveNothingBehind(Precision precision) {
        var network = small().precision(precision).network();
        var rows = DrawnRows.of(3, 40, 3, 2, false);
        try (var used = Engines.open(network, Planner.plan(network, 33), KernelChoice.best(), 1);
                var fresh = Engines.open(network, Planner.plan(network, 33), KernelChoice.best(), 1)) {
            var order = IntStream.range(0, 40).toArray();
            used.differentiator().computeGradients(used.bind(rows), order, 0, 33);
            used.differentiator().computeGradients(used.bind(rows), order, 3, 5);
            fresh.differentiator().computeGradients(fresh.bind(rows), order, 3, 5);
            assertThat(used.differentiator().gradients().tensors().stream().map(Tensor::values).toList())
                    .usingRecursiveComparison()
                    .isEqualTo(fresh.differentiator().gradients().tensors().stream().map(Tensor::values).toList());
        }
    }
}
