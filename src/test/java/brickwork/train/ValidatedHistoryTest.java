package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.TrainingOutcome;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the history tells of the validation part, and where a training ends that has no more time. */
class ValidatedHistoryTest {

    private static final String MOONS = """
            seed 3
            data moons samples 60 noise 0.1
            split test 20%% validation 20%%
            layer 2 -> 4 tanh, dropout 10%% -> 1 sigmoid
            loss bce + l2 1e-3
            optimizer adam rate 0.05
            train %s
            """;

    private static TrainingOutcome trained(String epochs) {
        return Brickwork.standard().compile(MOONS.formatted(epochs)).train();
    }

    /** Each row holds what a training that ends there reports. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aRowHoldsWhatATrainingOfSoManyEpochsComesToOnValidation(int epochs) {
        var row = trained("5 epochs").report().history().get(epochs - 1);
        var metrics = trained(epochs + " epochs").report().metrics().get(DatasetPart.VALIDATION);

        assertThat(row.validationLoss()).isEqualTo(metrics.value(Metric.LOSS).orElseThrow());
        assertThat(row.validationDataLoss()).isEqualTo(metrics.value(Metric.DATA_LOSS).orElseThrow());
        assertThat(row.validationAccuracy()).isEqualTo(metrics.value(Metric.ACCURACY).orElseThrow());
        assertThat(row.validationLoss()).isGreaterThan(row.validationDataLoss());
    }

    @Test
    void watchingValidationChangesNoBitOfTheTraining() {
        var watched = trained("6 epochs").report();
        var seen = new ArrayList<HistoryRow>();
        var spec = Brickwork.standard().compile(MOONS.formatted("6 epochs"));
        var observed = spec.train(epoch -> seen.add(epoch.row())).report();

        assertThat(observed.fingerprint()).isEqualTo(watched.fingerprint());
        assertThat(seen).isEqualTo(watched.history());
    }

    @Test
    void withoutAValidationPartNothingIsTold() {
        var report = Brickwork.standard().compile("data sine samples 9; layer 1 -> 1 linear; loss mse; train 2 epochs").train().report();

        assertThat(report.history().isValidated()).isFalse();
        assertThat(report.history()).allSatisfy(row -> assertThat(row.validationLoss()).isNaN());
    }

    @Test
    void realTargetsHaveALossOnValidationAndNoAccuracy() {
        var row = Brickwork.standard().compile("""
                data sine samples 20
                split test 20% validation 20%
                layer 1 -> 1 linear
                loss mse
                train 2 epochs
                """)
                .train().report().history().getLast();

        assertThat(row.validationLoss()).isPositive();
        assertThat(row.validationAccuracy()).isNaN();
    }

    @Test
    void aResumedTrainingHasTheSameRows(@TempDir Path folder) {
        var whole = trained("6 epochs").report();
        var spec = Brickwork.standard().compile(MOONS.formatted("6 epochs"));
        var data = spec.data().orThrow();
        var broken = spec.train(data, spec.settings().withObserver(epoch -> {
            if (epoch.number() == 2) {
                epoch.cancel();
            }
        }), RunFolder.fresh(folder)).report();
        var resumed = spec.train(data, spec.settings(), RunFolder.resuming(folder)).report();

        assertThat(broken.history()).hasSize(3);

        assertThat(resumed.history()).isEqualTo(whole.history());
    }

    @Test
    void endsAfterTheEpochInWhichItsTimeIsOver() {
        var outcome = trained("1000000 epochs within 0.001 seconds");

        assertThat(outcome.report().epochs()).isBetween(1, 999_999);
        assertThat(outcome.result()).isInstanceOfSatisfying(TrainingResult.Finished.class,
                finished -> assertThat(finished.ending()).isEqualTo(new Ending.TimeOver(0.001)));
        assertThat(outcome.report().notes()).singleElement().asString()
                .endsWith("of 1000000, when 0.001 seconds were over; the result depends on the machine");
        assertThat(outcome.toString()).contains("when 0.001 seconds were over");
        assertThat(trained(outcome.report().epochs() + " epochs").report().fingerprint()).isEqualTo(outcome.report().fingerprint());
    }

    @Test
    void withTimeEnoughAllEpochsAreTrained() {
        var outcome = trained("3 epochs within 10 minutes");

        assertThat(outcome.result()).isInstanceOfSatisfying(TrainingResult.Finished.class,
                finished -> assertThat(finished.ending()).isEqualTo(new Ending.AllEpochs()));
        assertThat(outcome.report().notes()).isEmpty();
    }
}
