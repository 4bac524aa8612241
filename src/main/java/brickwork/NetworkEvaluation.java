package brickwork;

import brickwork.data.Dataset;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.data.Samples;
import brickwork.data.StreamedDataset;
import brickwork.engine.Engine;
import brickwork.engine.EngineOptions;
import brickwork.model.DataSpec;
import brickwork.model.DatasetPart;
import brickwork.model.Training;
import brickwork.plan.Planner;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.store.ModelFile;
import brickwork.train.metric.Metrics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How well a model does on samples, whose raw inputs it scales itself. */
final class NetworkEvaluation {

    /** Rows that are computed at a time, at most. */
    private static final int MOST_ROWS = 4096;

    private NetworkEvaluation() {}

    /** Of every part. */
    static Map<DatasetPart, Metrics> of(ModelFile model, EngineOptions engines, Dataset dataset) {
        GivenSamples.requireFit(model.network(), dataset);
        var metrics = new EnumMap<DatasetPart, Metrics>(DatasetPart.class);
        try (var engine = open(model, engines, dataset.train().count())) {
            for (var part : DatasetPart.values()) {
                dataset.part(part).ifPresent(samples -> metrics.put(part, evaluate(model, engine, samples)));
            }
        }
        return metrics;
    }

    /** Of all rows. */
    static Metrics of(ModelFile model, EngineOptions engines, double[][] inputs, double[][] targets) {
        Objects.requireNonNull(inputs, "rows of inputs are needed, got null");
        Objects.requireNonNull(targets, "rows of targets are needed, got null");
        var asTheyAre = model.network().withData(DataSpec.NONE);
        return switch (Dataset.prepare(asTheyAre, SampleTable.ofReals(inputs, targets))) {
            case Outcome.Success<Dataset>(var dataset, _) -> of(model, engines, dataset).get(DatasetPart.TRAIN);
            case Outcome.Failure<Dataset> failure -> throw new IllegalArgumentException(
                    failure.errors().map(Diagnostic::message).collect(Collectors.joining("; ")));
        };
    }

    /** Of all rows of one part. */
    static Metrics of(ModelFile model, EngineOptions engines, Samples rows) {
        try (var engine = open(model, engines, rows.count())) {
            return Metrics.evaluate(engine, rows);
        }
    }

    /** Of all rows of a stream. */
    static Metrics of(ModelFile model, EngineOptions engines, SampleStream stream) {
        Objects.requireNonNull(stream, "a stream of samples is needed, got null");
        GivenSamples.requireFit(model.network(), stream);
        var rows = StreamedDataset.count(model.network(), stream, Integer.MAX_VALUE, engines.cancellation()::check)
                .withScaling(model.scaling()).train();
        try (var engine = open(model, engines, rows.count())) {
            return Metrics.evaluate(engine, rows);
        }
    }

    /** Losses are summed batch by batch, so the batch is that of training where it is not too large. */
    private static Engine open(ModelFile model, EngineOptions engines, int samples) {
        var batch = model.network().learning().training().map(training -> Math.min(MOST_ROWS, training.batch().size(samples)))
                .orElse(Training.Batch.DEFAULT_SIZE);
        var engine = engines.open(model.network(), Planner.plan(model.network(), batch));
        engine.setParameters(model.parameters());
        return engine;
    }

    private static Metrics evaluate(ModelFile model, Engine engine, Samples samples) {
        return Metrics.evaluate(engine, samples.withScaling(model.scaling()));
    }
}
