package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.RowSubset;
import brickwork.engine.Engine;
import brickwork.engine.Engines;
import brickwork.engine.Parameters;
import brickwork.engine.StepSettings;
import brickwork.kernel.KernelChoice;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import brickwork.random.Philox;
import brickwork.random.RandomStream;
import brickwork.verify.reference.Masks;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine, step by step, against the interpreter that shares nothing with it. */
class EngineAgainstReferenceTest {

    private static final int STEPS = 4;

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200})
    void agreesInDoublePrecision(int firstSeed) {
        for (var seed = firstSeed; seed < firstSeed + 100; seed++) {
            compare(RandomNetworks.draw(seed), Precision.F64, 1e-12, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000})
    void agreesInSinglePrecision(int firstSeed) {
        for (var seed = firstSeed; seed < firstSeed + 100; seed++) {
            compare(RandomNetworks.draw(seed), Precision.F32, 5e-4, "seed " + seed);
        }
    }

    static void compare(RandomNetworks.Case drawn, Precision precision, double tolerance, String what) {
        var network = drawn.network().withPrecision(precision);
        var reference = new ReferenceNetwork(network);
        var rows = drawn.rows();
        // Backwards, and each step leaving out the first sample of the order where there are others.
        var order = IntStream.iterate(rows.count() - 1, row -> row >= 0, row -> row - 1).toArray();
        var from = rows.count() > 1 ? 1 : 0;
        var batch = new RowSubset(rows, Arrays.copyOfRange(order, from, rows.count()));
        try (var engine = Engines.open(network, Planner.plan(network, rows.count()), KernelChoice.best(), 1)) {
            engine.setParameters(new Parameters(precision, drawn.parameters().tensors()));
            var training = reference.training(engine.parameters());
            var bound = engine.bind(rows);
            var settings = new StepSettings();
            settings.rate = network.learning().descent().optimizer().rate();
            for (var step = 0; step < STEPS; step++) {
                var at = what + ", step " + step;
                compareLoss(engine, bound, reference, training.parameters(), drawn, tolerance, at);
                engine.differentiator().computeGradients(bound, order, from, batch.count());
                close(at + ", gradients", engine.differentiator().gradients(), reference.gradients(training.parameters(), batch),
                        tolerance);
                settings.update = step;
                assertThat(engine.stepper().step(bound, order, from, batch.count(), settings).isFinite()).as(at).isTrue();
                training.step(batch, settings.rate, masks(network, step));
                close(at + ", parameters", engine.parameters(), training.parameters(), tolerance);
                for (var memory : engine.state().memory()) {
                    close(at + ", " + memory.name(), memory.values(), training.memory(memory.name()), tolerance);
                }
            }
        }
    }

    /**
     * Word s mod 4 of the Philox block at (s/4, unit, update) under the layer's key, zero where it falls in the lowest share P of all
     * words.
     */
    static Masks masks(Specification network, long update) {
        return (l, unit, sample) -> {
            var layer = network.feedForward().layers().get(l);
            if (layer.dropout() == 0) {
                return 1;
            }
            var key = new RandomStream(network.seed(), "dropout/layer" + layer.number()).nextLong();
            var block = new int[4];
            Philox.fill(block, sample / 4, unit, (int) update, 0, (int) key, (int) (key >>> Integer.SIZE));
            return Integer.toUnsignedLong(block[sample % 4]) < Math.round(layer.dropout() * 0x1p32) ? 0 : 1 / (1 - layer.dropout());
        };
    }

    private static void compareLoss(Engine engine, Engine.BoundSamples bound, ReferenceNetwork reference, Parameters parameters,
            RandomNetworks.Case drawn, double tolerance, String at) {
        var outputs = new double[drawn.rows().count() * drawn.network().outputs()];
        var dataLoss = engine.evaluator().evaluateInto(outputs, bound);
        var expected = Arrays.stream(reference.outputs(parameters, drawn.rows())).flatMapToDouble(Arrays::stream).toArray();
        close(at + ", outputs", outputs, expected, tolerance);
        close(at + ", data loss", new double[] {dataLoss}, new double[] {reference.dataLoss(parameters, drawn.rows())}, tolerance);
        close(at + ", penalty", new double[] {engine.evaluator().penalty()}, new double[] {reference.penalty(parameters)}, tolerance);
    }

    static void close(String what, Parameters engine, Parameters reference, double tolerance) {
        assertThat(engine.tensors()).hasSameSizeAs(reference.tensors());
        for (var tensor : engine.tensors()) {
            close(what + ", " + tensor.name(), tensor.values(), reference.tensor(tensor.name()).values(), tolerance);
        }
    }

    /** Close beside the largest entry, and beside 1. */
    private static void close(String what, double[] engine, double[] reference, double tolerance) {
        assertThat(engine).as(what).hasSameSizeAs(reference);
        var scale = Math.max(1, Arrays.stream(reference).map(Math::abs).max().orElse(0));
        for (var i = 0; i < engine.length; i++) {
            if (!(Math.abs(engine[i] - reference[i]) <= tolerance * scale)) {
                assertThat(engine[i]).as("%s, entry %s", what, i).isEqualTo(reference[i]);
            }
        }
    }
}
