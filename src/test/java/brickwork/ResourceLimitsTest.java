package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.model.ResourceLimits;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks for more than the host allows is refused as a fault of the text, before anything of that size is made. */
class ResourceLimitsTest {

    private static final ResourceLimits SMALL = ResourceLimits.standard().withMemory(512L << 18);

    private static List<Diagnostic> faults(String text, ResourceLimits limits) {
        return switch (Brickwork.standard().withLimits(limits).compile(new SourceText("t.nn", text))) {
            case Outcome.Success<NeuralSpec> _ -> List.of();
            case Outcome.Failure<NeuralSpec> failure -> failure.diagnostics();
        };
    }

    /** Each ended in an OutOfMemoryError with 512 MB. */
    @ParameterizedTest
    @ValueSource(strings = {
            "data xor; layer 2 -> 1 sigmoid; loss bce; train 2147483647 epochs",
            "data xor; layer 2 -> 5000 relu -> 5000 relu -> 1 sigmoid; loss bce; optimizer adam; train 1 epoch",
            "data moons samples 1024; layer 2 -> 1000000 relu -> 1 sigmoid; loss bce; train 1 epoch batch full",
            "data moons samples 5000000; layer 2 -> 64 relu -> 1 sigmoid; loss bce; train 1 epoch batch full",
            "data digits; layer 64 -> 40000 relu -> 10 softmax; loss cross_entropy; train 1 epoch batch full",
            "layer 2 -> 100 relu; repeat 9900 { layer 100 relu }; loss mse; train 1 epoch",
            "data blobs samples 1000000 classes 1000000 features 2; layer 2 -> 90 relu -> 1000000 softmax; loss cross_entropy;"
                    + "train 1 epoch",
            "data moons samples 10000000 noise 0.1; layer 2 -> 4 tanh -> 1 sigmoid; loss bce; train 1 epoch",
            "data xor; layer 2 -> 3000 relu -> 3000 relu -> 1 sigmoid; loss bce; train 1 epoch; expect gradcheck < 1e-7",
            "data blobs samples 1000000 classes 1000; split test 10%; layer 2 -> 8 relu -> 1000 softmax; loss cross_entropy;"
                    + "train 1 epoch"})
    void whatDoesNotFitIntoMemoryIsRefused(String text) {
        assertThat(faults(text, SMALL)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.NN212);
            assertThat(fault.message()).contains("MB of memory").contains("135 MB").hasSizeLessThan(300);
            assertThat(fault.help().orElseThrow()).startsWith("give Java more memory");
        });
    }

    @Test
    void ordinarySpecsFitIntoLittle() {
        assertThat(faults("data digits; layer 64 -> 50 relu -> 10 softmax; loss cross_entropy; train 100 epochs; expect gradcheck < 1e-7",
                ResourceLimits.standard().withMemory(16 << 20))).isEmpty();
    }

    @Test
    void parametersSamplesAndEpochsHaveLimitsOfTheirOwn() {
        var limits = ResourceLimits.standard().withParameters(10).withSamples(3).withEpochs(5);
        assertThat(faults("data xor\nlayer 2 -> 3 sigmoid -> 1 sigmoid\nloss bce\ntrain 6 epochs", limits)).extracting(Diagnostic::message)
                .containsExactly("this spec has 13 parameters, and 10 are allowed here", "this spec has 4 samples, and 3 are allowed here",
                        "this spec has 6 epochs, and 5 are allowed here");
    }

    @Test
    void aLongTextIsRefusedUnread() {
        assertThat(faults("\n".repeat(2_000), ResourceLimits.standard().withText(1_000))).singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(Code.NN090));
    }

    @Test
    void messagesAreNoLargerThanWhatTheyAreAbout() {
        var message = faults("layer 2 -> 1 " + "x".repeat(1_000_000) + "\nloss mse", ResourceLimits.standard());
        assertThat(message).allSatisfy(fault -> assertThat(fault.message()).hasSizeLessThan(700));
        assertThat(new InvalidSpecException(message).getMessage()).hasSizeLessThan(5_000);
    }

    @Test
    void threadsAreLimited() {
        assertThatThrownBy(() -> Brickwork.standard().withThreads(100_000)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1024");
    }
}
