package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import brickwork.engine.Engines;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import brickwork.plan.Planner;
import brickwork.store.WeightsFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs found for the same networks: 32 of PyTorch's in float64, an example worked by hand, and a published XOR network. */
class CasesTest {

    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;

    static Stream<Arguments> casesAndKernels() {
        return CaseFolder.all().stream().flatMap(folder -> KernelSets.available().map(kernels -> Arguments.of(folder, kernels)));
    }

    static Stream<KernelChoice> kernels() {
        return KernelSets.available();
    }

    @Test
    void thereAreAsManyCasesAsWereGiven() {
        assertThat(CaseFolder.all()).hasSize(32);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("casesAndKernels")
    void agreesWithPytorch(CaseFolder folder, KernelChoice kernels) throws IOException {
        var spec = folder.prepare(Map.of());
        var expected = folder.expected();
        var settings = TrainingSettings.standard().withKernels(kernels)
                .withInitial(WeightsFile.read(folder.file("init.safetensors"), spec.network()));

        var finished = (TrainingResult.Finished) Trainer.train(spec.network(), spec.dataset(), settings);

        var report = finished.report();
        agree("data loss", report.dataLoss(), expected.get("data_loss"));
        agree("penalty", report.penalty(), expected.get("penalty"));
        agree("loss", report.loss(), expected.get("loss"));
        var rows = (List<?>) expected.get("history");
        assertThat(report.history()).hasSize(rows.size());
        for (var e = 0; e < rows.size(); e++) {
            var row = (Map<?, ?>) rows.get(e);
            agree("loss of epoch " + e, report.history().get(e).loss(), row.get("loss"));
            agree("rate of epoch " + e, report.history().get(e).rate(), row.get("rate"));
        }
        var outputs = outputs(spec, finished.parameters(), kernels);
        var expectedOutputs = CaseFolder.numbers(expected.get("outputs"));
        assertThat(outputs).hasSameSizeAs(expectedOutputs);
        IntStream.range(0, outputs.length).forEach(i -> agree("output " + i, outputs[i], expectedOutputs[i]));
        var expectedParameters = WeightsFile.read(folder.file("final.safetensors"), spec.network());
        for (var tensor : expectedParameters.tensors()) {
            var values = finished.parameters().tensor(tensor.name()).values();
            IntStream.range(0, values.length).forEach(i -> agree(tensor.name() + " " + i, values[i], tensor.values()[i]));
        }
    }

    /** Where only the signs of gradients count, their roundings leave no trace: 1293 turns of a sign, and steps at either limit. */
    @ParameterizedTest
    @ValueSource(strings = {"tanh-sigmoid_bce_rprop", "gelu-linear_mse-l2_rprop_clip-value"})
    void rpropAgreesWithPytorchToTheLastDigits(String name) throws IOException {
        var folder = CaseFolder.named("pytorch/" + name);
        var spec = folder.prepare(Map.of());
        var settings = TrainingSettings.standard().withInitial(WeightsFile.read(folder.file("init.safetensors"), spec.network()));

        var trained = Trainer.train(spec.network(), spec.dataset(), settings).parameters();

        for (var tensor : WeightsFile.read(folder.file("final.safetensors"), spec.network()).tensors()) {
            assertThat(trained.tensor(tensor.name()).values()).as(tensor.name()).containsExactly(tensor.values(), Offset.offset(1e-12));
        }
    }

    private static double[] outputs(CaseFolder.Prepared spec, Parameters parameters, KernelChoice kernels) {
        var rows = spec.dataset().train();
        var outputs = new double[rows.count() * rows.targets()];
        try (var engine = Engines.open(spec.network(), Planner.plan(spec.network(), 16), kernels, 1)) {
            engine.setParameters(parameters);
            engine.evaluator().evaluateInto(outputs, engine.bind(rows));
        }
        return outputs;
    }

    private static void agree(String what, double found, Object expected) {
        var number = ((Number) expected).doubleValue();
        assertThat(found).as(what).isEqualTo(number, Offset.offset(RELATIVE * Math.abs(number) + ABSOLUTE));
    }

    private static TrainingReport mazur(double steps, KernelChoice kernels) throws IOException {
        var spec = CaseFolder.named("mazur").prepare(Map.of("steps", steps));
        return Trainer.train(spec.network(), spec.dataset(), TrainingSettings.standard().withKernels(kernels)).report();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void agreesWithTheExampleWorkedByHand(KernelChoice kernels) throws IOException {
        var expected = CaseFolder.named("mazur").expected();
        var afterOne = (Map<?, ?>) expected.get("after_1");
        var afterMany = (Map<?, ?>) expected.get("after_10000");
        var spec = CaseFolder.named("mazur").prepare(Map.of());
        var one = Trainer.train(spec.network(), spec.dataset(), TrainingSettings.standard().withKernels(kernels));

        assertThat(one.report().history().getFirst().loss()).isEqualTo((double) expected.get("initial_loss"), Offset.offset(1e-14));
        assertThat(one.report().loss()).isEqualTo((double) afterOne.get("loss"), Offset.offset(1e-14));
        for (var tensor : List.of("layer1.weight", "layer2.weight")) {
            assertThat(one.parameters().tensor(tensor).values())
                    .containsExactly(CaseFolder.numbers(afterOne.get(tensor)), Offset.offset(1e-14));
        }
        assertThat(one.parameters().tensor("layer1.bias").values()).as("a fixed bias").containsExactly(0.35, 0.35);
        assertThat(mazur(10_000, kernels).loss()).isCloseTo((double) afterMany.get("loss"), withinPercentage(100 * RELATIVE));
    }

    @Test
    void followsThePublishedXorNetworkWithTheRightGradientOfItsPenalty() throws IOException {
        var folder = CaseFolder.named("scratch_mlp");
        var expected = (Map<?, ?>) folder.expected().get("data_loss_right_gradient");
        var spec = folder.prepare(Map.of("updates", 20_000.0));
        var initial = WeightsFile.read(folder.file("init.safetensors"), spec.network());

        var report = Trainer.train(spec.network(), spec.dataset(), TrainingSettings.standard().withInitial(initial)).report();

        assertThat(report.history().getFirst().dataLoss()).isCloseTo((double) expected.get("0"), withinPercentage(1e-4));
        assertThat(report.history().get(10_000).dataLoss()).isCloseTo((double) expected.get("10000"), withinPercentage(1e-4));
        assertThat(report.dataLoss()).isCloseTo((double) expected.get("20000"), withinPercentage(1e-4));
    }
}
