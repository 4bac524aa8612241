package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "train", "verify", "fmt", "explain"})
    void helpIsACommandToo(String command) {
        var asked = command.isEmpty() ? nn("help") : nn("help", command);
        var option = command.isEmpty() ? nn("--help") : nn(command, "--help");

        assertThat(asked).isEqualTo(option);
        assertThat(asked.exit()).isZero();
        for (var exit : Exit.values()) {
            assertThat(asked.out()).containsPattern("(?m)^ +" + exit.code() + " +" + exit.meaning() + "$");
        }
    }

    @Test
    void explainWithoutACodeListsAll() {
        var told = nn("explain");

        assertThat(told.exit()).isZero();
        assertThat(told.out().lines()).hasSize(Code.values().length).allMatch(line -> line.matches("NN\\d{3}  .+"));
        assertThat(nn("explain", "--json").list("codes")).hasSize(Code.values().length)
                .element(0).satisfies(first -> assertThat(first).containsEntry("code", "NN001").containsEntry("title", Code.NN001.title()));
    }

    @Test
    void checkingTheLayoutShowsTheDifference(@TempDir Path folder) throws IOException {
        var file = folder.resolve("wide.nn");
        Files.writeString(file, "data   xor\nlayer 2 -> 1 sigmoid\nloss bce\ntrain  9 epochs\n");

        assertThat(nn("fmt", "--check", file).out()).isEqualTo(file + """
                : would change
                  -   1 | data   xor
                  +   1 | data xor
                  -   4 | train  9 epochs
                  +   4 | train 9 epochs
                """);
        assertThat(nn("fmt", file).out()).isEqualTo(file + ": laid out\n");
        assertThat(nn("fmt", "--check", file).out()).isBlank();
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', 'a\nb\n', '  the last line has no line end\n'",
            "'a\r\nb\n', 'a\nb\n', '  the line ends differ\n'", "'a\n', 'a\n', ''"})
    void aDifferenceOfLineEndsAloneIsTold(String before, String after, String told) {
        assertThat(LineDifference.of(before.translateEscapes(), after.translateEscapes())).isEqualTo(told.translateEscapes());
    }

    /** What is left of the one text without the lines that go, and of the other without those that come, is the same. */
    @Test
    void aDifferenceHoldsAllThatChanges() {
        var random = new Random(3);
        for (var round = 0; round < 200; round++) {
            var before = random.ints(random.nextInt(12), 0, 4).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
            var after = random.ints(random.nextInt(12), 0, 4).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
            var left = new ArrayList<>(before.lines().toList());
            var right = new ArrayList<>(after.lines().toList());
            var changes = LineDifference.of(before, after).lines().filter(line -> line.contains(" | ")).toList().reversed();
            for (var change : changes) {
                var lines = change.charAt(2) == '-' ? left : right;
                var number = Integer.parseInt(change.substring(3, change.indexOf('|')).strip());
                assertThat(lines.remove(number - 1)).isEqualTo(change.substring(change.indexOf('|') + 2));
            }
            assertThat(left).isEqualTo(right);
        }
    }

    @Test
    void theWholeHistoryIsShownToPeopleToo() {
        var rows = nn("train", "specs/mazur.nn", "--set", "steps=40", "--history", "all").out().lines()
                .filter(line -> line.startsWith("  epoch ")).count();

        assertThat(rows).isEqualTo(40);
        assertThat(nn("train", "specs/mazur.nn", "--set", "steps=40").out().lines().filter(line -> line.startsWith("  epoch ")).count())
                .isEqualTo(8);
    }
}
