package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.Brickwork;
import brickwork.engine.EngineFactory;
import brickwork.engine.EngineOptions;
import brickwork.model.HealthMetric;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.verify.check.Fingerprints;
import brickwork.verify.check.HealthCheck;
import brickwork.verify.check.LossCourse;
import brickwork.verify.check.MetricCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a trial remembers: as many engines are opened as there are trainings and questions. */
class TrialTest {

    private static final String TEXT = "data xor; layer 2 -> 3 tanh -> 1 sigmoid; loss bce; optimizer adam rate 0.05; ";
    private static final MetricCheck SOON = new MetricCheck(Metric.LOSS, Optional.empty(), Requirement.of(Relation.LESS, 1),
            OptionalInt.of(3));
    private static final MetricCheck LATER = new MetricCheck(Metric.LOSS, Optional.empty(), Requirement.of(Relation.LESS, 0.1),
            OptionalInt.of(90));

    private final AtomicInteger opened = new AtomicInteger();

    private Trial trial(String text) {
        var spec = Brickwork.standard().compile(TEXT + text);
        var engines = EngineOptions.standard().withFactory((network, plan, kernels, threads) -> {
            opened.incrementAndGet();
            return EngineFactory.STANDARD.open(network, plan, kernels, threads);
        });
        return Trial.of(spec.network(), spec.samples(), new Trial.Options(engines, 1, Replay.NONE));
    }

    @Test
    void oneTrainingServesAllChecksJudgedTogether() {
        var verdicts = Verifier.judge(trial("train 90 epochs batch full"),
                List.of(new LossCourse.Decreases(), SOON, LATER, new Fingerprints.Is("ab"), new LossCourse.FallsByFactor(2)));

        assertThat(verdicts).extracting(Verdict::passed).containsExactly(true, true, true, false, true);
        assertThat(opened).hasValue(1);
    }

    @Test
    void aQuestionAskedAloneTrainsUntilItIsAnswered() {
        var trial = trial("train 90 epochs batch full");

        assertThat(trial.first(((TrainingNeed.Epochs) SOON.needs()).question()).result().report().epochs()).isEqualTo(1);
        assertThat(SOON.judge(trial).text()).endsWith("(< 1) after 1 epoch");
        assertThat(opened).hasValue(1);
        assertThat(trial.isTrained()).isFalse();
        assertThat(trial.trained().report().epochs()).isEqualTo(90);
    }

    @Test
    void aQuestionThatCameTooLateForTheTrainingIsAskedOfAnother() {
        var trial = trial("train 90 epochs batch full");
        trial.trained();

        assertThat(Verifier.judge(trial, List.of(LATER)).getFirst().passed()).isTrue();
        assertThat(opened).hasValue(2);
    }

    @Test
    void whatNeedsNoTrainingTrainsNothing() {
        var trial = trial("train 90 epochs batch full");

        assertThat(HealthCheck.of(HealthMetric.CONSTANT_INPUTS, Stage.TRAINED, Requirement.of(Relation.EQUAL, 0)).judge(trial).passed())
                .isTrue();
        assertThat(opened).hasValue(0);
    }

    @Test
    void eachSeedHasATrialOfItsOwn() {
        var trial = trial("train 2 epochs");

        assertThat(trial.underSeed(5).trained().parameters().tensors().getFirst().values())
                .isNotEqualTo(trial.trained().parameters().tensors().getFirst().values());
        assertThat(trial.underSeed(0).trained().report().fingerprint()).isEqualTo(trial.trained().report().fingerprint());
    }

    @Test
    void cannotDecideWhatNeedsATrainingWhereNothingSaysHowLong() {
        var verdict = new LossCourse.Decreases().judge(trial(""));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.text()).contains("does not say how many epochs");
    }

    @Test
    void hasNoSamplesWhereNobodyGivesAny() {
        var trial = Trial.of(Brickwork.standard().compile("layer 2 -> 1 linear; loss mse; train 1 epoch").network(), SampleSupply.NONE,
                Trial.Options.standard(Replay.NONE));

        assertThatThrownBy(trial::dataset).isInstanceOf(IllegalStateException.class).hasMessage("there are no samples");
        assertThat(new LossCourse.Decreases().judge(trial).text()).isEqualTo("there are no samples");
        assertThatThrownBy(() -> new Trial.Options(EngineOptions.standard(), 0, Replay.NONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
