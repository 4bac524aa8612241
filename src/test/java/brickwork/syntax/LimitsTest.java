package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to exhaust a reader are read or refused, quickly and by stated limits. */
class LimitsTest {

    private static final int LENGTH = 1 << 14;

    /** Reading takes some milliseconds; a cost that grows faster than the text would take minutes. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "[", "]", "{", "}", "-", "- ", "+", ";", ",", ".", "..", "@", "\"", "\\", "#", "#\n", "\n", "\r", " ",
            "\t", "a", "a ", "a\n", "é", "日 ", "𝒳", "\ud800", "\udc00", "\u0000", "1", "1 ", "1.", ".1", "1e", "1_", "50 %", "->", "->\n",
            "[;", "[;\n",
            "[1-2", "{[(", "}])", "layer", "layer ", "layer\n", "layer 2 -> ", "layer 2 -> 3 relu\n", "layer 2 -> 3 relu banana\n",
            "layer 1 relu -> ", "data rows [", "data rows [ 1 -> ", "repeat 2 {", "repeat 2 {\n", "repeat 2 { layer 2 relu }\n",
            "let a = 1 + ",
            "let a = (", "let a = -", "let a = 3;", "loss a + ", "loss mse * ", "1+", "init [1 - 2 ", "optimizer sgd rate 1 ",
            "expect loss < 1 for ", "data csv \"x\" target a, ", "layer 2 -> 2 relu init [[1 2] [3 4]]\n"})
    void hostileTextsAreReadQuickly(String piece) {
        read(piece.repeat(LENGTH / piece.length()));
        read("let a = " + piece.repeat(LENGTH / piece.length()));
        read("layer 2 -> 2 relu init [" + piece.repeat(LENGTH / piece.length()) + "]\nloss mse");
    }

    @Test
    void noiseIsReadQuickly() {
        var random = new Random(1);
        var ascii = new StringBuilder();
        var units = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            ascii.append((char) random.nextInt(128));
            units.append((char) random.nextInt(65536));
        }
        read(ascii.toString());
        read(units.toString());
    }

    /** Whoever walks the tree must not run out of stack either. */
    private static List<Diagnostic> read(String text) {
        return assertTimeoutPreemptively(LONGEST, () -> {
            var parsed = SpecParser.parse(new SourceText("hostile.nn", text));
            TreeText.of(parsed.tree());
            return parsed.faults();
        });
    }

    private static List<Code> codes(String text) {
        return read(text).stream().map(Diagnostic::code).toList();
    }

    @Test
    void textsAreNoLongerThanAMebibyte() {
        assertThat(read("#".repeat(SpecParser.LONGEST_TEXT))).isEmpty();
        assertThat(read("#".repeat(SpecParser.LONGEST_TEXT + 1))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.NN090);
            assertThat(fault.message()).isEqualTo("the text is longer than 1,048,576 characters");
            assertThat(fault.column()).isEqualTo(1);
        });
    }

    @Test
    void textsHoldNoMoreThanAQuarterMillionTokens() {
        assertThat(read(";".repeat(SpecParser.MOST_TOKENS))).isEmpty();
        assertThat(read(";".repeat(SpecParser.MOST_TOKENS + 1))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.NN090);
            assertThat(fault.message()).isEqualTo("the text holds more than 250,000 words, numbers and signs");
            assertThat(fault.column()).isEqualTo(SpecParser.MOST_TOKENS + 1);
        });
    }

    @Test
    void bracketsStandNoMoreThanAHundredDeep() {
        assertThat(codes("let a = " + "(".repeat(100) + "1" + ")".repeat(100))).isEmpty();
        assertThat(codes("let a = " + "(".repeat(101) + "1" + ")".repeat(101) + "\nloss mse")).containsExactly(Code.NN091);
        assertThat(codes("repeat 1 { ".repeat(100) + "}".repeat(100))).isEmpty();
        assertThat(codes("repeat 1 { ".repeat(101) + "}".repeat(101))).containsExactly(Code.NN091);
        assertThat(codes("layer 2 -> 3 relu init " + "[".repeat(101) + "]".repeat(101) + "\nloss mse")).containsExactly(Code.NN001);
        assertThat(codes("repeat 1 { ".repeat(50) + "let a = " + "(".repeat(51) + "1" + ")".repeat(51) + "}".repeat(50)))
                .containsExactly(Code.NN091);
    }

    @Test
    void expressionsHoldNoMoreThanAThousandOperations() {
        assertThat(codes("let a = 1" + " + 1".repeat(1_000))).isEmpty();
        assertThat(codes("let a = 1" + " + 1".repeat(1_001))).containsExactly(Code.NN091);
        assertThat(codes("let a = 1" + " * 1".repeat(1_001))).containsExactly(Code.NN091);
        assertThat(codes("let a = (1" + " * 1".repeat(600) + ") + (1" + " * 1".repeat(600) + ")")).containsExactly(Code.NN091);
        assertThat(codes("let a = " + "-".repeat(100) + "1")).isEmpty();
        assertThat(codes("let a = " + "-".repeat(101) + "1")).containsExactly(Code.NN091);
        assertThat(codes("loss mse + " + "2 * ".repeat(1_002) + "l2 0.1")).containsExactly(Code.NN091);
        assertThat(codes("loss mse " + "+ l2 0.1 ".repeat(5_000))).isEmpty();
    }
}
