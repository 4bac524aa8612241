package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerRulesTest {

    static Stream<Arguments> widths() {
        return Specs.table("""
                layer 2 -> 3 relu | layer 3 -> 1 linear | loss mse => ok
                layer 2 -> 3 relu | layer 1 linear | loss mse => ok
                layer 2 -> 3 relu -> 4 tanh -> 1 linear | loss mse => ok
                layer 2 -> 3 relu | layer 4 -> 1 linear | loss mse => NN012@2:7
                layer 2 -> 3 relu | layer 4 -> 5 relu | layer 6 -> 1 linear | loss mse => NN012@2:7 NN012@3:7
                let w = 4 | layer 2 -> 3 relu | layer w + 0 -> 1 linear | loss mse => NN012@3:7
                repeat 2 { layer 4 -> 8 relu } | layer 1 linear | loss mse => NN012@1:18
                repeat 1 { layer 4 -> 8 relu } | layer 1 linear | loss mse => ok
                repeat 3 { layer 4 -> 8 relu; layer 8 -> 4 tanh } | layer 1 linear | loss mse => ok
                layer 2 -> 4 relu | repeat 3 { repeat 2 { layer 4 -> 4 relu } } | layer 4 -> 1 linear | loss mse => ok
                layer 2 -> 3 relu | repeat 2 { layer 4 -> 4 relu } | layer 1 linear | loss mse => NN012@2:18
                data xor | layer 3 -> 1 sigmoid | loss bce => NN013@2:7
                data xor | layer 1 sigmoid | loss bce => ok
                layer 1 sigmoid | loss bce => NN015@1:7
                repeat 2 { layer 3 relu } | layer 1 sigmoid | loss bce => NN015@1:18
                """);
    }

    static Stream<Arguments> activations() {
        return Specs.table("""
                layer 2 -> 3 leaky_relu 0.1 -> 3 elu 2 -> 1 linear | loss mse => ok
                layer 2 -> 3 relu 0.1 | layer 1 linear | loss mse => NN017@1:19
                layer 2 -> 3 softmax 2 | loss cross_entropy => NN017@1:22
                layer 2 -> 3 Relu | loss mse => NN016@1:14
                layer 2 -> 3 swish | loss mse => NN016@1:14
                layer 2 -> 3 softmax | layer 2 sigmoid | loss mse => NN018@1:14
                layer 2 -> 3 softmax -> 2 softmax | loss cross_entropy => NN018@1:14
                repeat 2 { layer 2 -> 2 softmax } | loss cross_entropy => NN018@1:25
                """);
    }

    static Stream<Arguments> options() {
        return Specs.table("""
                layer 2 -> 3 relu dropout 0.5, bias none, frozen, init normal 0.1, as first -> 1 linear | loss mse => ok
                layer 2 -> 3 relu dropout 0 -> 1 linear | loss mse => ok
                layer 2 -> 3 relu dropout 1 -> 1 linear | loss mse => NN034@1:27
                layer 2 -> 3 relu dropout -10% -> 1 linear | loss mse => NN034@1:27
                layer 2 -> 3 relu dropout 0.1 | loss mse => NN019@1:19
                layer 2 -> 3 relu dropout 2 | loss mse => NN034@1:27
                layer 2 -> 3 relu frozen frozen -> 1 linear | loss mse => NN020@1:26
                layer 2 -> 3 relu init he init hee -> 1 linear | loss mse => NN020@1:27 NN021@1:32
                layer 2 -> 3 relu bias normal -> 1 linear | loss mse => NN022@1:24
                layer 2 -> 3 relu init uniform -1 -> 1 linear | loss mse => NN035@1:32
                layer 2 -> 3 relu init zeros 1 -> 1 linear | loss mse => NN022@1:30
                layer 2 -> 1 linear init [[1 2]] bias fixed [3] | loss mse => ok
                layer 2 -> 1 linear init [[1 2 3]] | loss mse => NN023@1:27
                layer 2 -> 1 linear init [[1 2] [3 4]] | loss mse => NN023@1:26
                layer 2 -> 1 linear init [1 2] | loss mse => NN023@1:26
                layer 2 -> 1 linear bias [[1]] | loss mse => NN023@1:26
                layer 2 -> 1 linear bias [1 2] | loss mse => NN023@1:26
                data xor | layer 1 linear init [[1 2 3]] | loss mse => NN023@2:22
                layer 2 -> 0 linear init [[1 2] [3 4]] bias [1] | loss mse => NN033@1:12
                layer 2 -> 3 relu as a -> 1 linear as a | loss mse => NN024@1:39
                repeat 2 { layer 2 -> 2 relu as a } | loss mse => NN024@1:33
                repeat 1 { layer 2 -> 2 relu as a } | loss mse => ok
                """);
    }

    static Stream<Arguments> repeats() {
        return Specs.table("""
                repeat 0 { layer 2 -> 2 relu } | loss mse => NN033@1:8
                repeat 1.5 { layer 2 -> 2 relu } | loss mse => NN033@1:8
                repeat 3 { } | layer 2 -> 1 linear | loss mse => NN025@1:1
                repeat 3 { repeat 2 { } } | layer 2 -> 1 linear | loss mse => NN025@1:12
                repeat 3 { let a = 3; layer a -> 3 relu } | loss mse => NN025@1:12
                repeat 2 { layer 2 -> 2 relu; loss mse } => NN025@1:31
                """);
    }

    @ParameterizedTest
    @MethodSource({"widths", "activations", "options", "repeats"})
    void eachFaultIsToldOnceAtItsPlace(String text, String expected) {
        assertThat(Specs.summary(Specs.check(text))).isEqualTo(expected);
    }

    @Test
    void aWidthClashShowsBothLayers() {
        var clash = Specs.check("layer 2 -> 3 relu\nlayer 4 -> 1 sigmoid\nloss bce").diagnostics().getFirst();
        assertThat(clash.message()).isEqualTo("layer 2 takes 4 inputs, but layer 1 gives 3");
        assertThat(clash.notes()).singleElement().satisfies(note -> {
            assertThat(note.message()).isEqualTo("layer 1 gives 3");
            assertThat(clash.source().text(note.span())).isEqualTo("3");
        });
    }

    @Test
    void messagesCallLayersByTheirNames() {
        var clash = Specs.check("layer 2 -> 1 relu as eye\nlayer 4 -> 1 sigmoid as mouth\nloss bce").diagnostics().getFirst();
        assertThat(clash.message()).isEqualTo("layer 2 (mouth) takes 4 inputs, but layer 1 (eye) gives 1");
    }
}
