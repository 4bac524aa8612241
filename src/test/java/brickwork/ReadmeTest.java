package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the README and the pages of sentences and of embedding tell other people to write stands in a file that the build compiles or runs.
 */
class ReadmeTest {

    private static final Pattern EMBEDDING = Pattern.compile("(?s)## In a program\\n.*?(?=\\n## The map)");
    private static final Pattern PROJECT = Pattern.compile("(?s)## In a project of your own\\n.*?(?=\\n## The spec)");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(xml|java|gherkin)\\n(.*?)```");
    private static final List<Path> RUN = List.of(Path.of("src/it/stranger"), Path.of("src/test/java/brickwork/junit"),
            Path.of("src/test/java/brickwork/embedding"), Path.of("features"));

    static Stream<String> pieces() throws IOException {
        var parts = part(Path.of("README.md"), EMBEDDING) + part(Path.of("src/site/markdown/steps.md"), PROJECT)
                + Files.readString(Path.of("src/site/markdown/embedding.md"));
        var blocks = BLOCK.matcher(parts).results().map(block -> block.group(2)).toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(24);
        return blocks.stream().flatMap(block -> Stream.of(block.split("\\n\\n"))).map(ReadmeTest::plain);
    }

    private static String part(Path page, Pattern part) throws IOException {
        return part.matcher(Files.readString(page)).results().findFirst().orElseThrow().group();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void isCompiledOrRun(String piece) throws IOException {
        assertThat(texts()).anyMatch(text -> text.contains(piece));
    }

    @Test
    void theReadmeIsReadInOneGo() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(160);
    }

    private static List<String> texts() throws IOException {
        var texts = new ArrayList<String>();
        for (var folder : RUN) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    texts.add(plain(Files.readString(file)));
                }
            }
        }
        return texts;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
