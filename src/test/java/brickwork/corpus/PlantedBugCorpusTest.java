package brickwork.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults planted in the product's own source, one at a time, each of which a public statement must find: the statement holds of the product
 * as it is, fails with the fault, and its evidence names what is wrong. A crash or a hang finds nothing.
 */
class PlantedBugCorpusTest {

    private static final Path TABLE = Path.of("src", "site", "markdown", "faults.md");
    private static final Path TABLE_AS_FOUND = Path.of("target", "faults.md");

    @TempDir
    private static Path folder;

    private static Verdicts verdicts;

    @BeforeAll
    static void judge() {
        verdicts = new Verdicts(folder);
    }

    @AfterAll
    static void end() {
        verdicts.close();
    }

    static Stream<Fault> faults() {
        return Corpus.faults();
    }

    @ParameterizedTest
    @EnumSource
    void holdsOfTheProductAsItIs(Suite suite) {
        var answer = verdicts.of(suite);

        assertThat(answer.passed()).as(answer.evidence()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isCaught(Fault fault) {
        var answers = verdicts.of(fault);

        for (var i = 0; i < answers.size(); i++) {
            var caught = fault.catches().get(i);
            assertThat(answers.get(i).isVerdictOfFailure()).as("%s: %s", caught.statement(), answers.get(i)).isTrue();
            assertThat(answers.get(i).evidence()).as("%s", caught.statement()).contains(caught.evidence());
        }
    }

    @Test
    void everyFaultHasItsOwnNameAndAStatement() {
        assertThat(faults().map(Fault::name)).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        assertThat(faults()).allMatch(fault -> !fault.catches().isEmpty());
    }

    @Test
    void everyStatementFindsSomething() {
        var finding = faults().flatMap(fault -> fault.catches().stream()).map(caught -> caught.statement().suite())
                .collect(Collectors.toSet());

        assertThat(finding).containsExactlyInAnyOrder(Suite.values());
    }

    @Test
    void theTableSaysWhichStatementFindsWhat() throws IOException {
        Files.writeString(TABLE_AS_FOUND, FaultTable.of(verdicts));

        assertThat(TABLE).as("copy %s there", TABLE_AS_FOUND).hasSameTextualContentAs(TABLE_AS_FOUND);
    }
}
