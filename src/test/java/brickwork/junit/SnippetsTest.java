package brickwork.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every snippet of the package's documentation, and of the README's part about it, stands in {@link ExamplesTest}, compiled and run. */
class SnippetsTest {

    private static final Path DOCUMENTED = Path.of("src/main/java/brickwork/junit");
    private static final Path EXAMPLES = Path.of("src/test/java/brickwork/junit/ExamplesTest.java");
    private static final Pattern SNIPPET = Pattern.compile("(?s)\\{@snippet lang = \"java\" :\\n(.*?)\\n *\\* }\\n");

    private static final Pattern README = Pattern.compile("(?s)## In a JUnit test\\n\\n```java\\n(.*?)```");

    static Stream<String> snippets() throws IOException {
        try (var files = Files.list(DOCUMENTED)) {
            var snippets = files.sorted().flatMap(SnippetsTest::of).toList();
            assertThat(snippets).hasSize(5);
            return Stream.concat(snippets.stream(), ofReadme());
        }
    }

    /** Method by method. */
    private static Stream<String> ofReadme() throws IOException {
        var part = README.matcher(Files.readString(Path.of("README.md"))).results().findFirst().orElseThrow().group(1);
        return Stream.of(part.split("\\n\\n")).map(SnippetsTest::plain);
    }

    private static Stream<String> of(Path file) {
        try {
            return SNIPPET.matcher(Files.readString(file)).results().map(match -> plain(match.group(1).replaceAll("(?m)^ *\\*", "")));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void standsInTheExamples(String snippet) throws IOException {
        assertThat(plain(Files.readString(EXAMPLES))).contains(snippet);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
