package brickwork.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

    private static final Set<String> WORDS = Set.of("sigmoid", "softmax", "softplus", "tanh", "relu", "leaky_relu", "elu", "mse", "sse",
            "cross_entropy", "l1", "l2", "f32", "f64", "momentum", "x");

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
            "sigmod, sigmoid", // a letter missing
            "sigmoiid, sigmoid", // one too many
            "sigmoyd, sigmoid", // a wrong one
            "sigmiod, sigmoid", // two exchanged
            "sgimodi, sigmoid", // twice two exchanged
            "Sigmoid, sigmoid",
            "SOFTMAX, softmax",
            "leakyrelu, leaky_relu",
            "LeakyReLU, leaky_relu",
            "crossentropy, cross_entropy",
            "f23, f32",
            "msee, mse",
            "rleu, relu",
            "mom, momentum", // the only one that begins so
            "cross, cross_entropy"
    })
    void findsTheNameThatWasMeant(String written, String meant) {
        assertThat(NearestName.of(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q", "y", "zz", "banana", "soft", "sigmoidal_thing", "so", "é"})
    void staysSilentWhereNothingIsNear(String written) {
        assertThat(NearestName.of(written, WORDS)).isEmpty();
    }

    @Test
    void fewestSlipsWinAndTheAlphabetDecidesBetweenEquals() {
        assertThat(NearestName.of("hiden1", List.of("hidden2", "hidden1"))).contains("hidden1");
        assertThat(NearestName.of("bat", List.of("cat", "bar", "hat"))).contains("bar");
        assertThat(NearestName.of("l3", WORDS)).contains("l1");
    }

    @Test
    void anExactNameIsItsOwnNearest() {
        assertThat(WORDS).filteredOn(word -> word.length() > 0).allSatisfy(word -> assertThat(NearestName.of(word, WORDS)).contains(word));
    }

    @Test
    void veryLongWordsCostNothing() {
        assertThat(NearestName.of("a".repeat(1_000_000), WORDS)).isEmpty();
    }
}
