package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.CustomSource;
import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.CustomActivation;
import brickwork.model.DataSource;
import brickwork.model.DataSources;
import brickwork.model.Definition;
import brickwork.model.Dense;
import brickwork.model.Initialization;
import brickwork.model.Language;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Metric;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Relation;
import brickwork.model.Scaling;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Split;
import brickwork.model.Training;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.syntax.SpecPrinter;
import brickwork.verify.RandomNetworks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A spec that a program says by types is the spec that a text says. */
class SpecBuilderTest {

    private static final Brickwork BRICKWORK = Brickwork.standard();

    private static final SpecBuilder SMALL = SpecBuilder.empty().inputs(2).layer(1, new Activation.Sigmoid())
            .loss(new LossTerm.BinaryCrossEntropy());

    /** Random networks, learned in random ways. */
    static Stream<Specification> networks() {
        return LongStream.range(0, 120).mapToObj(seed -> {
            var random = new SplittableRandom(seed);
            var drawn = RandomNetworks.draw(seed).network();
            var learning = drawn.learning().withTraining(Optional.of(new Training(random.nextInt(1, 4), random.nextBoolean()
                    ? new Training.Batch.Full() : new Training.Batch.Of(random.nextInt(1, 9)), random.nextBoolean(), Origin.NONE)));
            if (random.nextBoolean()) {
                learning = learning.withStops(List.of(new Training.Stop.Stalls(Metric.LOSS, 2, random.nextBoolean()),
                        new Training.Stop.When(Metric.LOSS, Relation.LESS, random.nextDouble(), 1))).withCheckpointEvery(OptionalInt.of(2));
            }
            return drawn.withLearning(learning).withSeed(random.nextInt(1000)).withName(Optional.of("drawn").filter(_ -> seed % 2 == 0))
                    .withPrecision(random.nextBoolean() ? Precision.F32 : Precision.F64);
        }).filter(network -> BRICKWORK.compile(network) instanceof Outcome.Success);
    }

    /** The same network, said again by every method that its parts need. */
    private static SpecBuilder built(Specification network) {
        var spec = SpecBuilder.empty().seed(network.seed()).precision(network.precision()).inputs(network.inputs());
        spec = network.name().map(spec::name).orElse(spec);
        for (var layer : network.feedForward().layers()) {
            spec = spec.layer(layer(layer instanceof Dense dense ? dense : null));
        }
        var optimizer = network.learning().descent().optimizer();
        spec = spec.loss(network.feedForward().loss()).optimizer(optimizer.rule(), optimizer.rate(), optimizer.schedule());
        spec = network.learning().descent().clip().map(spec::clip).orElse(spec).train(network.learning().training().orElseThrow());
        for (var stop : network.learning().stops()) {
            spec = spec.stop(stop);
        }
        return network.learning().checkpointEvery().isPresent()
                ? spec.checkpointEvery(network.learning().checkpointEvery().getAsInt()) : spec;
    }

    private static LayerBuilder layer(Dense layer) {
        var built = LayerBuilder.of(layer.units(), layer.activation()).init(layer.weights()).bias(layer.bias());
        built = layer.frozen() ? built.frozen() : built;
        return layer.dropout() > 0 ? built.dropout(layer.dropout()) : built;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void builderTextAndModelAreOne(Specification network) {
        var text = SpecPrinter.print(network);
        var built = BRICKWORK.compile(built(network)).orThrow();
        assertThat(built.network()).isEqualTo(network);
        assertThat(SpecPrinter.print(built.network())).isEqualTo(text);
        assertThat(BRICKWORK.compile(SpecPrinter.print(built.network())).network()).isEqualTo(network);
        assertThat(BRICKWORK.compile(network).orThrow().network()).isEqualTo(network);
        assertThat(SpecBuilder.of(network).text()).isEqualTo(text);

        var written = BRICKWORK.compile(text);
        assertThat(built.plan()).isEqualTo(written.plan());
        var samples = samples(network);
        assertThat(built.train(samples, built.settings()).report().fingerprint())
                .isEqualTo(written.train(samples, written.settings()).report().fingerprint());
    }

    private static Dataset samples(Specification network) {
        var rows = RandomNetworks.rows(network, 20, new SplittableRandom(7));
        var inputs = new double[rows.count()][network.inputs()];
        var targets = new double[rows.count()][network.outputs()];
        for (var row = 0; row < rows.count(); row++) {
            rows.input(row, inputs[row], 0);
            rows.target(row, targets[row], 0);
        }
        return Dataset.of(inputs, targets);
    }

    @Test
    void mostRandomNetworksAreSpecs() {
        assertThat(networks()).hasSizeGreaterThan(80);
    }

    /** What every word of the language names, said by the type it has. */
    static Stream<SpecBuilder> words() {
        var head = SpecBuilder.empty().data(DataSources.xor());
        var end = new Activation.Sigmoid();
        var bce = new LossTerm.BinaryCrossEntropy();
        var whole = head.layer(2, new Activation.Tanh()).layer(1, end).loss(bce);
        return Stream.of(
                examples(Language.ACTIVATIONS.definitions()).filter(a -> !(a instanceof Activation.Softmax))
                        .map(activation -> head.layer(3, activation).layer(1, end).loss(bce)),
                Stream.of(SpecBuilder.empty().data(DataSources.iris()).scale(new Scaling.Standard()).layer(3, new Activation.Softmax())
                        .loss(new LossTerm.CrossEntropy())),
                examples(Language.SCHEMES.definitions())
                        .map(scheme -> head.layer(LayerBuilder.of(1, end).init(scheme).bias(new Bias.Present(scheme, true))).loss(bce)),
                examples(Language.LAYER_OPTIONS.definitions())
                        .map(bias -> head.layer(LayerBuilder.of(2, end).bias(bias)).layer(1, end).loss(bce)),
                examples(Language.LOSSES.definitions()).filter(kind -> !(kind instanceof LossTerm.CrossEntropy))
                        .map(kind -> head.layer(1, end).loss(kind)),
                examples(Language.PENALTIES.definitions()).map(penalty -> head.layer(1, end).loss(bce, penalty)),
                examples(Language.OPTIMIZERS.definitions()).map(whole::optimizer),
                examples(Language.SCHEDULES.definitions())
                        .map(change -> whole.optimizer(new Optimizer.Sgd(0.9, true), 0.1, new Schedule(2, change))),
                examples(Language.CLIPS.definitions()).map(whole::clip),
                examples(Language.SCALINGS.definitions()).map(whole::scale),
                examples(Language.SOURCES.definitions()).map(source -> SpecBuilder.empty().data(source)
                        .layer(source instanceof DataSource.Digits ? 10 : source instanceof DataSource.Iris ? 3 : 1,
                                source instanceof DataSource.Sine ? new Activation.Linear() : end)
                        .loss(new LossTerm.MeanSquaredError())))
                .flatMap(stream -> stream);
    }

    private static <T> Stream<T> examples(List<Definition<T>> definitions) {
        return definitions.stream().map(Definition::example);
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordIsSaidByItsType(SpecBuilder spec) {
        var network = BRICKWORK.compile(spec).orThrow().network();
        assertThat(BRICKWORK.compile(spec.text()).network()).isEqualTo(network);
        assertThat(BRICKWORK.compile(network).orThrow().network()).isEqualTo(network);
    }

    @Test
    void whatIsSaidByNamesAndFiles() {
        var spec = SpecBuilder.empty().name("all").seed(9).precision(Precision.F64)
                .data(DataSources.rows(new double[][] {{0, 1.5}, {1, -2}, {0.1, 1}, {3, 4}}, new double[][] {{0}, {1}, {0}, {1}}))
                .split(new Split(0.25, 0.25, false, true)).scale(new Scaling.By(255))
                .inputs(2)
                .layer(LayerBuilder.of(2, new Activation.LeakyRelu(0.2))
                        .init(new Initialization.Values(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))))
                        .bias(new Bias.None()).frozen().dropout(0.25).named("first"))
                .layer(1, new Activation.Sigmoid())
                .loss(new Loss(
                        List.of(new LossTerm(0.5, new LossTerm.MeanSquaredError()), new LossTerm(1, new LossTerm.BinaryCrossEntropy())),
                        List.of(new Penalty.L1(0.01), new Penalty.L2(0.02))))
                .optimizer(new Optimizer.Adam(0.9, 0.99, 1e-8, 0.1, true)).clip(new Clip.Norm(1))
                .train(20, new Training.Batch.Full()).stop(new Training.Stop.Stalls(Metric.LOSS, 3, true)).checkpointEvery(5)
                .expect("loss on train <= 10").expect("gradcheck < 1e-7");
        assertThat(spec.text()).isEqualTo(spec.toString()).contains("""
                layer 2 -> 2 leaky_relu 0.2 init [[1 2] [3 4]] bias none frozen dropout 0.25 as first
                layer 1 sigmoid
                loss 0.5 * mse + bce + l1 0.01 + l2 0.02
                """);
        var compiled = BRICKWORK.compile(spec).orThrow();
        assertThat(compiled.network().expectations()).hasSize(2);
        assertThat(BRICKWORK.compile(compiled.network()).orThrow().network()).isEqualTo(compiled.network());

        for (var source : List.of(DataSources.csv("f.csv", "rain"), DataSources.csv("f.csv", List.of("rain"), List.of("wind \"2\"")),
                DataSources.idx("i.gz", "l.gz"), DataSources.npz("d.npz", "x", "y"))) {
            assertThat(BRICKWORK.compile(SMALL.data(source)).diagnostics()).extracting(Diagnostic::code).contains(Code.NN201);
        }
        assertThat(DataSources.moons(10, 0.1)).isEqualTo(new DataSource.Moons(10, 0.1, OptionalLong.empty(), Origin.NONE));
    }

    @Test
    void faultsAreValuesAtTheirPlaceInTheText() {
        var spec = SpecBuilder.empty().data(DataSources.xor()).inputs(3).layer(2, new Activation.Softmax()).layer(1, new Activation.Tanh())
                .loss(new LossTerm.BinaryCrossEntropy()).seed(1).seed(2);
        var faults = BRICKWORK.compile(spec).diagnostics();
        assertThat(faults).extracting(Diagnostic::code).contains(Code.NN010, Code.NN013, Code.NN018, Code.NN043);
        assertThat(faults).allMatch(fault -> fault.source().name().equals("(program)") && fault.source().text().equals(spec.text()));
        assertThat(BRICKWORK.compile(SpecBuilder.empty()).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.NN011);
    }

    @Test
    void whatIsNoSingleStatementIsRefused() {
        assertThatThrownBy(() -> SMALL.expect("loss < 1; seed 5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SMALL.expect("loss < 1\nseed 5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SMALL.name("a seed 5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LayerBuilder.of(1, new Activation.Relu()).named("layer")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SMALL.data(null)).isInstanceOf(NullPointerException.class).hasMessageContaining("source");
    }

    @Test
    void functionsOfTheHostStandUnderTheirNames() {
        var twice = new CustomActivation() {
            @Override
            public double value(double z) {
                return 2 * z;
            }

            @Override
            public double derivative(double z) {
                return 2;
            }
        };
        var ofHost = BRICKWORK.withActivation("twice", twice).withSource("mine", new CustomSource() {
            @Override
            public Set<String> options() {
                return Set.of("window");
            }

            @Override
            public SampleTable open(Map<String, Double> options, long seed) {
                return SampleTable.ofReals(new double[][] {{1}}, new double[][] {{2}});
            }
        });
        var spec = SpecBuilder.empty().data(DataSources.registered("mine", Map.of("window", 3.0)))
                .layer(1, new Activation.Host("twice", OptionalDouble.empty(), twice)).loss(new LossTerm.MeanSquaredError());
        var network = ofHost.compile(spec).orThrow().network();
        assertThat(ofHost.compile(network).orThrow().network()).isEqualTo(network);
        assertThat(BRICKWORK.compile(spec).diagnostics()).extracting(Diagnostic::code).contains(Code.NN016, Code.NN060);
    }

    @Test
    void whatNoTextSaysIsNotLostInSilence() {
        var normalised = BRICKWORK.compile("data xor; layer 2 -> 2 norm tanh -> 1 sigmoid; loss bce".replace("norm tanh", "tanh norm"));
        var moved = normalised.withInitial(normalised.initialParameters()).network();
        assertThatThrownBy(() -> BRICKWORK.compile(moved)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("withInitial");
    }
}
