package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.Severity;
import brickwork.source.SourceText;
import brickwork.syntax.Formatter;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code nn} block of the README and of the language reference does what the page says. */
class LanguageReferenceTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```nn( [^\\n]*)?\\n(.*?)^```$");
    private static final Path REFERENCE = Path.of("src/site/markdown/language.md");
    private static final Path README = Path.of("README.md");

    /** A block and what stands after {@code nn} in its first line. */
    record Block(Path page, String kind, String text) {

        static Block of(Path page, MatchResult match) {
            return new Block(page, match.group(1) == null ? "" : match.group(1).strip(), match.group(2));
        }
    }

    @TempDir
    private static Path folder;

    static Stream<Block> blocks() throws IOException {
        Files.writeString(folder.resolve("weather.csv"), "temperature,wind speed,rain,pressure,sky\n1,2,no,4,grey\n5,6,yes,8,\n");
        return Stream.of(README, REFERENCE).flatMap(page -> read(page).map(match -> Block.of(page, match)));
    }

    private static Stream<MatchResult> read(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page)).results();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void blocksSayWhatThePageSays(Block block) {
        var outcome = compile(block.text());
        if (block.kind().startsWith("error ")) {
            assertThat(outcome.diagnostics()).extracting(d -> d.code().name()).contains(block.kind().substring("error ".length()));
            return;
        }
        assertThat(outcome.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList())
                .as(() -> DiagnosticRenderer.render(outcome.diagnostics(), false)).isEmpty();
        var network = ((Outcome.Success<NeuralSpec>) outcome).value().network();
        var printed = SpecPrinter.print(network);
        var again = Checker.check(SpecParser.parse(new SourceText("printed", printed)), new DataLibrary(new FileAccess.Anywhere(folder)));
        assertThat(again).isInstanceOf(Outcome.Success.class);
        assertThat(((Outcome.Success<?>) again).value()).as(printed).isEqualTo(network);
        var formatted = formatted(block.text());
        assertThat(formatted(formatted)).isEqualTo(formatted);
    }

    private static String formatted(String text) {
        return ((Outcome.Success<String>) Formatter.format(new SourceText("block", text))).value();
    }

    private static Outcome<NeuralSpec> compile(String text) {
        return Brickwork.standard().withAnyFile(folder).compile(new SourceText("block", text));
    }

    @Test
    void thePageHasBlocks() {
        assertThat(read(REFERENCE).count()).isGreaterThan(12);
        assertThat(read(README).count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theReadmeShowsTheSpecAsItIs() throws IOException {
        assertThat(read(README).map(match -> match.group(2)).toList()).contains(Files.readString(Path.of("specs/xor.nn")));
    }

    @Test
    void theReadmeShowsTheFingerprintAsItIs() throws IOException {
        var fingerprint = Brickwork.standard().load(Path.of("specs/xor.nn")).train().report().fingerprint();
        assertThat(Files.readString(README)).contains("fingerprint " + fingerprint);
    }
}
