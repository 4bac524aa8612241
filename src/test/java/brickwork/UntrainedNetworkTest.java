package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.FittedScaling;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network is made of a specification and parameters that come from anywhere. */
class UntrainedNetworkTest {

    private static final Tensor WEIGHT = new Tensor("layer1.weight", 1, 2, false, new double[] {2, -3});
    private static final Tensor BIAS = new Tensor("layer1.bias", 1, 1, true, new double[] {0.5});

    private static NeuralSpec spec(String precision) {
        return Brickwork.standard().compile("precision " + precision + "; layer 2 -> 1 linear; loss mse");
    }

    private static Parameters of(Tensor... tensors) {
        return new Parameters(Precision.F64, List.of(tensors));
    }

    @Test
    void predictsWithWhatItIsGiven() {
        assertThat(TrainedNetwork.of(spec("f64"), of(WEIGHT, BIAS)).predict(10, 1)).containsExactly(17.5);
        assertThat(TrainedNetwork.of(spec("f32").network(), of(BIAS, WEIGHT)).predict(10, 1)).containsExactly(17.5);
    }

    @Test
    void scalesAndNamesAsItIsTold(@TempDir Path folder) throws Exception {
        var network = TrainedNetwork.of(spec("f64"), of(WEIGHT, BIAS)).withScaling(FittedScaling.by(2))
                .withClassNames(List.of("no", "yes"));
        assertThat(network.predict(10, 1)).containsExactly(9);
        assertThat(network.classOf(network.predict(10, 1))).contains("yes");

        network.save(folder.resolve("m.safetensors"));
        var loaded = TrainedNetwork.load(folder.resolve("m.safetensors"));

        assertThat(loaded.predict(10, 1)).containsExactly(9);
        assertThat(loaded.classNames()).containsExactly("no", "yes");
        assertThat(loaded.fingerprint()).isEqualTo(network.fingerprint());
    }

    @Test
    void doesNotSeeWhatBecomesOfTheArraysLater() {
        var values = new double[] {2, -3};
        var network = TrainedNetwork.of(spec("f64"), of(new Tensor("layer1.weight", 1, 2, false, values), BIAS));
        values[0] = 100;
        assertThat(network.predict(10, 1)).containsExactly(17.5);
    }

    @Test
    void refusesParametersOfAnotherNetwork() {
        refuses(of(WEIGHT), "no tensor layer1.bias");
        refuses(of(WEIGHT, BIAS, BIAS), "two tensors layer1.bias");
        refuses(of(WEIGHT, BIAS, new Tensor("layer2.bias", 1, 1, true, new double[1])), "the network has no tensor layer2.bias");
        refuses(of(new Tensor("layer1.weight", 2, 1, false, new double[2]), BIAS), "shape 2 x 1, the network needs 1 x 2");
    }

    @Test
    void refusesWhatIsNotFinite() {
        refuses(of(new Tensor("layer1.weight", 1, 2, false, new double[] {1, Double.NaN}), BIAS), "layer1.weight[0, 1] is NaN");
        refuses(of(new Tensor("layer1.weight", 1, 2, false, new double[] {1, 1e300}), BIAS), "is 1.0E300, and f32 needs");
    }

    private static void refuses(Parameters parameters, String message) {
        assertThatThrownBy(() -> TrainedNetwork.of(spec("f32"), parameters)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAScalingAndNamesOfAnotherWidth() {
        var network = TrainedNetwork.of(spec("f64"), of(WEIGHT, BIAS));
        assertThatThrownBy(() -> network.withScaling(FittedScaling.columns(new double[3], new double[] {1, 1, 1})))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a scaling of 3");
        assertThatThrownBy(() -> network.withClassNames(List.of("a", "b", "c"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names of 3 classes");
        assertThat(network.withClassNames(List.of()).classOf(new double[] {1})).isEmpty();
    }
}
