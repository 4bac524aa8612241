package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of 64 KiB that are made to exhaust a reader or a checker are compiled or refused within a second. */
class LargeTextsTest {

    private static final int LENGTH = 1 << 16;

    /** Other work on the machine does not count; what never ends does. */
    private static final Duration NEVER = Duration.ofSeconds(30);

    private static final String NETWORK = "layer 2 -> 2 relu\nloss mse\n";

    private static final List<String> WORDS = List.of("layer", "->", "loss", "mse", "+", "*", "(", ")", "[", "]", "{", "}", "repeat", "2",
            "0.5",
            "relu", "data", "rows", "let", "a", "=", ";", "\n", ",", "-", "expect", "for", "within", "epochs", "train", "\"x\"", "..");

    static Stream<Arguments> refused() {
        var random = new Random(1);
        return Stream.of(
                Arguments.of("open parentheses", of("(")), Arguments.of("an expression of them", "let a = " + of("(")),
                Arguments.of("open brackets", of("[")), Arguments.of("rows of them", "data rows " + of("[")),
                Arguments.of("minus signs", of("-")), Arguments.of("an expression of them", "let a = " + of("-")),
                Arguments.of("ends", of(";")), Arguments.of("one layer statement", of("layer 2 ->")),
                Arguments.of("layers", of("layer 2 -> \n")), Arguments.of("nested repeats", of("repeat 2 {")),
                Arguments.of("nested and closed", "repeat 2 {".repeat(LENGTH / 11) + "}".repeat(LENGTH / 11)),
                Arguments.of("one name", of("a")), Arguments.of("one number", "seed " + of("9")),
                Arguments.of("one endless line", of("layer 2 relu loss mse ")),
                Arguments.of("a string without end", "data csv \"" + of("x")),
                Arguments.of("a statement many times", NETWORK + of("seed 1;")),
                Arguments.of("faulty options", NETWORK + "train " + of("x 1 ")),
                Arguments.of("unknown names", NETWORK + of("let abcdef = abcdeg;")),
                Arguments.of("widths that do not fit", of("layer 2 -> 3 relu\n")),
                Arguments.of("a term too many", "layer 1 -> 1 relu\nloss " + of("2 * ")),
                Arguments.of("values", NETWORK + "expect output for [" + of("1 ")),
                Arguments.of("a matrix", "layer 2 -> 2 relu init [" + of("[1 2] ") + "]\nloss mse"),
                Arguments.of("combining marks", of("\u0301")),
                Arguments.of("words in any order", IntStream.range(0, LENGTH).mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                        .collect(Collectors.joining(" ")).substring(0, LENGTH)),
                Arguments.of("characters in any order",
                        random.ints(LENGTH, 0, 0xD800).mapToObj(Character::toString).collect(Collectors.joining())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, String text) {
        assertThat(assertTimeoutPreemptively(NEVER, () -> TextProperties.hold(text))).isFalse();
    }

    static Stream<Arguments> compiled() {
        return Stream.of(
                Arguments.of("one layer statement", "layer 2 -> 2 relu" + of(" -> 2 relu") + "\nloss mse"),
                Arguments.of("repeated layers", "layer 2 -> 2 relu\nrepeat 9_999 { layer 2 relu }\nloss mse"),
                Arguments.of("samples", "data moons samples 10_000_000 noise 0.1\nlayer 1 sigmoid\nloss bce"),
                Arguments.of("rows", "data rows [ " + of("0 1 -> 1; ") + " ]\nlayer 1 relu\nloss mse"),
                Arguments.of("comments", NETWORK + of("# a comment\n")),
                Arguments.of("terms", "layer 2 -> 2 relu\nloss mse " + of("+ l2 0.1 ")),
                Arguments.of("constants", IntStream.range(0, 4_000).mapToObj(i -> "let a%d = %s".formatted(i, i == 0 ? "1" : "a" + (i - 1)))
                        .collect(Collectors.joining("\n")) + "\nlayer 2 -> 2 relu\nloss mse + l2 a3999"),
                Arguments.of("expectations", NETWORK + of("expect loss < 0.5\n")),
                Arguments.of("a matrix", "layer 20_000 -> 1 relu init [[" + "1 ".repeat(20_000) + "]]\nloss mse"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void compiled(String name, String text) {
        assertThat(assertTimeoutPreemptively(NEVER, () -> TextProperties.hold(text))).isTrue();
    }

    private static String of(String piece) {
        return piece.repeat(LENGTH / piece.length());
    }
}
