package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatterTest {

    private static final int TEXTS = Integer.getInteger("texts", 100);

    @TestFactory
    Stream<DynamicTest> textsComeOutInCanonicalLayout() {
        return Table.tests("layouts.txt", text -> format(text).stripTrailing());
    }

    @TestFactory
    Stream<DynamicTest> canonicalTextsStayAsTheyAre() {
        return Table.tests("layouts.txt", text -> format(format(text)).stripTrailing());
    }

    @Test
    void theTreeStaysAndASecondTimeChangesNothing() {
        var texts = new SpecTexts(4);
        for (var i = 0; i < TEXTS; i++) {
            var text = texts.valid();
            var once = format(text);

            assertThat(TreeText.of(once)).as(text).isEqualTo(TreeText.of(text));
            assertThat(format(once)).as(text).isEqualTo(once);
        }
    }

    @Test
    void commentsAreKept() {
        var texts = new SpecTexts(5);
        for (var i = 0; i < TEXTS; i++) {
            var text = texts.valid();

            assertThat(comments(format(text))).as(text).isEqualTo(comments(text));
        }
    }

    private static String comments(String text) {
        var found = new StringBuilder();
        for (var token : Scanner.scan(new SourceText("spec.nn", text), Integer.MAX_VALUE,
                new SyntaxDiagnostics(new SourceText("spec.nn", text)))) {
            if (token.text().startsWith("#")) {
                found.append(token.text().strip()).append('\n');
            }
        }
        return found.toString();
    }

    @Test
    void linesAreCleanAndEndWithANewline() {
        var texts = new SpecTexts(6);
        for (var i = 0; i < TEXTS; i++) {
            var text = format(texts.valid());

            assertThat(text).endsWith("\n").doesNotEndWith("\n\n").doesNotStartWith("\n").doesNotContain("\n\n\n", "\r", "\uFEFF");
            assertThat(text.lines()).noneMatch(line -> line.endsWith(" ") || line.endsWith("\t"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`\uFEFFloss\tmse\u00A0+ l2 1e-4\r\n\r\n\r\n\r\nseed 1   ` | `loss mse + l2 1e-4\n\nseed 1\n`",
            "`\r\r# a  \t\rseed 1# b\t \r\r` | `# a\nseed 1  # b\n`",
            "`` | ``",
            "`\n\n` | ``",
            "`;;;` | ``",
            "`# only a comment` | `# only a comment\n`"
    })
    void whiteSpaceOfAllKindsIsMadeOne(String text, String expected) {
        assertThat(format(text)).isEqualTo(expected);
    }

    @Test
    void faultyTextsAreRefusedWithTheirFaults() {
        var outcome = Formatter.format(new SourceText("spec.nn", "layer 2 -> 3\nloss .5 * mse"));

        assertThat(outcome).isInstanceOf(Outcome.Failure.class);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.NN001, Code.NN004);
    }

    @Test
    void damagedTextsAreRefusedOrLaidOut() {
        var texts = new SpecTexts(7);
        for (var i = 0; i < TEXTS; i++) {
            var source = new SourceText("damaged.nn", texts.damaged(2));
            var faults = SpecParser.parse(source).faults();
            switch (Formatter.format(source)) {
                case Outcome.Failure<String>(var told) -> assertThat(told).isEqualTo(faults).isNotEmpty();
                case Outcome.Success<String>(var text, _) -> {
                    assertThat(faults).isEmpty();
                    assertThat(TreeText.of(text)).as(source.text()).isEqualTo(TreeText.of(source.text()));
                }
            }
        }
    }

    private static String format(String text) {
        return switch (Formatter.format(new SourceText("spec.nn", text))) {
            case Outcome.Success<String>(var laidOut, _) -> laidOut;
            case Outcome.Failure<String>(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}
