package brickwork.cucumber;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.faulty.FaultySteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link SpecUnderTest#runOn} reaches every sentence: where the engines of the scenario cannot be opened, none holds that needs one. */
class ChosenEnginesTest {

    /** What is stated of texts, of samples, and of parameters that are drawn. */
    private static final List<String> WITHOUT_ENGINE = List.of(
            "a penalty {word} that adds the sum of all squares to every entry of its gradient",
            "formatting the spec keeps the network",
            "input {int} of the {part} part has mean {number} and deviation {number} within {number}",
            "input {int} of the {part} part has minimum {number} and maximum {number} within {number}",
            "no input is constant",
            "printing the spec and reading it again keeps the network",
            "the SIMD kernels",
            "the class shares in each part differ by at most {number} sample(s)",
            "the constant {word} is {number}",
            "the data has {int} sample(s)",
            "the faults of the spec are:",
            "the initial parameters are those their schemes draw",
            "the initial {word} is, {closeness}:",
            "the order of the statements changes nothing",
            "the parts share no sample",
            "the samples:",
            "the scalar kernels",
            "the scaling is that of the training part alone",
            "the seed is {long}",
            "the spec is refused",
            "the spec is refused at line {int}, column {int}",
            "the spec is refused at line {int}, column {int} with {string}",
            "the spec is valid",
            "the spec is valid without a warning",
            "the spec is warned of with {word}",
            "the spec {string}",
            "the spec:",
            "the {part} part has {int} sample(s)",
            "updating the output weights before the hidden deltas leads to a loss of {number} after {int} steps, within {number}");

    @TempDir
    private Path folder;

    @Test
    void noSentenceComputesOnOtherEngines() throws IOException {
        var runs = StepsPage.run(folder.resolve("page.feature"), "Given engines that cannot be opened\n");

        assertThat(runs).filteredOn(SentenceRuns.Run::passed).extracting(SentenceRuns.Run::name)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_ENGINE);
        assertThat(runs).filteredOn(run -> !run.passed()).allMatch(run -> run.evidence().contains(FaultySteps.NO_ENGINE));
    }

    /** Sentences and statements about a network as it starts, where nothing is trained. */
    @Test
    void norDoesOneAboutTheStart() throws IOException {
        var sentences = List.of("no unit is dead", "at most 50% of units are dead", "the initial gradient ratio lies between 0 and 1",
                "no number is NaN or infinite", "the statement \"initial dead_units = 0\" holds",
                "the statement \"initial loss = 1 within 1\" holds", "the statement \"gradcheck < 1e-7\" holds",
                "the statement \"initial dead_units = 0 for every seed in 1 .. 2\" holds");
        var feature = sentences.stream().map("""
                Scenario: a sentence
                  Given engines that cannot be opened
                  And the spec:
                    \"""
                    data xor; layer 2 -> 3 relu -> 1 sigmoid; loss bce
                    \"""
                  Then %s
                """::formatted).collect(Collectors.joining("\n", "Feature: the start\n\n", ""));

        assertThat(SentenceRuns.of(Files.writeString(folder.resolve("start.feature"), feature))).hasSameSizeAs(sentences)
                .allMatch(run -> run.evidence().contains(FaultySteps.NO_ENGINE));
    }
}
