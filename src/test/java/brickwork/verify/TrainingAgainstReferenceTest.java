package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.data.Dataset;
import brickwork.data.RowSubset;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Precision;
import brickwork.source.Outcome;
import brickwork.train.SampleOrder;
import brickwork.verify.gradient.SyntheticRows;
import brickwork.verify.reference.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole trainings, epoch by epoch, and every spec that ships, against the interpreter that shares nothing with the engine. */
class TrainingAgainstReferenceTest {

    private static final int EPOCHS = 7;
    private static final double R = 0.02;

    private static NeuralSpec spec(String statements) {
        return Brickwork.standard().compile("precision f64; seed 3; data quadrants samples 23; train " + EPOCHS + " epochs batch 5; "
                + "layer 2 -> 5 tanh dropout 30% -> 4 softplus -> 2 sigmoid; loss bce + 0.5 * huber 0.3 + l1 0.01 + l2 0.02; "
                + statements);
    }

    private static Dataset data(NeuralSpec spec) {
        return switch (spec.data()) {
            case Outcome.Success<Dataset>(var dataset, _) -> dataset;
            case Outcome.Failure<Dataset>(var faults) -> throw new AssertionError(faults);
        };
    }

    /** The rate of each epoch, as somebody else works it out. */
    private interface Rates {
        double of(int epoch);

        default void epochEnded(ReferenceNetwork network, Parameters parameters) {}
    }

    private static void compare(NeuralSpec spec, Rates rates) {
        var network = spec.network();
        var rows = data(spec).train();
        var outcome = spec.train();
        var reference = new ReferenceNetwork(network);
        var training = reference.training(spec.initialParameters());
        var order = new SampleOrder(rows.count(), network.learning().training().orElseThrow(), network.seed());
        var size = network.learning().training().orElseThrow().batch().size(rows.count());
        var updates = 0;
        for (var epoch = 0; epoch < EPOCHS; epoch++) {
            var rate = rates.of(epoch);
            assertThat(outcome.report().history().get(epoch).rate()).as("epoch %s", epoch).isCloseTo(rate, within(1e-15));
            var indices = order.of(epoch).clone();
            for (var from = 0; from < rows.count(); from += size) {
                var batch = new RowSubset(rows, Arrays.copyOfRange(indices, from, Math.min(from + size, rows.count())));
                training.step(batch, rate, EngineAgainstReferenceTest.masks(network, updates++));
            }
            rates.epochEnded(reference, training.parameters());
        }
        assertThat(outcome.report().steps()).isEqualTo(updates);
        EngineAgainstReferenceTest.close("after " + updates + " updates", outcome.trained().parameters(), training.parameters(), 1e-12);
    }

    static Stream<Arguments> schedules() {
        return Stream.of(
                of("", _ -> R),
                of("decay step 0.5 every 2 epochs", e -> R * Math.pow(0.5, Math.floorDiv(e, 2))),
                of("decay exponential 0.8", e -> R * Math.pow(0.8, e)),
                of("decay inverse 0.3", e -> R / (1 + 0.3 * e)),
                of("decay cosine to 0.001", e -> 0.001 + (R - 0.001) * (1 + Math.cos(Math.PI * e / EPOCHS)) / 2),
                of("decay linear to 0.002", e -> R + (0.002 - R) * e / EPOCHS),
                of("warmup 3 epochs", e -> e < 3 ? R * (e + 1) / 3 : R),
                of("warmup 2 epochs decay exponential 0.5", e -> e < 2 ? R * (e + 1) / 2 : R * Math.pow(0.5, e)));
    }

    private static Arguments of(String schedule, IntToDoubleFunction rate) {
        return Arguments.of(schedule, rate);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyScheduleTrainsAsItsFormulaSays(String schedule, IntToDoubleFunction rate) {
        compare(spec("optimizer sgd rate " + R + " momentum 0.9 " + schedule), rate::applyAsDouble);
    }

    static Stream<Arguments> optimizers() {
        var rules = Stream.of("sgd rate 0.02", "sgd rate 0.02 momentum 0.9", "sgd rate 0.02 momentum 0.9 nesterov",
                "adam rate 0.02 beta1 0.8 epsilon 1e-6", "adamw rate 0.02 decay 0.1 epsilon 1e-6",
                "rmsprop rate 0.02 alpha 0.9 epsilon 1e-6",
                "adagrad rate 0.02 epsilon 1e-6", "rprop rate 0.02 shrink 0.4 grow 1.3 smallest 0.01 largest 0.05");
        return rules.flatMap(rule -> Stream.of("", "clip norm 0.3; ", "clip value 0.05; ").map(clip -> Arguments.of(rule, clip)));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerTrainsAsItsFormulaSaysWithAndWithoutClipping(String rule, String clip) {
        compare(spec(clip + "optimizer " + rule), _ -> R);
    }

    /** The rate halves after each epoch that does not go below the best loss so far. */
    @ParameterizedTest
    @ValueSource(strings = {"", "split test 20% validation 30%; "})
    void aPlateauFollowsTheWatchedLoss(String split) {
        var spec = spec(split + "optimizer sgd rate 2 plateau 0.5 after 1 epoch");
        var watched = data(spec).part(split.isEmpty() ? DatasetPart.TRAIN : DatasetPart.VALIDATION).orElseThrow();
        var halvings = new int[1];
        compare(spec, new Rates() {
            private double rate = 2;
            private double best = Double.POSITIVE_INFINITY;

            @Override
            public double of(int epoch) {
                return rate;
            }

            @Override
            public void epochEnded(ReferenceNetwork network, Parameters parameters) {
                var loss = network.dataLoss(parameters, watched) + network.penalty(parameters);
                if (!(loss < best)) {
                    rate /= 2;
                    halvings[0]++;
                }
                best = Math.min(best, loss);
            }
        });
        assertThat(halvings[0]).as("it came to bear").isPositive();
    }

    static Stream<Path> specs() throws IOException {
        try (var files = Files.list(Path.of("specs"))) {
            return files.filter(file -> file.toString().endsWith(".nn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everySpecThatShipsRunsAsItReads(Path file) throws IOException {
        var spec = Brickwork.standard().load(file);
        var network = spec.network();
        var rows = network.data().source().isEmpty() ? SyntheticRows.of(network, 8) : RowSubset.first(data(spec).train(), 8);

        EngineAgainstReferenceTest.compare(
                new RandomNetworks.Case(network, Initializer.parameters(network.withPrecision(Precision.F64)), rows),
                Precision.F64, 1e-12, file.toString());
    }
}
