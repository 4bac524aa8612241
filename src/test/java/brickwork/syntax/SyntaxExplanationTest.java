package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The long story of each fault of form shows a text that has just this fault. */
class SyntaxExplanationTest {

    private static final Pattern EXAMPLE = Pattern.compile("```nn\n(.*?)```", Pattern.DOTALL);

    /** Texts too long for a story. */
    private static final Map<Code, String> LONG = Map.of(
            Code.NN090, ";".repeat(SpecParser.MOST_TOKENS + 1),
            Code.NN091, "let a = " + "(".repeat(StatementSplitter.DEEPEST + 1) + "1",
            Code.NN093, "@\n".repeat(SyntaxDiagnostics.LIMIT + 1));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "NN00.|NN09.")
    void earnsItsCode(Code code) throws IOException {
        var story = story(code);
        var example = EXAMPLE.matcher(story);
        var text = LONG.containsKey(code) ? LONG.get(code) : example.find() ? example.group(1) : "";

        var codes = SpecParser.parse(new SourceText("example.nn", text)).faults().stream().map(Diagnostic::code).distinct().toList();

        assertThat(story).startsWith("# " + code + ": " + code.title() + "\n\n");
        assertThat(codes).isEqualTo(code == Code.NN093 ? List.of(Code.NN003, code) : List.of(code));
    }

    private static String story(Code code) throws IOException {
        try (var stream = Code.class.getResourceAsStream("/brickwork/explain/" + code + ".md")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
