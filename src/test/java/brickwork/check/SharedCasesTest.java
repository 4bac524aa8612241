package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that must be refused at a line and a column, with a word that the help must hold; one diagnostic for each place and no more. */
class SharedCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/invalid");

    static Stream<Arguments> cases() throws IOException {
        return JSON.std.mapFrom(Files.readString(FOLDER.resolve("expected.json"))).entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedAtItsPlaces(String name, List<Map<String, Object>> places) throws IOException {
        var file = FOLDER.resolve(name + ".nn");
        var outcome = Checker.check(SpecParser.parse(new SourceText(name, Files.readString(file))), new ShapeCatalog());
        assertThat(outcome.diagnostics()).extracting(Diagnostic::line).containsExactlyElementsOf(numbers(places, "line"));
        assertThat(outcome.diagnostics()).extracting(Diagnostic::column).containsExactlyElementsOf(numbers(places, "column"));
        for (var i = 0; i < places.size(); i++) {
            assertThat(outcome.diagnostics().get(i).help().orElse("")).contains((String) places.get(i).get("help"));
        }
    }

    private static List<Integer> numbers(List<Map<String, Object>> places, String key) {
        return places.stream().map(place -> (Integer) place.get(key)).toList();
    }
}
