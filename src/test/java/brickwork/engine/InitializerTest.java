package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.LossTerm;
import brickwork.model.Precision;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitializerTest {

    private static final Activation LINEAR = new Activation.Linear();

    private static double[] weights(Initialization scheme, int inputs, int units) {
        return Initializer.parameters(NetworkBuilder.of(inputs).layer(units, LINEAR, scheme, Bias.zeros())
                .loss(1, new LossTerm.MeanSquaredError()).network()).tensor("layer1.weight").values();
    }

    private static double deviation(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(v -> v * v).average().orElseThrow());
    }

    private static double largest(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElseThrow();
    }

    @Test
    void schemesHaveTheSpreadTheirAuthorsGaveThem() {
        var bound = Math.sqrt(6.0 / 500);
        assertThat(largest(weights(new Initialization.Xavier(), 200, 300))).isBetween(0.999 * bound, bound);
        assertThat(deviation(weights(new Initialization.Xavier(), 200, 300))).isCloseTo(bound / Math.sqrt(3), within(bound / 100));
        assertThat(deviation(weights(new Initialization.He(), 200, 300))).isCloseTo(0.1, within(0.001));
        assertThat(deviation(weights(new Initialization.Lecun(), 400, 300))).isCloseTo(0.05, within(0.0005));
        assertThat(deviation(weights(new Initialization.Normal(3), 200, 300))).isCloseTo(3, within(0.03));
        assertThat(largest(weights(new Initialization.Uniform(2), 200, 300))).isBetween(1.99, 2.0);
        assertThat(weights(new Initialization.Constant(0.25), 2, 3)).containsOnly(0.25);
        assertThat(weights(new Initialization.Zeros(), 2, 3)).containsOnly(0);
        assertThat(weights(new Initialization.Values(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0), List.of(5.0, 6.0))), 2, 3))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aLayerStartsTheSameWhateverStandsBesideIt() {
        var alone = NetworkBuilder.of(4).layer(5, LINEAR).loss(1, new LossTerm.MeanSquaredError()).network();
        var joined = NetworkBuilder.of(4).layer(5, LINEAR).layer(7, LINEAR).loss(1, new LossTerm.MeanSquaredError()).network();
        assertThat(Initializer.parameters(joined).tensor("layer1.weight").values())
                .isEqualTo(Initializer.parameters(alone).tensor("layer1.weight").values());
        assertThat(Initializer.parameters(joined.withSeed(2)).tensor("layer1.weight").values())
                .isNotEqualTo(Initializer.parameters(alone).tensor("layer1.weight").values());
    }

    @Test
    void floatsAreTheDoublesRounded() {
        var network = NetworkBuilder.of(4).layer(5, LINEAR).loss(1, new LossTerm.MeanSquaredError()).network();
        var doubles = Initializer.parameters(network).tensor("layer1.bias").values();
        var floats = Initializer.parameters(network.withPrecision(Precision.F32)).tensor("layer1.bias").values();
        for (var i = 0; i < doubles.length; i++) {
            assertThat(floats[i]).isEqualTo((float) doubles[i]);
        }
    }
}
