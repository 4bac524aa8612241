package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Outcome;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LintsTest {

    static Stream<Arguments> texts() {
        return Specs.table("""
                data xor | layer 1 softmax | loss mse => NN101@2:9
                data xor | layer 2 softmax | loss mse => ok
                data rows [ 1 -> 2; 3 -> 4 ] | layer 1 sigmoid | loss mse => NN102@2:9
                data rows [ 1 -> 0; 3 -> 1 ] | layer 1 sigmoid | loss mse => ok
                data rows [ 1 -> -1; 3 -> 1 ] | layer 1 tanh | loss mse => ok
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 tanh | loss mse => NN102@2:9
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 relu | loss mse => NN102@2:9
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 softplus | loss mse => NN102@2:9
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 leaky_relu | loss mse => ok
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 leaky_relu 0 | loss mse => NN102@2:9
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 elu | loss mse => ok
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 elu 0.5 | loss mse => NN102@2:9
                data rows [ 1 -> -1.7; 3 -> 9 ] | layer 1 selu | loss mse => ok
                data rows [ 1 -> -1.8; 3 -> 9 ] | layer 1 selu | loss mse => NN102@2:9
                data rows [ 1 -> -0.1; 3 -> 9 ] | layer 1 gelu | loss mse => ok
                data rows [ 1 -> -0.2; 3 -> 9 ] | layer 1 gelu | loss mse => NN102@2:9
                data rows [ 1 -> -0.2; 3 -> 9 ] | layer 1 silu | loss mse => ok
                data rows [ 1 -> -0.3; 3 -> 9 ] | layer 1 silu | loss mse => NN102@2:9
                data rows [ 1 -> -1; 3 -> 9 ] | layer 1 linear | loss mse => ok
                data iris | layer 3 sigmoid | loss mse => ok
                data xor | layer 1 sigmoid | loss bce | train 9 epochs batch 5 => NN103@4:22
                data xor | layer 1 sigmoid | loss bce | train 9 epochs batch 4 => ok
                data xor | layer 1 sigmoid | loss bce | train 9 epochs => ok
                data iris | split test 20% | layer 3 softmax | loss mse | train 9 epochs batch 121 => NN103@5:22
                layer 2 -> 1 linear | loss mse | optimizer adam rate 10.5 => NN104@3:21
                layer 2 -> 1 linear | loss mse | optimizer adam rate 10 => ok
                let a = 1 | let b = a | let c = b | layer b -> 1 linear | loss mse => NN105@3:5
                data iris | layer 3 softmax | loss mse | train 9 epochs batch 10 in order => NN106@4:25
                data iris | layer 3 softmax | loss mse | train 9 epochs batch full in order => ok
                data iris | layer 3 softmax | loss mse | train 9 epochs batch 10 => ok
                data xor | layer 1 sigmoid | loss mse | train 9 epochs batch 2 in order => ok
                data iris | split test 20% in order | layer 3 softmax | loss mse | train 9 epochs batch 10 in order => NN106@2:16
                data iris | split test 20% | layer 3 softmax | loss mse | train 9 epochs batch 10 in order => ok
                data iris | split test 20% stratified in order | layer 3 softmax | loss mse | train 9 epochs => ok
                data iris | split test 20% stratified in order | layer 3 softmax | loss mse | train 9 epochs in order => NN106@5:16
                layer 2 -> 1 linear | loss mse | expect loss < 1 | expect loss < 2 => NN107@3:1
                data xor | layer 1 linear | loss mse | expect loss decreases => NN107@4:1
                layer 2 -> 1 linear | loss mse | train 9 epochs | expect initial loss = 1 within 1 => NN107@4:1
                layer 2 -> 1 linear | loss mse | expect gradcheck < 1 => ok
                data xor | layer 1 linear | loss mse | train 9 epochs | expect f1 >= 75 | stop when accuracy > 101 => NN108@5:14 NN108@6:22
                """);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void warnsOfWhatIsRightButHardlyMeant(String text, String expected) {
        var outcome = Specs.check(text);
        assertThat(outcome).isInstanceOf(Outcome.Success.class);
        assertThat(Specs.summary(outcome)).isEqualTo(expected);
    }

    @Test
    void saysNothingOfATextWithErrors() {
        assertThat(Specs.summary(Specs.check("let hiden = 3\nlayer 2 -> hidden relu\nloss mse"))).isEqualTo("NN030@2:12");
    }

    @Test
    void judgesTheValueThatIsSet() {
        var text = "let r = 0.1\nlayer 2 -> 1 linear\nloss mse\noptimizer sgd rate r";
        assertThat(Specs.summary(Specs.check(text, Map.of("r", 11.0), OptionalLong.empty()))).isEqualTo("NN104@4:20");
    }
}
