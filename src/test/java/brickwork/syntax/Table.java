package brickwork.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests written as a table: texts, each line behind {@code |}, and below each what must come of it, indented by two spaces. A blank line
 * before a {@code |} parts the entries.
 */
final class Table {

    private static final Path FOLDER = Path.of("src/test/resources/brickwork/syntax");

    private record Entry(String text, String expected) {}

    private Table() {}

    /** One test for each entry of a file. */
    static Stream<DynamicTest> tests(String name, UnaryOperator<String> actual) {
        return entries(FOLDER.resolve(name)).map(entry -> DynamicTest.dynamicTest("text: " + entry.text(),
                () -> Assertions.assertThat(actual.apply(entry.text())).as(entry.text()).isEqualTo(entry.expected())));
    }

    private static Stream<Entry> entries(Path file) {
        try {
            var blocks = Files.readString(file).strip().split("\n\n(?=\\|)");
            Assertions.assertThat(blocks).as("entries of " + file).isNotEmpty();
            return Arrays.stream(blocks).map(block -> entry(block.lines().toList()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Entry entry(List<String> lines) {
        var text = lines.stream().filter(line -> line.startsWith("|")).map(line -> line.substring(Math.min(line.length(), 2))).toList();
        var expected = lines.stream().filter(line -> !line.startsWith("|")).map(line -> line.replaceFirst("^ {2}", "")).toList();
        return new Entry(String.join("\n", text), String.join("\n", expected));
    }
}
