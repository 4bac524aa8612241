package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Outcome;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    static Stream<Arguments> texts() {
        return Specs.table("""
                layer 2 -> 1_000_000_000 relu -> 1 linear | loss mse => NN036@1:12
                layer 2 -> 1e300 relu -> 1 linear | loss mse => NN036@1:12
                layer 10000 -> 10000 relu -> 1 linear | loss mse => NN036@1:16
                layer 9999 -> 9999 relu -> 1 linear | loss mse => ok
                layer 9000 -> 9000 relu -> 9000 relu -> 9000 relu | loss mse => NN036@1:28
                layer 100_000_000 -> 100_000_000 relu -> 1 linear | loss mse => NN036@1:22
                repeat 1000000 { layer 2 -> 2 relu } | loss mse => NN036@1:8
                repeat 1000 { repeat 1000 { layer 2 -> 2 relu } } | loss mse => NN036@1:8
                repeat 10_000 { layer 2 -> 2 relu } | loss mse => ok
                repeat 9_999 { layer 2 -> 2 relu } | repeat 2 { layer 2 relu } | loss mse => NN036@2:8
                repeat 10_000 { layer 2 -> 2 relu } | layer 2 relu | layer 2 relu | loss mse => NN036@2:7
                """);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sizesAreRefusedBeforeAnythingIsMade(String text, String expected) {
        assertThat(Specs.summary(Specs.check(text))).isEqualTo(expected);
    }

    @Test
    void theMessageStatesTheLimit() {
        assertThat(Specs.check("repeat 1e6 { layer 2 -> 2 relu }\nloss mse").diagnostics().getFirst().message())
                .isEqualTo("this makes 1,000,000 layers here; a network may have 10,000 at most");
        assertThat(Specs.check("layer 10000 -> 10000 relu\nloss mse").diagnostics().getFirst().message())
                .isEqualTo("with layer 1 the network has 100,010,000 parameters; it may have 100,000,000 at most");
    }

    @Test
    void aTextWithManyFaultsIsToldInReasonableTime() {
        var text = "seed x;".repeat(9_000) + "let abcde = 1;".repeat(2_000);
        var outcome = Assertions.assertTimeout(Duration.ofSeconds(5), () -> Specs.check(text));
        assertThat(outcome).isInstanceOf(Outcome.Failure.class);
        assertThat(outcome.diagnostics()).hasSizeLessThan(1_500);
        assertThat(outcome.diagnostics().getLast().message()).contains("more faults from here on");
    }
}
