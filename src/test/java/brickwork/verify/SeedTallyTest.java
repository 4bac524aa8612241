package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTallyTest {

    private static final Verdict PASSED = Verdict.passed("yes");
    private static final Verdict FAILED = Verdict.failed("no");

    private static SeedTally tally(Expectation.Seeds seeds, int passes, int failures) {
        var tally = new SeedTally(seeds);
        for (var i = 0; i < passes; i++) {
            tally.add(i, PASSED);
        }
        for (var i = 0; i < failures; i++) {
            tally.add(passes + i, FAILED);
        }
        return tally;
    }

    @ParameterizedTest
    @CsvSource({"0.07, 100, 7", "0.95, 200, 190", "0.951, 200, 191", "1, 3, 3", "0.5, 3, 2", "0, 5, 0"})
    void needsTheSmallestCountThatIsTheShare(double share, int count, int needed) {
        var seeds = new Expectation.Seeds.AtLeast(share, count);

        assertThat(tally(seeds, needed, count - needed).verdict(Replay.NONE).passed()).isTrue();
        if (needed > 0) {
            assertThat(tally(seeds, needed - 1, count - needed + 1).verdict(Replay.NONE).passed()).isFalse();
        }
    }

    @Test
    void isDecidedAsSoonAsNothingCanChangeIt() {
        var seeds = new Expectation.Seeds.AtLeast(0.8, 10);

        assertThat(tally(seeds, 7, 0).decided()).isFalse();
        assertThat(tally(seeds, 8, 0).decided()).isTrue();
        assertThat(tally(seeds, 0, 2).decided()).isFalse();
        assertThat(tally(seeds, 0, 3).decided()).isTrue();
        assertThat(tally(new Expectation.Seeds.Every(3, 1_000_000_000_000L), 0, 1).decided()).isTrue();
    }

    @Test
    void listsFailingSeedsThoughItPassed() {
        assertThat(tally(new Expectation.Seeds.AtLeast(0.5, 4), 1, 1).verdict(Replay.NONE).text())
                .contains("not for seed 1; seed 1: no");
    }

    @Test
    void saysWhichSeedsWereNotTried() {
        var every = new Expectation.Seeds.Every(0, 4);

        assertThat(tally(every, 3, 1).verdict(Replay.NONE).text())
                .startsWith("held for 3 of the first 4 seeds, which decides it: seed 4 was not tried (5 of 5 needed; ");
        assertThat(tally(every, 1, 1).verdict(Replay.NONE).text()).contains("which decides it: seeds 2 to 4 were not tried (");
        assertThat(tally(every, 5, 0).verdict(Replay.NONE).text()).startsWith("held for 5 of 5 seeds (5 of 5 needed; ");
    }

    @Test
    void cannotDecideOverASeedThatCouldNotBeJudged() {
        var tally = new SeedTally(new Expectation.Seeds.Every(4, 9));
        tally.add(4, Verdict.inconclusive("no data"));

        assertThat(tally.decided()).isTrue();
        assertThat(tally.verdict(Replay.NONE)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(tally.verdict(Replay.NONE).text()).isEqualTo("with seed 4: no data");
    }
}
