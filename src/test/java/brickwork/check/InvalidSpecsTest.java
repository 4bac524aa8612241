package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.source.Code;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text with an {@code .err} beside it gives exactly that, and every code has such a text. */
class InvalidSpecsTest {

    private static final Path INVALID = Path.of("specs/invalid");
    private static final Path LINTS = Path.of("src/test/resources/brickwork/check/lints");

    /** Codes of values on a command line and of texts too long for a folder, and from NN201 on those of files: other tests earn them. */
    private static final Set<Code> NOT_BY_TEXT_ALONE = EnumSet.of(Code.NN038, Code.NN039, Code.NN090, Code.NN093);

    static Stream<Path> invalid() throws IOException {
        return texts(INVALID);
    }

    static Stream<Path> lints() throws IOException {
        return texts(LINTS);
    }

    private static Stream<Path> texts(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var texts = files.filter(file -> file.toString().endsWith(".nn")).sorted().toList();
            assertThat(texts).isNotEmpty();
            return texts.stream();
        }
    }

    private static Outcome<?> check(Path file) throws IOException {
        return Checker.check(SpecParser.parse(new SourceText(file.getFileName().toString(), Files.readString(file))),
                new DataLibrary(new FileAccess.Folder(file.getParent())));
    }

    private static void assertRendered(Path file, Outcome<?> outcome) throws IOException {
        var expected = file.resolveSibling(file.getFileName().toString().replaceFirst("nn$", "err"));
        assertThat(DiagnosticRenderer.render(outcome.diagnostics())).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void isRefusedWithExactlyThisText(Path file) throws IOException {
        var outcome = check(file);
        assertThat(outcome).isInstanceOf(Outcome.Failure.class);
        assertRendered(file, outcome);
    }

    @ParameterizedTest
    @MethodSource("lints")
    void isTakenWithExactlyThisWarning(Path file) throws IOException {
        var outcome = check(file);
        assertThat(outcome).isInstanceOf(Outcome.Success.class);
        assertRendered(file, outcome);
    }

    @Test
    void everyCodeHasAText() throws IOException {
        var shown = EnumSet.noneOf(Code.class);
        for (var file : Stream.concat(invalid(), lints()).toList()) {
            check(file).diagnostics().forEach(d -> shown.add(d.code()));
        }
        assertThat(wanted()).filteredOn(code -> !shown.contains(code)).as("codes without a text").isEmpty();
    }

    private static List<Code> wanted() {
        return Arrays.stream(Code.values())
                .filter(code -> code.compareTo(Code.NN201) < 0 && !NOT_BY_TEXT_ALONE.contains(code))
                .toList();
    }
}
