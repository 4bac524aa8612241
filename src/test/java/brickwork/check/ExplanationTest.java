package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Explanation;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has its story, and the text in it earns exactly this code. */
class ExplanationTest {

    private static final Pattern TEXT = Pattern.compile("```nn\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile("--set (\\w+)=(\\S+)");

    @ParameterizedTest
    @EnumSource(Code.class)
    void namesTheCodeAndSaysWhatItMeans(Code code) {
        var story = Explanation.of(code);
        assertThat(story).startsWith("# " + code + ": " + code.title() + "\n\n").endsWith("\n");
        assertThat(story.lines().count()).isBetween(6L, 30L);
    }

    /** Those of the checker; files earn the others above NN200. */
    static Stream<Code> ofTheChecker() {
        return Arrays.stream(Code.values()).filter(code -> code.compareTo(Code.NN010) >= 0 && code.compareTo(Code.NN201) < 0
                && !ofTheParser().toList().contains(code));
    }

    static Stream<Code> ofTheParser() {
        return Stream.of(Code.NN001, Code.NN002, Code.NN003, Code.NN004, Code.NN005, Code.NN006, Code.NN007, Code.NN008, Code.NN009,
                Code.NN090, Code.NN091, Code.NN092, Code.NN093);
    }

    /** A text too long for a story has none. */
    @ParameterizedTest
    @MethodSource("ofTheParser")
    void aTextOfTheParsersEarnsThisCodeOfIt(Code code) {
        var text = TEXT.matcher(Explanation.of(code));
        if (text.find()) {
            assertThat(SpecParser.parse(new SourceText("spec.nn", text.group(1))).faults()).extracting(Diagnostic::code).containsOnly(code);
        } else {
            assertThat(code).isIn(Code.NN090, Code.NN091, Code.NN093);
        }
    }

    @ParameterizedTest
    @MethodSource("ofTheChecker")
    void itsTextEarnsExactlyThisCode(Code code) {
        var story = Explanation.of(code);
        var text = TEXT.matcher(story);
        assertThat(text.find()).as(story).isTrue();
        Map<String, Double> overrides = new HashMap<>();
        SET.matcher(story.substring(text.end())).results().limit(1)
                .filter(_ -> story.contains("```sh"))
                .forEach(set -> overrides.put(set.group(1), Double.parseDouble(set.group(2))));
        var outcome = Specs.check(text.group(1), overrides, OptionalLong.empty());
        assertThat(outcome.diagnostics()).isNotEmpty().extracting(Diagnostic::code).containsOnly(code);
        assertThat(outcome instanceof Outcome.Success<?>).isEqualTo(code.kind() == Code.Kind.LINT);
    }
}
