package brickwork;

import brickwork.data.Dataset;
import brickwork.report.HealthReport;
import brickwork.report.VerifiedStatement;
import brickwork.report.page.TrainingPage;
import brickwork.train.Checkpoints;
import brickwork.train.TrainingSettings;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Stage;
import brickwork.verify.Trial;
import brickwork.verify.Verifier;
import brickwork.verify.check.ExpectationChecks;
import java.util.List;

/**
 * A training with all that is to be said of it: its outcome, the verdict on every {@code expect} of its spec, its health, its pictures. It
 * is trained once for all of them; statements over many seeds train those as well. Immutable.
 */
public final class ReportedTraining {

    private final NeuralSpec spec;
    private final Dataset data;
    private final Trial trial;
    private final TrainingOutcome outcome;
    private final List<ExpectationResult> verdicts;
    private final ValidationHistory validation;

    private ReportedTraining(NeuralSpec spec, Dataset data, Trial trial, TrainingOutcome outcome, List<ExpectationResult> verdicts,
            ValidationHistory validation) {
        this.spec = spec;
        this.data = data;
        this.trial = trial;
        this.outcome = outcome;
        this.verdicts = verdicts;
        this.validation = validation;
    }

    /**
     * Trains on the data the spec names, and judges.
     *
     * @throws brickwork.source.InvalidSpecException where the spec names no data or does not say how long to train
     */
    public static ReportedTraining of(NeuralSpec spec) {
        TrainingNeeds.requireTraining(spec.network());
        return of(spec, spec.settings(), Checkpoints.NONE);
    }

    /**
     * The same under these settings, with states of the training kept, as in a {@link brickwork.store.RunFolder}. A run that is resumed
     * would hide its first epochs from statements about them, so begin afresh.
     *
     * @throws brickwork.source.InvalidSpecException where the spec names no data or does not say how long to train
     * @throws E                                     where the states cannot be written
     */
    public static <E extends RuntimeException> ReportedTraining of(NeuralSpec spec, TrainingSettings settings, Checkpoints<E> checkpoints) {
        var plain = spec.trial();
        var started = settings.initial().map(plain::withInitial).orElse(plain);
        var data = TrainingNeeds.dataset(spec.network(), started.samples());
        var validation = ValidationHistory.before(settings.observer());
        var trial = started.trainedBy(questions -> spec.train(data, settings.withObserver(new BothObservers(validation, questions)),
                checkpoints).result());
        var verdicts = Verifier.verify(trial, ExpectationChecks::of);
        return new ReportedTraining(spec, data, trial, TrainingOutcome.of(trial), verdicts, validation);
    }

    /** What came of the training. */
    public TrainingOutcome outcome() {
        return outcome;
    }

    /** One for each {@code expect}, in their order. */
    public List<ExpectationResult> verdicts() {
        return verdicts;
    }

    /** Its pictures, with the validation part. */
    public Pictures pictures() {
        return Pictures.of(outcome).withValidation(validation).withHealth(trial.health(Stage.TRAINED));
    }

    /**
     * The report: one HTML file without any request.
     *
     * @param command the command line that makes it again, or empty
     */
    public String html(String command) {
        var pictures = pictures();
        var file = verdicts.stream().map(ExpectationResult::file).findFirst().orElse("");
        return new TrainingPage(spec.text().text(), spec.network(), data, outcome.result(),
                verdicts.stream().map(VerifiedStatement::of).toList(), new HealthReport(file, trial.health(Stage.TRAINED)),
                outcome.provenance(), pictures.possible().stream().map(pictures::draw).toList()).html(command);
    }
}
