package brickwork;

import brickwork.data.Dataset;
import brickwork.data.StreamedDataset;
import brickwork.data.TrainingData;
import brickwork.engine.Initializer;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.report.TextReport;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.source.Plural;
import brickwork.store.ModelFile;
import brickwork.store.Provenance;
import brickwork.train.Ending;
import brickwork.train.TrainingReport;
import brickwork.train.TrainingResult;
import brickwork.train.TrainingSettings;
import brickwork.verify.Trial;
import brickwork.verify.health.Health;
import java.util.List;

/** What came of a training: the result, and the trained network to use. Immutable; may be shared by threads. */
public final class TrainingOutcome {

    /** Samples of a stream that are held to be examined. */
    private static final int EXAMINED = 4096;

    private final Specification network;
    private final TrainingData dataset;
    private final TrainingSettings settings;
    private final TrainingResult result;

    TrainingOutcome(Specification network, TrainingData dataset, TrainingSettings settings, TrainingResult result) {
        this.network = network;
        this.dataset = dataset;
        this.settings = settings;
        this.result = result;
    }

    /**
     * What the training of a trial comes to, which is done now if it was not done before.
     *
     * @throws InvalidSpecException where the trial has no samples, its specification does not say how long to train, or a file of the
     *                              samples is absent or broken
     */
    public static TrainingOutcome of(Trial trial) {
        var dataset = TrainingNeeds.dataset(trial.specification(), trial.samples());
        TrainingNeeds.requireTraining(trial.specification());
        return new TrainingOutcome(trial.specification(), dataset, trial.settings(), trial.trained());
    }

    /** Finished, or diverged with its place and cure. */
    public TrainingResult result() {
        return result;
    }

    /**
     * What is worth a warning of the samples it was trained on, such as targets that the last layer cannot give; of a stream the first
     * 4,096 are looked at.
     */
    public List<Diagnostic> warnings() {
        return GivenSamples.warnings(network, examined());
    }

    /** What was done and how well the network does. */
    public TrainingReport report() {
        return result.report();
    }

    /**
     * The trained network.
     *
     * @throws DivergedException where training diverged; the message says where and what usually helps
     */
    public TrainedNetwork orThrow() {
        return switch (result) {
            case TrainingResult.Finished _ -> trained();
            case TrainingResult.Diverged diverged -> throw new DivergedException(diverged);
        };
    }

    /**
     * How healthy the training was, on its training part: dead and saturated units, gradients and updates by layer, inputs that never
     * change, and numbers that are not finite. Examined anew at each call, which takes about as long as a few epochs; of a stream the first
     * 4,096 samples of the training part are examined.
     */
    public Health health() {
        var initial = settings.initial().orElseGet(() -> Initializer.parameters(network));
        return Health.after(network, examined(), initial, result, settings.engines());
    }

    /** The samples, of a stream the first 4,096. */
    Dataset examined() {
        return switch (dataset) {
            case Dataset held -> held;
            case StreamedDataset streamed -> streamed.first(EXAMINED);
        };
    }

    /** What made the result. */
    public Provenance provenance() {
        return Provenance.of(network, settings.engines());
    }

    /** The network with its final parameters or, where training diverged, with the last that were finite. */
    public TrainedNetwork trained() {
        var model = ModelFile.of(network, dataset.preparation(), result.parameters()).withMetrics(report().metrics());
        return new TrainedNetwork(model, settings.engines());
    }

    /** One line: layers, parameters, precision, and how the training ended. */
    @Override
    public String toString() {
        return "training of " + TextReport.network(network) + ": " + switch (result) {
            case TrainingResult.Finished(_, var ending, var report) -> ending(ending, " after " + Plural.of(report.epochs(), "epoch"));
            case TrainingResult.Diverged diverged -> diverged.message();
        };
    }

    private static String ending(Ending ending, String epochs) {
        return switch (ending) {
            case Ending.AllEpochs _ -> "finished" + epochs;
            case Ending.Stopped _ -> "stopped by a stop statement" + epochs;
            case Ending.TimeOver(var seconds) -> "stopped" + epochs + ", when " + Training.time(seconds) + " were over";
            case Ending.Cancelled(var reason) -> "cancelled" + epochs + ": " + reason.text();
        };
    }
}
