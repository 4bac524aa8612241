package brickwork.cucumber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The page that lists every sentence with an example. */
final class StepsPage {

    static final Path FILE = Path.of("src/site/markdown/steps.md");

    private static final Pattern ENTRY = Pattern.compile("^### (.+)\n\n((?:.+\n)+)\n```gherkin\n((?:.*\n)*?)```$", Pattern.MULTILINE);
    private static final Pattern BACKGROUND = Pattern.compile("^```gherkin background\n((?:.*\n)*?)```$", Pattern.MULTILINE);

    private StepsPage() {}

    /** A sentence of the page, what its section begins with, and its example. */
    record Entry(String sentence, String background, String example) {}

    static List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        for (var section : Files.readString(FILE).split("(?m)^## ")) {
            var background = BACKGROUND.matcher(section);
            var steps = background.find() ? background.group(1) : "";
            ENTRY.matcher(section).results().forEach(match -> entries.add(new Entry(match.group(1), steps, match.group(3))));
        }
        return entries;
    }

    /** Runs every example, written to {@code feature}, after {@code first}; a run is named by its sentence. */
    static List<SentenceRuns.Run> run(Path feature, String first) throws IOException {
        var text = new StringBuilder("Feature: the examples of the page\n");
        for (var entry : entries()) {
            text.append("\n  Scenario: ").append(entry.sentence()).append('\n')
                    .append((first + entry.background() + entry.example()).indent(4));
        }
        return SentenceRuns.of(Files.writeString(feature, text));
    }
}
