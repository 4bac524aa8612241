package brickwork;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Texts and what is said of them: beside {@code x.nn} stands {@code x.err} with exactly what {@code nn check x.nn} then prints. A file may
 * hold several texts, parted by a line {@value #PARTING}; so are the answers in its {@code x.err}, where {@code accepted} is the answer to
 * a text without a fault. The first folder is for people who learn the language, so each of its texts is a whole one and is refused.
 *
 * <p>To add a text, write it and run {@code mvn -q test -Dtest=RefusedTextsTest -Drefused=update}, which writes the answers; then read
 * them.
 */
class RefusedTextsTest {

    private static final Path LEARNERS = Path.of("specs/invalid");
    private static final Path OTHERS = Path.of("src/test/resources/refused");
    private static final String PARTING = "#----\n";
    private static final String HOW = "\nIf it is right as it is now: mvn -q test -Dtest=RefusedTextsTest -Drefused=update";
    private static final boolean UPDATE = "update".equals(System.getProperty("refused"));

    /** Every one was put there on purpose: lower it only with a text that another one makes superfluous. */
    private static final int FEWEST = 678;

    /** Codes of values on a command line and of texts too long for a folder, and from NN201 on those of files: other tests earn them. */
    private static final Set<Code> NOT_BY_TEXT_ALONE = EnumSet.of(Code.NN038, Code.NN039, Code.NN090, Code.NN093);

    /** A text of a file. */
    private record Text(Path file, int number, String text) {

        Outcome<?> check() {
            return Checker.check(SpecParser.parse(new SourceText(file.getFileName().toString(), text)),
                    new DataLibrary(new FileAccess.Folder(file.getParent())));
        }

        String answer() {
            var diagnostics = check().diagnostics();
            return diagnostics.isEmpty() ? "accepted\n" : DiagnosticRenderer.render(diagnostics);
        }

        String title() {
            return number + ": " + text.lines().collect(joining("; "));
        }
    }

    @TestFactory
    Stream<DynamicContainer> eachGetsExactlyItsAnswer() throws IOException {
        if (UPDATE) {
            for (var file : files(".nn")) {
                var answers = texts(file).stream().map(Text::answer).collect(joining(PARTING));
                Files.writeString(answers(file), answers);
            }
        }
        return files(".nn").stream().map(file -> DynamicContainer.dynamicContainer(file.toString(), tests(file)));
    }

    private static Stream<DynamicNode> tests(Path file) {
        var texts = texts(file);
        var answers = parts(answers(file));
        var together = DynamicTest.dynamicTest("each text has an answer", () -> assertThat(answers).as(answers(file) + HOW)
                .hasSameSizeAs(texts));
        return Stream.concat(Stream.of(together), texts.stream().limit(answers.size()).map(text -> DynamicTest.dynamicTest(text.title(),
                () -> assertThat(text.answer()).as(text.text() + HOW).isEqualTo(answers.get(text.number() - 1)))));
    }

    /** What is said and whether the text is taken must not part ways. */
    @Test
    void onlyErrorsRefuseAText() throws IOException {
        for (var text : all()) {
            var outcome = text.check();
            assertThat(outcome instanceof Outcome.Failure<?>).as(text.title()).isEqualTo(outcome.errors().findAny().isPresent());
            assertThat(outcome.diagnostics()).as(text.title()).doesNotHaveDuplicates();
        }
    }

    @Test
    void learnersFindOnlyRefusedTexts() throws IOException {
        assertThat(all()).filteredOn(text -> text.file().startsWith(LEARNERS)).hasSizeGreaterThanOrEqualTo(70)
                .allMatch(text -> text.number() == 1 && text.check() instanceof Outcome.Failure<?>);
    }

    @Test
    void everyCodeHasAText() throws IOException {
        var shown = EnumSet.noneOf(Code.class);
        all().forEach(text -> text.check().diagnostics().stream().map(Diagnostic::code).forEach(shown::add));
        var wanted = Arrays.stream(Code.values()).filter(code -> code.compareTo(Code.NN201) < 0 && !NOT_BY_TEXT_ALONE.contains(code));
        assertThat(wanted).filteredOn(code -> !shown.contains(code)).as("codes without a text").isEmpty();
    }

    @Test
    void noAnswerStandsAloneAndNoTextIsLost() throws IOException {
        assertThat(files(".err")).allMatch(file -> Files.exists(Path.of(file.toString().replaceFirst("err$", "nn"))));
        assertThat(all()).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    private static List<Text> all() throws IOException {
        return files(".nn").stream().flatMap(file -> texts(file).stream()).toList();
    }

    private static List<Path> files(String ending) throws IOException {
        var all = new ArrayList<Path>();
        for (var folder : List.of(LEARNERS, OTHERS)) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(all::add);
            }
        }
        return all;
    }

    private static Path answers(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("nn$", "err"));
    }

    /** Of several texts none ends in a line end, so that the end of a text is tried as well as the end of a line. */
    private static List<Text> texts(Path file) {
        var parts = parts(file);
        return IntStream.range(0, parts.size()).mapToObj(
                i -> new Text(file, i + 1, parts.size() == 1 ? parts.get(i) : parts.get(i).replaceFirst("\n$", ""))).toList();
    }

    private static List<String> parts(Path file) {
        try {
            return Files.exists(file) ? List.of(Files.readString(file).split("(?m)^" + PARTING, -1)) : List.of();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
