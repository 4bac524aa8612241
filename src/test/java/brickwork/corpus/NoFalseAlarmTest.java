package brickwork.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.Dataset;
import brickwork.data.InMemoryRows;
import brickwork.engine.EngineOptions;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Origin;
import brickwork.verify.gradient.EngineBackward;
import brickwork.verify.Evidence;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.RandomNetworks;
import brickwork.verify.Replay;
import brickwork.verify.SampleSupply;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.check.EveryUpdate;
import brickwork.verify.check.ForwardMode;
import brickwork.verify.check.InitialDraws;
import brickwork.verify.check.Samplings;
import brickwork.verify.check.SeveralSteps;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Statements about correct networks, all of which must hold: those that find the planted faults raise no false alarm. The networks have all
 * activations, losses, penalties, optimizers and kinds of bias, up to 5 layers, some frozen, some with dropout, some clipped.
 */
class NoFalseAlarmTest {

    private static final Tolerance NEAR = new Tolerance.Absolute(1e-9);

    @Test
    void someNetworksPass() {
        assertThat(alarms(0, 40)).isEmpty();
    }

    @Test
    @Tag("slow")
    void fiveHundredNetworksPass() {
        assertThat(alarms(0, 500)).isEmpty();
    }

    private static List<String> alarms(long first, long last) {
        return LongStream.range(first, last).parallel().boxed().flatMap(NoFalseAlarmTest::alarms).toList();
    }

    private static Stream<String> alarms(long seed) {
        var drawn = RandomNetworks.draw(seed);
        var table = (InMemoryRows) drawn.rows();
        var network = trained(drawn.network().withSeed(seed), table.count());
        var trial = Trial.of(network, SampleSupply.always(Dataset.of(table.x(), table.y())),
                new Trial.Options(EngineOptions.standard(), 1, Replay.NONE));
        var drawnStart = trial.withInitial(drawn.parameters());
        var report = GradientCheck.check(network, table, drawn.parameters(), GradientCheck.Options.standard().alone(),
                EngineBackward.standard());
        var verdicts = Stream.of(
                report.passed() ? Verdict.passed("") : new Verdict.Failed(Evidence.literal("gradcheck: " + report)),
                new ForwardMode(new Tolerance.Absolute(1e-11)).judge(trial),
                new InitialDraws().judge(trial),
                new SeveralSteps(4, NEAR).judge(trial),
                new EveryUpdate(NEAR).judge(trial),
                new Samplings.Partial(Stage.INITIAL, NEAR).judge(drawnStart),
                new Samplings.Rearranged(Samplings.Change.DUPLICATED, Stage.INITIAL, NEAR).judge(drawnStart));
        return verdicts.filter(verdict -> !verdict.passed()).map(verdict -> "seed " + seed + ": " + verdict.text());
    }

    private static Specification trained(Specification network, int samples) {
        return network.withLearning(network.learning()
                .withTraining(Optional.of(new Training(2, new Training.Batch.Of(1 + samples / 3), true, Origin.NONE))));
    }
}
