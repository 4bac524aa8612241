package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialWeightsTest {

    private static final String NETWORK = """
            data xor
            layer 2 -> 3 tanh bias normal 0.1
            layer 3 -> 4 relu bias none
            layer 4 -> 1 sigmoid bias fixed [0.25]
            loss bce
            train 20 epochs batch full
            """;

    private static NeuralSpec spec(String precision, long seed) {
        return Brickwork.standard().withSeed(seed).compile("precision " + precision + "\n" + NETWORK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f32", "f64"})
    void trainsAsFromTheSameParameters(String precision) throws Exception {
        var parameters = spec(precision, 5).initialParameters();
        var spec = spec(precision, 1);
        Dataset samples = spec.data().orThrow();
        var begun = spec.withInitial(parameters);

        assertThat(begun.initialParameters().tensors()).usingRecursiveComparison().isEqualTo(parameters.tensors());
        assertThat(begun.train().report().fingerprint())
                .isEqualTo(spec.train(samples, spec.settings().withInitial(parameters)).report().fingerprint())
                .isNotEqualTo(spec.train().report().fingerprint());
    }

    @Test
    void keepsWhatIsFixed() {
        var begun = spec("f64", 1).withInitial(spec("f64", 5).initialParameters());
        assertThat(begun.network().feedForward().layers().getLast().biasTrained()).isFalse();
        assertThat(begun.network().feedForward().layers().get(1).hasBias()).isFalse();
    }

    @Test
    void refusesParametersOfAnotherNetwork() {
        var wider = Brickwork.standard().compile("layer 2 -> 5 tanh -> 4 relu bias none -> 1 sigmoid; loss bce").initialParameters();
        assertThatThrownBy(() -> spec("f32", 1).withInitial(wider)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer1.weight has shape 5 x 2, the network needs 3 x 2");
        var flatter = Brickwork.standard().compile("layer 2 -> 3 tanh; loss mse").initialParameters();
        assertThatThrownBy(() -> spec("f32", 1).withInitial(flatter)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer2.weight");
    }
}
