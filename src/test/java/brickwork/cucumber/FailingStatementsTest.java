package brickwork.cucumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A statement that does not hold fails, and says where, both numbers, both errors, the seed and the command that shows it again. */
class FailingStatementsTest {

    private static final Path FOLDER = Path.of("src/test/resources/brickwork/cucumber");

    @Test
    void eachSaysWhatIsWrong() throws IOException {
        var runs = SentenceRuns.of(FOLDER.resolve("failing.feature"));

        assertThat(runs).noneMatch(SentenceRuns.Run::passed);
        assertThat(runs.stream().map(run -> run.name() + "\n  " + run.evidence().replace("\n", "\n  ") + "\n")
                .collect(Collectors.joining("\n")))
                .isEqualTo(Files.readString(FOLDER.resolve("failing.txt")));
    }
}
