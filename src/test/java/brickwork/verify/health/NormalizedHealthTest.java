package brickwork.verify.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.Brickwork;
import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.source.Outcome;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Layers that take their statistics over the batch. */
class NormalizedHealthTest {

    /** 1025 samples are more than a block, whose statistics would be others, and one more than a block may not stand alone. */
    @Test
    void theGradientOfALayerThatNormalisesIsOverAllItTrainsAndAllSamples() {
        var text = """
                precision f64
                data moons samples 1025 noise 0.2
                layer 2 -> 4 tanh norm -> 3 relu norm frozen -> 1 sigmoid
                loss bce
                """;
        var spec = Brickwork.standard().compile(text);
        var rows = ((Outcome.Success<Dataset>) spec.data()).value().train();
        var gradients = new ReferenceNetwork(spec.network()).gradients(Initializer.parameters(spec.network()), rows);

        var moment = ((Outcome.Success<Health>) spec.health()).value().start();

        var expected = Math.sqrt(List.of("layer1.weight", "layer1.norm.gamma", "layer1.norm.beta").stream()
                .flatMapToDouble(name -> DoubleStream.of(gradients.tensor(name).values())).map(g -> g * g).sum());
        assertThat(moment.layer(1).gradientNorm().getAsDouble()).isCloseTo(expected, within(1e-12));
        assertThat(moment.layer(2).gradientNorm()).as("of a frozen layer").isEmpty();
    }

    /** The rate is so small that f32 rounds every update of a gamma of 1 away. */
    @Test
    void aGammaThatStaysIsToldAndARunningValueIsNot() {
        var health = Brickwork.standard().compile("""
                data moons samples 20; layer 2 -> 3 relu norm momentum 0 -> 1 sigmoid norm
                loss bce; optimizer sgd rate 1e-12; train 1 epoch batch full
                """).train().health();

        assertThat(health.changes()).extracting(TensorChange::tensor).containsExactly("layer1.weight", "layer1.norm.gamma",
                "layer1.norm.beta", "layer1.norm.mean", "layer1.norm.variance", "layer2.weight", "layer2.norm.gamma", "layer2.norm.beta",
                "layer2.norm.mean", "layer2.norm.variance");
        assertThat(health.findings()).filteredOn(finding -> finding.kind() == Finding.Kind.UNCHANGED).extracting(Finding::message)
                .contains("layer1.norm.gamma is, bit for bit, as it started", "layer2.norm.gamma is, bit for bit, as it started")
                .noneMatch(message -> message.contains("mean") || message.contains("variance"));
        assertThat(health.changes().get(1).place(2)).isEqualTo("layer1.norm.gamma[2]");
        assertThat(health.changes().getFirst().place(3)).isEqualTo("layer1.weight[1, 1]");
    }

    @Test
    void aRunningValueThatIsNotFiniteIsFound() {
        var spec = Brickwork.standard().compile("data xor; layer 2 -> 3 tanh norm -> 1 sigmoid; loss bce");
        var start = Initializer.parameters(spec.network());
        start.tensor("layer1.norm.variance").values()[1] = Double.POSITIVE_INFINITY;

        var dataset = ((Outcome.Success<Dataset>) spec.data()).value();

        assertThat(Health.before(spec.network(), dataset, start, EngineOptions.standard()).start().notFinite().orElseThrow().text())
                .isEqualTo("layer1.norm.variance[1] is infinite");
    }
}
