package brickwork.verify.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.data.InMemoryRows;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.engine.NonFinite;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.verify.RandomNetworks;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTracerTest {

    private static final String MAZUR = """
            precision f64
            data rows [ 0.05 0.10 -> 0.01 0.99 ]
            layer 2 -> 2 sigmoid  init [[0.15 0.20] [0.25 0.30]]  bias fixed [0.35 0.35]
            layer 2 -> 2 sigmoid  init [[0.40 0.45] [0.50 0.55]]  bias fixed [0.60 0.60]
            loss 0.5 * sse
            optimizer sgd rate 0.5
            train 1 epoch batch full in order
            """;

    private static NeuralSpec spec(String text) {
        return Brickwork.standard().compile(text);
    }

    private static StepTrace traced(Outcome<StepTrace> outcome) {
        return switch (outcome) {
            case Outcome.Success<StepTrace>(var trace, _) -> trace;
            case Outcome.Failure<StepTrace>(var faults) -> throw new AssertionError(faults);
        };
    }

    private static StepTrace traced(RandomNetworks.Case drawn, int samples) {
        var batch = new TraceBatch(drawn.rows(), IntStream.range(0, drawn.rows().count()).toArray(), false);
        return StepTracer.trace(drawn.network(), batch, drawn.parameters(), new StepTracer.Options(samples, EngineOptions.standard()));
    }

    @Test
    void givesTheNumbersOfTheExampleWorkedByHand() {
        var trace = traced(spec(MAZUR).trace());

        var hidden = trace.samples().getFirst().layers().getFirst();
        var last = trace.samples().getFirst().layers().getLast();
        assertThat(hidden.sums()).containsExactly(new double[] {0.3775, 0.3925}, within(1e-16));
        assertThat(hidden.outputs()).containsExactly(new double[] {0.5932699921071872, 0.596884378259767}, within(1e-15));
        assertThat(last.sums()).containsExactly(new double[] {1.10590596705977, 1.2249214040964653}, within(1e-15));
        assertThat(last.outputs()).containsExactly(new double[] {0.7513650695523157, 0.7729284653214625}, within(1e-15));
        assertThat(trace.samples().getFirst().shares().getFirst())
                .containsExactly(new double[] {0.274811083176155, 0.023560025583847746}, within(1e-15));
        assertThat(trace.before().total()).isCloseTo(0.2983711087600027, within(1e-15));
        assertThat(last.deltas()).containsExactly(new double[] {0.13849856162855695, -0.038098236516556236}, within(1e-16));
        assertThat(hidden.deltas()).containsExactly(new double[] {0.00877135468948693, 0.009954254705217196}, within(1e-17));
        assertThat(trace.tensor("layer1.weight").gradient()).containsExactly(
                new double[] {4.385677344743465e-4, 8.77135468948693e-4, 4.977127352608599e-4, 9.954254705217198e-4}, within(1e-17));
        assertThat(trace.tensor("layer2.weight").gradient()).containsExactly(
                new double[] {0.08216704056423077, 0.08266762784753325, -0.02260254047747507, -0.022740242215978222}, within(1e-16));
        assertThat(trace.tensor("layer1.weight").after()).containsExactly(
                new double[] {0.1497807161327628, 0.19956143226552567, 0.24975114363236958, 0.29950228726473915}, within(1e-16));
        assertThat(trace.tensor("layer2.weight").after()).containsExactly(
                new double[] {0.35891647971788465, 0.4086661860762334, 0.5113012702387375, 0.5613701211079891}, within(1e-15));
        assertThat(trace.tensor("layer1.bias").trained()).isFalse();
        assertThat(trace.tensor("layer1.bias").after()).containsExactly(0.35, 0.35);
        assertThat(trace.after().total()).isCloseTo(0.29102777369359933, within(1e-15));
        assertThat(trace.engine()).isInstanceOfSatisfying(Agreement.Same.class, same -> assertThat(same.digits()).isEqualTo(16));
    }

    /** Forward by the definition in Python, every derivative there by a complex step, which needs no formula of a backward pass. */
    @Test
    void givesTheNumbersOfALayerThatNormalises() {
        var network = spec("""
                precision f64
                data rows [ 1 0 -> 1; 0 2 -> 0; -1 1 -> 2 ]
                layer 2 -> 2 tanh norm momentum 0.25 epsilon 0.5 -> 1 linear
                loss mse
                optimizer sgd rate 0.1
                """).network();
        var start = new Parameters(Precision.F64, List.of(new Tensor("layer1.weight", 2, 2, false, new double[] {0.5, -0.25, 1, 0.75}),
                vector("layer1.norm.gamma", 2, -1), vector("layer1.norm.beta", 0.25, 0.5), vector("layer1.norm.mean", 0, 0),
                vector("layer1.norm.variance", 1, 1), new Tensor("layer2.weight", 1, 2, false, new double[] {1, -2}),
                vector("layer2.bias", 0)));
        var rows = new InMemoryRows(new double[][] {{1, 0}, {0, 2}, {-1, 1}}, new double[][] {{1}, {0}, {2}});

        var trace = StepTracer.trace(network, new TraceBatch(rows, new int[] {0, 1, 2}, false), start,
                new StepTracer.Options(2, EngineOptions.standard()));

        var second = trace.samples().get(1).layers().getFirst();
        var normalized = second.normalized().orElseThrow();
        assertThat(normalized.products()).containsExactly(-0.5, 1.5);
        assertThat(normalized.values()).containsExactly(new double[] {-0.2809757434745082, 0.7348469228349536}, within(1e-15));
        assertThat(second.sums()).containsExactly(new double[] {-0.3119514869490164, -0.23484692283495356}, within(1e-15));
        assertThat(second.deltas()).containsExactly(new double[] {0.09633929356877834, -0.20076703448459604}, within(1e-15));
        assertThat(normalized.productGradients()).containsExactly(new double[] {1.4720877121526263, 0.4589510999664821}, within(1e-14));
        assertThat(second.productGradients()).isSameAs(normalized.productGradients());
        var norm = trace.norms().getFirst();
        assertThat(norm.mean().mean()).containsExactly(-0.25, 0.75);
        assertThat(norm.mean().unshown()).as("of the third sample").containsExactly(-0.75, -0.25);
        assertThat(norm.variance().mean()).containsExactly(new double[] {0.2916666666666667, 0.5416666666666666}, within(1e-15));
        assertThat(norm.delta().mean()).containsExactly(new double[] {-0.48347413610875384, 0.5335335811274784}, within(1e-15));
        assertThat(norm.deltaByNormal().mean()).containsExactly(new double[] {0.26723442415976995, -0.3618244867471914}, within(1e-15));
        assertThat(trace.before().total()).isCloseTo(6.874319355596437, within(1e-14));
        assertThat(trace.tensor("layer1.weight").gradient()).containsExactly(
                new double[] {2.5035371358813387, 0.95636300028827, 0.0075316375258607715, 0.6846608311867929}, within(1e-14));
        assertThat(trace.tensor("layer1.norm.gamma").gradient())
                .containsExactly(new double[] {0.8017032724793101, -1.0854734602415743}, within(1e-14));
        assertThat(trace.tensor("layer1.norm.beta").gradient())
                .containsExactly(new double[] {-1.4504224083262616, 1.6006007433824352}, within(1e-14));
        assertThat(trace.tensor("layer1.norm.beta").after())
                .containsExactly(new double[] {0.3950422408326262, 0.33993992566175646}, within(1e-15));
        assertThat(trace.tensor("layer1.norm.mean").after()).containsExactly(new double[] {-0.0625, 0.1875}, within(1e-16));
        assertThat(trace.tensor("layer1.norm.variance").after()).containsExactly(new double[] {0.859375, 0.953125}, within(1e-15));
        assertThat(trace.tensor("layer1.norm.variance").trained()).isFalse();
        assertThat(trace.tensor("layer1.norm.variance").gradient()).containsExactly(0, 0);
        assertThat(trace.after().total()).isCloseTo(3.6292638548870393, within(1e-14));
        assertThat(trace.engine()).isInstanceOf(Agreement.Same.class);
    }

    private static Tensor vector(String name, double... values) {
        return new Tensor(name, values.length, 1, true, values);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void agreesWithTheEngineAndTheReferenceWhereLayersNormalise(int first) {
        for (var seed = first; seed < first + 20; seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var hidden = List.of(new Activation.Tanh(), new Activation.Relu(), new Activation.Mish(), new Activation.Elu(1)).get(seed % 4);
            var loss = new Loss(List.of(new LossTerm(1, new LossTerm.CrossEntropy(), Origin.NONE)),
                    List.of(new Penalty.L2(0.01, Origin.NONE)));
            var network = RandomNetworks.normalized(new Bias.Norm(random.nextDouble(), 0.01), hidden, new Activation.Softmax(), loss,
                    3, 5, 4, 2);
            var rows = RandomNetworks.rows(network, 2 + seed % 9, random);
            var parameters = RandomNetworks.parameters(network, random);

            var trace = traced(new RandomNetworks.Case(network, parameters, rows), 2);

            assertThat(trace.engine()).as("seed " + seed).isInstanceOf(Agreement.Same.class);
            var reference = new ReferenceNetwork(network);
            var training = reference.training(parameters);
            training.step(rows, trace.rate());
            for (var tensor : trace.tensors()) {
                var name = tensor.tensor().name();
                assertThat(tensor.after()).as(name).containsExactly(training.parameters().tensor(name).values(), within(1e-12));
                assertThat(tensor.gradient()).as(name)
                        .containsExactly(reference.gradients(parameters, rows).tensor(name).values(), within(1e-12));
            }
        }
    }

    /** Two samples are the fewest that have a variance. */
    @Test
    void drawsAsManySamplesAsALayerNeeds() {
        assertThat(traced(spec("layer 2 -> 3 tanh norm -> 1 linear; loss mse").trace(1)).batch()).isEqualTo(2);
        assertThat(traced(spec("data moons samples 9; layer 2 -> 3 tanh norm -> 1 linear; loss mse").trace(1)).batch()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100, 150})
    void agreesWithTheEngineAndTheReferenceOnRandomNetworks(int first) {
        for (var seed = first; seed < first + 50; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var reference = new ReferenceNetwork(drawn.network());

            var trace = traced(drawn, 2);

            assertThat(trace.engine()).as("seed " + seed).isInstanceOf(Agreement.Same.class);
            assertThat(trace.before().penalty()).isCloseTo(reference.penalty(drawn.parameters()), within(1e-12));
            var training = reference.training(drawn.parameters());
            training.step(drawn.rows(), trace.rate(), new DropoutMasks(drawn.network(), 0));
            for (var tensor : trace.tensors()) {
                assertThat(tensor.after()).containsExactly(training.parameters().tensor(tensor.tensor().name()).values(), within(1e-9));
            }
            if (drawn.network().feedForward().layers().stream().allMatch(layer -> layer.dropout() == 0)) {
                assertThat(trace.before().data()).isCloseTo(reference.dataLoss(drawn.parameters(), drawn.rows()), within(1e-12));
                assertThat(trace.after().data()).isCloseTo(reference.dataLoss(training.parameters(), drawn.rows()), within(1e-8));
                var gradients = reference.gradients(drawn.parameters(), drawn.rows());
                for (var tensor : trace.tensors()) {
                    assertThat(tensor.gradient()).containsExactly(gradients.tensor(tensor.tensor().name()).values(), within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; optimizer adam rate 0.01", "; clip norm 0.01"})
    void dropsTheOutputsThatTrainingDrops(String more) {
        var spec = spec("precision f64; seed 5; data moons samples 40 noise 0.1; "
                + "layer 2 -> 9 tanh dropout 30% -> 7 relu dropout 50% -> 1 sigmoid; loss bce + l2 0.01; train 1 epoch batch 9" + more);

        var trace = traced(spec.trace());

        var masks = trace.samples().stream().flatMapToDouble(sample -> DoubleStream.of(sample.layers().get(1).masks())).toArray();
        assertThat(masks).hasSize(28).contains(0, 2);
        assertThat(DoubleStream.of(masks).allMatch(mask -> mask == 0 || mask == 2)).isTrue();
        assertThat(trace.engine()).isInstanceOf(Agreement.Same.class);
    }

    @Test
    void takesTheFirstBatchOfTraining() {
        var iris = "precision f64; seed 3; data iris; split test 20%; scale standard; layer 4 -> 3 softmax; loss cross_entropy; ";
        var spec = spec(iris + "optimizer sgd rate 0.1; train 1 epoch batch 120");
        var shuffled = spec(iris + "train 1 epoch");

        var trace = traced(spec.trace());
        var trained = spec.train().trained().parameters();

        assertThat(trace.batch()).isEqualTo(120);
        assertThat(trace.samples()).extracting(SampleTrace::row).containsExactly(1, 2, 3, 4);
        for (var tensor : trace.tensors()) {
            assertThat(tensor.after()).containsExactly(trained.tensor(tensor.tensor().name()).values(), within(1e-14));
        }
        assertThat(traced(shuffled.trace()).batch()).isEqualTo(32);
        assertThat(traced(shuffled.trace()).samples()).extracting(SampleTrace::row).doesNotContainSequence(1, 2, 3, 4);
    }

    @Test
    void partsTheGradientByWhatIsWrittenOut() {
        var drawn = RandomNetworks.draw(11);
        var few = traced(drawn, 1);
        var one = few.samples().getFirst();

        for (var layer : one.layers()) {
            var tensor = few.tensor(layer.layer().weightName());
            for (var i = 0; i < tensor.data().length && tensor.trained(); i++) {
                var product = layer.deltas()[i / layer.inputs().length] * layer.inputs()[i % layer.inputs().length];
                assertThat(product + tensor.unshown()[i]).isCloseTo(tensor.data()[i], within(1e-14));
            }
        }
        var share = one.shares().stream().flatMapToDouble(Arrays::stream).sum();
        assertThat(share + few.unshown().stream().mapToDouble(d -> d).sum()).isCloseTo(few.before().data(), within(1e-14));
    }

    @Test
    void drawsSamplesFromTheSeedWhereTheSpecNamesNone() {
        var trace = traced(spec("layer 2 -> 3 sigmoid; loss mse + l2 0.01").trace(3));
        var other = traced(Brickwork.standard().withSeed(1).compile("layer 2 -> 3 sigmoid; loss mse + l2 0.01").trace(3));

        assertThat(trace.drawn()).isTrue();
        assertThat(trace.samples()).hasSize(3);
        assertThat(trace.samples().getFirst().inputs()).isNotEqualTo(other.samples().getFirst().inputs());
        assertThat(traced(spec("layer 2 -> 3 sigmoid; loss mse; train 1 epoch batch 2").trace()).batch()).isEqualTo(2);
    }

    @Test
    void saysWhereTheEngineStops() {
        var spec = spec("precision f64; data xor; layer 2 -> 1 linear init constant 1e200; loss mse; train 1 epoch");

        assertThat(traced(spec.trace()).engine()).isInstanceOfSatisfying(Agreement.Stopped.class,
                stopped -> assertThat(stopped.fault().what()).isEqualTo(NonFinite.What.LOSS));
    }

    @Test
    void findsAnotherStepWhereThereIsOne() {
        var network = spec(MAZUR).network().withPrecision(Precision.F64);
        var start = Initializer.parameters(network);
        var batch = TraceBatch.drawn(network, 1);
        var trace = StepTracer.trace(network, batch, start, StepTracer.Options.standard());
        var after = new Parameters(Precision.F64, trace.tensors().stream().map(t -> new Tensor(t.tensor().name(), t.tensor().rows(),
                t.tensor().columns(), t.tensor().bias(), t.after())).toList());
        after.tensor("layer2.weight").values()[2] += 1e-9;

        assertThat(new EngineStep(network, batch, start, 0.5).compare(after, EngineOptions.standard()))
                .isInstanceOfSatisfying(Agreement.Different.class, different -> {
                    assertThat(different.tensor()).isEqualTo("layer2.weight");
                    assertThat(different.row()).isEqualTo(1);
                    assertThat(different.column()).isZero();
                    assertThat(different.difference()).isBetween(1e-9, 3e-9);
                });
    }

    @Test
    void refusesToTraceNothing() {
        assertThatThrownBy(() -> spec(MAZUR).trace(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1 sample, got 0");
        assertThatThrownBy(() -> traced(spec(MAZUR).trace()).tensor("layer3.weight")).hasMessageContaining("layer2.bias");
    }
}
