package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedWordsTest {

    /** Every word of the language, by its section. */
    private static final String WORDS = """
            nn network let seed seeds precision data split scale layer repeat loss optimizer clip train stop checkpoint expect f32 f64
            xor quadrants circle_in_square moons circles spirals blobs sine iris digits rows csv idx npz
            sample samples noise factor turns classes features spread target
            labels inputs targets test validation stratified in order standard minmax by
            linear sigmoid tanh relu leaky_relu elu selu gelu silu mish softplus softmax init bias none fixed frozen dropout as
            zeros constant normal uniform xavier he lecun
            mse sse mae huber bce cross_entropy l1 l2
            sgd adam adamw rmsprop adagrad rprop rate momentum nesterov beta1 beta2 epsilon alpha decay step every
            epoch epochs exponential shrink grow smallest largest inverse cosine to linear plateau after warmup norm value
            batch full shuffle minute minutes second seconds when for stalls keep best
            on within at least of gradcheck initial decreases falls output confusion fingerprint data_loss penalty accuracy rmse r2
            mape recall f1 auc balanced_accuracy log_loss
            dead_units saturated_units gradient_norm gradient_ratio update_ratio constant_inputs
            """;

    static List<String> words() {
        return Stream.of(WORDS.split("\\s+")).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("words")
    void noConstantBearsAWordOfTheLanguage(String word) {
        var faults = faults("let " + word + " = 3");

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.NN008);
            assertThat(fault.message()).isEqualTo("`" + word + "` is a word of the language");
            assertThat(fault.column()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @MethodSource("words")
    void columnsOfSuchANameAreQuoted(String word) {
        assertThat(faults("data csv \"x.csv\" target " + word)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.NN008);
            assertThat(fault.help()).hasValueSatisfying(help -> assertThat(help).contains("\"" + word + "\""));
        });
        assertThat(faults("data csv \"x.csv\" target \"" + word + "\"")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("words")
    void networksMayBearIt(String word) {
        assertThat(faults("network " + word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "layers", "hidden", "x", "_", "value_1", "Sigmoid", "größe", "λ", "L2",
            "epochs_", "data2", "pi", "class"})
    void otherWordsAreFree(String word) {
        assertThat(faults("let " + word + " = 3; layer " + word + " relu; data csv \"x\" target " + word)).isEmpty();
    }

    private static List<Diagnostic> faults(String text) {
        return SpecParser.parse(new SourceText("spec.nn", text)).faults();
    }
}
