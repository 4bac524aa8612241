package brickwork.report;

import brickwork.kernel.KernelChoice;
import brickwork.model.Layer;
import brickwork.model.Metric;
import brickwork.model.WordLists;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.MemoryEstimate;
import brickwork.plan.PlanPrinter;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Explanation;
import brickwork.source.Severity;
import brickwork.syntax.SpecPrinter;
import brickwork.train.History;
import brickwork.train.LayerUpdate;
import brickwork.train.TrainingResult;
import brickwork.train.metric.Metrics;
import brickwork.verify.gradient.GradientReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Results as the JSON objects tools rely on. */
public final class JsonReport {

    /** Rows of the history unless all are asked for. */
    public static final int HISTORY_ROWS = 1000;

    private JsonReport() {}

    /**
     * Diagnostics in their order: {@code code}, {@code severity}, {@code message}, {@code file}, {@code line}, {@code column},
     * {@code help}.
     */
    public static List<JsonObject> diagnostics(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(JsonReport::diagnostic).toList();
    }

    private static JsonObject diagnostic(Diagnostic diagnostic) {
        return new JsonObject()
                .put("code", diagnostic.code().name())
                .put("severity", diagnostic.severity())
                .put("message", diagnostic.message())
                .put("file", diagnostic.source().name())
                .put("line", diagnostic.line())
                .put("column", diagnostic.column())
                .put("help", diagnostic.help());
    }

    /** Whether texts in which these diagnostics were found are {@code valid}. */
    public static JsonObject check(List<Diagnostic> diagnostics) {
        return new JsonObject().put("valid", diagnostics.stream().noneMatch(found -> found.severity() == Severity.ERROR));
    }

    /** The long story of a diagnostic's code. */
    public static JsonObject explanation(Code code) {
        return new JsonObject().put("code", code.name()).put("title", code.title()).put("explanation",
                WordLists.fill(Explanation.of(code)));
    }

    /** All codes of diagnostics, each with what it is about. */
    public static JsonObject codes() {
        return new JsonObject().put("codes", Arrays.stream(Code.values())
                .map(code -> new JsonObject().put("code", code.name()).put("kind", code.kind()).put("title", code.title())).toList());
    }

    /** The resolved network, its steps and its memory in bytes, with the kernels it would run on. */
    public static JsonObject plan(ExecutionPlan plan, KernelChoice kernels) {
        return new JsonObject()
                .put("parameters", plan.network().parameters())
                .put("layers", plan.network().feedForward().layers().stream().map(JsonReport::layer).toList())
                .put("batch", plan.batch())
                .put("steps", PlanPrinter.steps(plan))
                .put("memory", memory(plan.memory()))
                .put("kernels", kernels.set())
                .put("resolved", SpecPrinter.print(plan.network()));
    }

    private static JsonObject layer(Layer layer) {
        return new JsonObject()
                .put("layer", layer.number())
                .put("name", layer.name())
                .put("inputs", layer.inputs())
                .put("units", layer.units())
                .put("activation", layer.activation().word())
                .put("bias", layer.hasBias())
                .put("norm", layer.norm().isPresent())
                .put("frozen", layer.frozen())
                .put("dropout", layer.dropout())
                .put("parameters", layer.parameters());
    }

    private static JsonObject memory(MemoryEstimate memory) {
        return new JsonObject()
                .put("parameters", memory.parameters())
                .put("gradients", memory.gradients())
                .put("optimizer", memory.optimizer())
                .put("batch", memory.workspace())
                .put("total", memory.total())
                .put("panels_at_most", MemoryEstimate.PANELS);
    }

    /** A training: its final figures, history, kernels and notes, and its {@code divergence} where it diverged. */
    public static JsonObject training(TrainingResult result, boolean wholeHistory) {
        var report = result.report();
        var metrics = new JsonObject();
        report.metrics().forEach((part, values) -> metrics.put(part.word(), metrics(values)));
        var object = new JsonObject()
                .put("epochs", report.epochs())
                .put("loss", report.loss())
                .put("data_loss", report.dataLoss())
                .put("penalty", report.penalty())
                .put("accuracy", report.accuracy())
                .put("metrics", metrics)
                .put("fingerprint", report.fingerprint())
                .put("kernels", report.kernels().set())
                .put("seconds", report.seconds())
                .put("steps", report.steps())
                .put("updates", updates(report.lastUpdate()))
                .put("best_epoch", report.bestEpoch())
                .put("history", history(report.history(), wholeHistory))
                .put("notes", report.notes());
        return switch (result) {
            case TrainingResult.Finished _ -> object;
            case TrainingResult.Diverged diverged -> object.put("divergence", divergence(diverged));
        };
    }

    /** The figures of the validation part stand there where there is one. */
    private static List<JsonObject> history(History history, boolean whole) {
        var validated = history.isValidated();
        return (whole ? history : history.thinned(HISTORY_ROWS)).stream().map(row -> {
            var object = new JsonObject().put("epoch", row.epoch()).put("loss", row.loss()).put("data_loss", row.dataLoss())
                    .put("accuracy", row.accuracy()).put("rate", row.rate());
            return validated ? object.put("validation_loss", row.validationLoss()).put("validation_data_loss", row.validationDataLoss())
                    .put("validation_accuracy", row.validationAccuracy()) : object;
        }).toList();
    }

    static JsonObject metrics(Metrics values) {
        var object = new JsonObject();
        for (var metric : Metric.values()) {
            object.put(metric.word(), values.value(metric));
        }
        return object;
    }

    /** What the last update did, layer by layer. */
    static List<JsonObject> updates(List<LayerUpdate> updates) {
        return updates.stream().map(update -> new JsonObject().put("layer", update.layer()).put("ratio", update.ratio())).toList();
    }

    /** Where a training met a number that is not finite, and what usually helps. */
    static JsonObject divergence(TrainingResult.Diverged diverged) {
        return new JsonObject()
                .put("epoch", diverged.epoch())
                .put("batch", diverged.batch())
                .put("layer", diverged.fault().layer())
                .put("tensor", diverged.fault().tensor())
                .put("line", diverged.fault().origin().line())
                .put("message", diverged.message())
                .put("help", diverged.cure());
    }

    /** A gradient check, in total, by penalty and by tensor, with the kinks that were compared one-sided. */
    public static JsonObject gradients(GradientReport report) {
        return GradientCheckObject.of(report);
    }

    /**
     * A row of outputs for each row of inputs, and the class that each names.
     *
     * @param classes one a row, or empty where the network tells no classes
     */
    public static JsonObject predictions(double[][] outputs, Optional<List<String>> classes) {
        return new JsonObject().put("outputs", Arrays.asList(outputs)).put("classes", classes);
    }
}
