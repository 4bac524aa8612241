package brickwork.cucumber;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page lists exactly the sentences there are, and each of its examples uses its sentence and holds. */
class StepsPageTest {

    @TempDir
    private static Path folder;

    private static Map<String, SentenceRuns.Run> runs;

    @BeforeAll
    static void runAllExamples() throws IOException {
        runs = StepsPage.run(folder.resolve("page.feature"), "").stream().collect(Collectors.toMap(SentenceRuns.Run::name, run -> run));
    }

    @Test
    void thePageListsExactlyTheSentencesThereAre() throws IOException {
        var written = StepsPage.entries().stream().map(StepsPage.Entry::sentence).toList();

        assertThat(written).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(written)).as("sentences of %s; write a new one there, with what it means and an example", StepsPage.FILE)
                .isEqualTo(sentences());
        assertThat(written).hasSizeGreaterThan(100);
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return StepsPage.entries().stream().map(entry -> DynamicTest.dynamicTest(entry.sentence(), () -> {
            var run = runs.get(entry.sentence());
            assertThat(run.evidence()).isEmpty();
            assertThat(run.used()).contains(entry.sentence());
        }));
    }

    /** Of every public step class of the package, compiled beside {@link World}. */
    private static TreeSet<String> sentences() throws IOException {
        var sentences = new TreeSet<String>();
        var classes = Path.of(URI.create(World.class.getResource("World.class").toString())).getParent();
        try (var files = Files.list(classes)) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Steps.class"))
                    .map(name -> "brickwork.cucumber." + name.replace(".class", ""))
                    .flatMap(name -> Arrays.stream(load(name).getMethods())).flatMap(StepsPageTest::sentencesOf).forEach(sentences::add);
        }
        return sentences;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Stream<String> sentencesOf(Method method) {
        return Stream.of(Arrays.stream(method.getAnnotationsByType(Given.class)).map(Given::value),
                Arrays.stream(method.getAnnotationsByType(When.class)).map(When::value),
                Arrays.stream(method.getAnnotationsByType(Then.class)).map(Then::value)).flatMap(values -> values);
    }
}
