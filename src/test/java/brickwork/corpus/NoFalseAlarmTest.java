package brickwork.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.Dataset;
import brickwork.data.InMemoryRows;
import brickwork.engine.EngineFactory;
import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Origin;
import brickwork.verify.RandomNetworks;
import brickwork.verify.Verdict;
import brickwork.verify.Tolerance;
import brickwork.verify.check.EveryUpdate;
import brickwork.verify.check.ForwardMode;
import brickwork.verify.check.InitialDraws;
import brickwork.verify.check.Samplings;
import brickwork.verify.check.SeveralSteps;
import brickwork.verify.check.Subject;
import brickwork.verify.gradient.EngineBackward;
import brickwork.verify.gradient.GradientCheck;
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
        var subject = new Subject(network, Dataset.of(table.x(), table.y()), EngineFactory.STANDARD, KernelChoice.best(), 1);
        var report = GradientCheck.check(network, table, drawn.parameters(), new GradientCheck.Options(16, false, true),
                EngineBackward.standard());
        var verdicts = Stream.of(
                report.passed() ? new Verdict.Passed("") : new Verdict.Failed("gradcheck: " + report),
                ForwardMode.agrees(subject, new Tolerance.Absolute(1e-11)),
                InitialDraws.followTheirSchemes(subject),
                SeveralSteps.equalTheReference(subject, 4, NEAR),
                EveryUpdate.equalsTheReference(subject, Integer.MAX_VALUE, NEAR),
                Samplings.partial(subject, drawn.parameters(), NEAR),
                Samplings.duplicated(subject, drawn.parameters(), NEAR));
        return verdicts.filter(verdict -> !verdict.passed()).map(verdict -> "seed " + seed + ": " + verdict.evidence());
    }

    private static Specification trained(Specification network, int samples) {
        return network.withLearning(network.learning()
                .withTraining(Optional.of(new Training(2, new Training.Batch.Of(1 + samples / 3), true, Origin.NONE))));
    }
}
