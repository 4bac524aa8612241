package brickwork.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of the language reference say what the vocabulary says; {@code mvn test -Dtest=VocabularyPageTest -Dpages=write} writes them.
 */
class VocabularyPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/language.md");

    static Stream<Map.Entry<String, List<String>>> tables() {
        return VocabularyPage.tables().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableOfThePageIsThatOfTheVocabulary(Map.Entry<String, List<String>> table) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(PAGE));
        var start = lines.indexOf(table.getKey());
        assertThat(start).as("the place of a table with the head %s", table.getKey()).isNotNegative();
        var end = start;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        if ("write".equals(System.getProperty("pages"))) {
            lines.subList(start, end).clear();
            lines.addAll(start, table.getValue());
            Files.write(PAGE, lines);
        } else {
            assertThat(lines.subList(start, end)).as("write it by mvn test -Dtest=VocabularyPageTest -Dpages=write")
                    .isEqualTo(table.getValue());
        }
    }

    /** What the figures of health are takes more words than a record holds; but each has its row. */
    @Test
    void eachFigureOfHealthHasItsRow() throws IOException {
        var rows = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(section("## Health")).results().map(row -> row.group(1)).toList();

        assertThat(rows).isEqualTo(Language.HEALTH.words());
    }

    @Test
    void explanationsNameListsThatThereAre() throws IOException {
        try (var stories = Files.list(Path.of("src/main/resources/brickwork/explain"))) {
            var filled = new ArrayList<String>();
            for (var story : stories.sorted().toList()) {
                filled.add(WordLists.fill(Files.readString(story)));
            }
            assertThat(filled).hasSizeGreaterThan(50).noneMatch(story -> story.contains("{{"));
            assertThat(filled).filteredOn(story -> story.startsWith("# NN016")).singleElement().asString()
                    .contains("`silu`, `mish`, `softplus` and `softmax`");
        }
    }

    private static String section(String head) throws IOException {
        return Arrays.stream(Files.readString(PAGE).split("(?m)^(?=## )")).filter(part -> part.startsWith(head)).findFirst().orElseThrow();
    }
}
