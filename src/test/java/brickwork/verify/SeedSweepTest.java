package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.model.Expectation;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.source.Outcome;
import brickwork.verify.check.MetricCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class SeedSweepTest {

    private static final Dataset XOR = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
    private static final Replay REPLAY = new Replay(Optional.of("specs/xor.nn"), List.of("a=1"), OptionalLong.empty());

    private static Trial trial(int epochs, double rate, SampleSupply samples, int workers) {
        var spec = Brickwork.standard().compile("precision f64; layer 2 -> 3 tanh -> 1 sigmoid; loss bce; optimizer sgd rate " + rate
                + "; train " + epochs + " epochs batch full in order");
        return Trial.of(spec.network(), samples, new Trial.Options(EngineOptions.standard(), workers, REPLAY));
    }

    private static MetricCheck accuracy(Relation relation, double value, OptionalInt within) {
        return new MetricCheck(Metric.ACCURACY, Optional.empty(), Requirement.of(relation, value), within);
    }

    @Test
    void countsSeeds() {
        var seeds = new Expectation.Seeds.AtLeast(0.5, 20);
        var every = new Expectation.Seeds.Every(100, 102);

        var verdicts = Verifier.judge(trial(400, 1, SampleSupply.always(XOR), 2),
                List.of(new SeedSweep(accuracy(Relation.EQUAL, 1, OptionalInt.empty()), seeds),
                        new SeedSweep(accuracy(Relation.GREATER, 1, OptionalInt.empty()), seeds),
                        new SeedSweep(accuracy(Relation.LESS_OR_EQUAL, 1, OptionalInt.empty()), every)));

        assertThat(verdicts.get(0).text()).startsWith("held for 10 of the first ").contains("(10 of 20 needed; 95% interval");
        assertThat(verdicts.get(0).passed()).isTrue();
        assertThat(verdicts.get(1).text())
                .startsWith("held for 0 of the first 11 seeds, which decides it: seeds 11 to 19 were not tried (10 of 20 needed; "
                        + "95% interval of the share 0.000 to 0.285); not for seeds 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 1 more; "
                        + "seed 0: accuracy on train is ")
                .endsWith("; replay: nn train specs/xor.nn --set a=1 --seed 0");
        assertThat(verdicts.get(2).text()).startsWith("held for 3 of 3 seeds (3 of 3 needed; ");
    }

    @Test
    void keepsWhatItCountedAsData() {
        var check = new SeedSweep(accuracy(Relation.GREATER, 1, OptionalInt.empty()), new Expectation.Seeds.Every(4, 9));

        var evidence = check.judge(trial(1, 1, SampleSupply.always(XOR), 1)).evidence();

        assertThat(evidence.figures()).containsEntry("held", 0L).containsEntry("tried", 1L).containsEntry("seeds", 6L)
                .containsEntry("failing", List.of(4L));
        assertThat(((Evidence) evidence.figures().get("first_failure")).required()).contains(Requirement.of(Relation.GREATER, 1));
    }

    @Test
    void givesTheSameEvidenceOnOneThreadAndOnMany() {
        var seeds = new Expectation.Seeds.AtLeast(0.8, 30);
        var checks = List.<Check>of(new SeedSweep(accuracy(Relation.EQUAL, 1, OptionalInt.empty()), seeds),
                new SeedSweep(accuracy(Relation.EQUAL, 1, OptionalInt.of(150)), seeds));

        var alone = Verifier.judge(trial(200, 0.5, SampleSupply.always(XOR), 1), checks);
        var many = Verifier.judge(trial(200, 0.5, SampleSupply.always(XOR), 7), checks);

        assertThat(many).isEqualTo(alone);
    }

    @Test
    void drawsDataAndStartFromTheSeed() {
        var seen = new ConcurrentSkipListSet<Long>();
        SampleSupply samples = seeded -> {
            seen.add(seeded.seed());
            return Optional.of(new Outcome.Success<>(XOR, List.of()));
        };

        new SeedSweep(accuracy(Relation.LESS_OR_EQUAL, 1, OptionalInt.empty()), new Expectation.Seeds.Every(7, 9))
                .judge(trial(1, 1, samples, 3));

        assertThat(seen).containsExactly(7L, 8L, 9L);
    }
}
