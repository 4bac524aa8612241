package brickwork.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** One test for each entry of a file, or of all files of a folder. */
    static Stream<DynamicTest> tests(String name, UnaryOperator<String> actual) {
        return entries(FOLDER.resolve(name)).map(entry -> DynamicTest.dynamicTest("text: " + entry.text(),
                () -> Assertions.assertThat(actual.apply(entry.text())).as(entry.text()).isEqualTo(entry.expected())));
    }

    private static Stream<Entry> entries(Path place) {
        try (var files = Files.walk(place)) {
            var entries = new ArrayList<Entry>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (var block : Files.readString(file).strip().split("\n\n(?=\\|)")) {
                    entries.add(entry(block.lines().toList()));
                }
            }
            Assertions.assertThat(entries).as("entries of " + place).isNotEmpty();
            return entries.stream();
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
