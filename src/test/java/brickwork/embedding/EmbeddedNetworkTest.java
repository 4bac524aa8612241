package brickwork.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brickwork.Brickwork;
import brickwork.LayerBuilder;
import brickwork.NeuralSpec;
import brickwork.SpecBuilder;
import brickwork.TrainedNetwork;
import brickwork.data.FittedScaling;
import brickwork.data.SampleStream;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.DataSources;
import brickwork.model.DatasetPart;
import brickwork.model.Initialization;
import brickwork.model.LossTerm;
import brickwork.model.Metric;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.model.Split;
import brickwork.model.Training;
import brickwork.source.Outcome;
import brickwork.verify.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of the page about embedding that use a network stand here between lines that hold it against what the page says of it. */
class EmbeddedNetworkTest {

    private static final String TEXT = """
            data moons samples 200 noise 0.1
            split test 20%
            layer 2 -> 4 tanh -> 1 sigmoid
            loss bce
            optimizer adam rate 0.05
            train 30 epochs batch 20
            expect accuracy on test >= 0.7
            """;

    private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static NeuralSpec spec() {
        return Brickwork.standard().compile(TEXT);
    }

    @Test
    void saysASpecByTypes() {
        var brickwork = Brickwork.standard();
        var builder = SpecBuilder.empty().data(DataSources.moons(400, 0.1)).split(new Split(0.2, 0, false, false))
                .layer(LayerBuilder.of(8, new Activation.Elu(0.7)).init(new Initialization.He()).dropout(0.1))
                .layer(1, new Activation.Sigmoid())
                .loss(new LossTerm.BinaryCrossEntropy(), new Penalty.L2(0.0001))
                .optimizer(new Optimizer.Sgd(0.9, true), 0.05, new Schedule(0, new Schedule.Cosine(0)))
                .train(30, new Training.Batch.Of(20))
                .expect("accuracy on test >= 0.7");
        Outcome<NeuralSpec> built = brickwork.compile(builder);
        String text = builder.text();
        assertEquals(brickwork.compile(text).network(), built.orThrow().network());
        assertEquals(built.orThrow().network(), brickwork.compile(built.orThrow().network()).orThrow().network());
        assertTrue(built.orThrow().verify().getFirst().verdict().passed());
    }

    @Test
    void predicts() {
        var network = spec().train().orThrow();

        double[] one = network.predict(0.5, 0.2);
        double[][] many = network.predictAll(new double[][] {{0.5, 0.2}, {1, -1}});
        var inputs = new float[2 * 1000];
        var outputs = new float[1000];
        network.predictAll(inputs, outputs);

        assertArrayEquals(one, many[0]);
        assertEquals((float) network.predict(0, 0)[0], outputs[999]);
        var refused = assertThrows(IllegalArgumentException.class, () -> network.predict(Double.NaN, 1));
        assertTrue(refused.getMessage().contains("input 1 of row 1 is NaN"), refused.getMessage());
    }

    @Test
    void predictsFromManyThreads() throws Exception {
        var network = spec().train().orThrow();
        List<double[]> rows = IntStream.range(0, 100).mapToObj(i -> new double[] {i / 100.0, 1 - i / 50.0}).toList();

        try (var service = Executors.newFixedThreadPool(8)) {
            var tasks = rows.stream().<Callable<double[]>>map(row -> () -> network.predict(row)).toList();
            for (var answer : service.invokeAll(tasks)) {
                log.add("output " + answer.get()[0]);
            }
        }

        assertEquals(rows.stream().map(row -> "output " + network.predict(row)[0]).toList(), log);
    }

    @Test
    void savesAndLoads() throws Exception {
        var network = spec().train().orThrow();
        var file = folder.resolve("moons.safetensors");

        network.save(file);
        var loaded = TrainedNetwork.load(file);

        assertEquals(network.fingerprint(), loaded.fingerprint());
        assertArrayEquals(network.predict(1, 0), loaded.predict(1, 0));
    }

    @Test
    void takesParametersWithoutTraining() {
        var brickwork = Brickwork.standard();

        var spec = brickwork.compile("layer 2 -> 1 sigmoid; loss bce");
        var weight = new Tensor("layer1.weight", 1, 2, false, new double[] {2, -1});
        var bias = new Tensor("layer1.bias", 1, 1, true, new double[] {0.5});
        var network = TrainedNetwork.of(spec, new Parameters(Precision.F32, List.of(weight, bias)))
                .withScaling(FittedScaling.columns(new double[] {10, 20}, new double[] {2, 4}))
                .withClassNames(List.of("no", "yes"));

        assertEquals("yes", network.classOf(network.predict(14, 20)).orElseThrow());
    }

    @Test
    void evaluates() {
        var spec = spec();
        var network = spec.train().orThrow();
        double[][] inputs = INPUTS;
        double[][] targets = {{0}, {1}, {1}, {0}};

        var rows = List.of(new double[] {0, 0, 0}, new double[] {0, 1, 1}, new double[] {1, 0, 1}, new double[] {1, 1, 0});

        var ofArrays = network.evaluate(inputs, targets).value(Metric.ACCURACY);
        var ofTest = network.evaluate(spec.data().orThrow()).get(DatasetPart.TEST);
        var ofStream = network.evaluate(SampleStream.ofRows(2, 1, () -> rows.stream()));

        assertEquals(network.evaluate(inputs, targets), ofStream);
        assertTrue(ofArrays.isPresent());
        assertEquals(spec.train().report().metrics().get(DatasetPart.TEST), ofTest);
    }

    @Test
    void verifies() {
        var spec = spec();

        for (var result : spec.verify()) {
            switch (result.verdict()) {
                case Verdict.Passed _, Verdict.Proved _ -> log.add("line " + result.line() + " holds");
                case Verdict.Failed failed -> log.add("line " + result.line() + " does not hold: " + failed.text());
                case Verdict.Inconclusive unclear -> log.add("line " + result.line() + " is undecided: " + unclear.text());
            }
        }
        boolean gradientsAgree = spec.gradcheck().orThrow().passed();
        var health = spec.train().health();
        var firstStep = spec.trace().orThrow();

        assertEquals(List.of("line 7 holds"), log);
        assertTrue(gradientsAgree);
        assertTrue(health.end().isPresent());
        assertEquals(20, firstStep.batch());
    }
}
