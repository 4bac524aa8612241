package brickwork.report;

import brickwork.model.Metric;
import brickwork.source.Diagnostic;
import brickwork.source.Severity;
import brickwork.train.History;
import brickwork.train.HistoryRow;
import brickwork.train.TrainingReport;
import brickwork.train.TrainingResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The results of commands as the JSON objects tools rely on. */
public final class JsonReport {

    /** Rows of the history unless all are asked for. */
    public static final int HISTORY_ROWS = 1000;

    private JsonReport() {}

    public static List<Map<String, Object>> diagnostics(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(JsonReport::diagnostic).toList();
    }

    private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", diagnostic.code().name());
        object.put("severity", diagnostic.severity() == Severity.ERROR ? "error" : "warning");
        object.put("message", diagnostic.message());
        object.put("file", diagnostic.source().name());
        object.put("line", diagnostic.line());
        object.put("column", diagnostic.column());
        object.put("help", diagnostic.help());
        return object;
    }

    public static Map<String, Object> training(TrainingReport report, boolean wholeHistory) {
        var object = new LinkedHashMap<String, Object>();
        object.put("epochs", report.epochs());
        object.put("loss", report.loss());
        object.put("data_loss", report.dataLoss());
        object.put("penalty", report.penalty());
        object.put("accuracy", report.accuracy());
        var metrics = new LinkedHashMap<String, Object>();
        report.metrics().forEach((part, values) -> {
            var ofPart = new LinkedHashMap<String, Object>();
            for (var metric : Metric.values()) {
                ofPart.put(metric.word(), values.value(metric));
            }
            metrics.put(part.word(), ofPart);
        });
        object.put("metrics", metrics);
        object.put("fingerprint", report.fingerprint());
        object.put("kernels", TextReport.kernels(report.kernels()));
        object.put("seconds", report.seconds());
        object.put("steps", report.steps());
        object.put("updates", HealthReport.updates(report.lastUpdate()));
        object.put("best_epoch", report.bestEpoch().isPresent() ? report.bestEpoch().getAsInt() : null);
        object.put("history", history(report.history(), wholeHistory));
        object.put("notes", report.notes());
        return object;
    }

    private static List<Map<String, Object>> history(History history, boolean whole) {
        return (whole ? history : history.thinned(HISTORY_ROWS)).stream().map(JsonReport::row).toList();
    }

    private static Map<String, Object> row(HistoryRow row) {
        var object = new LinkedHashMap<String, Object>();
        object.put("epoch", row.epoch());
        object.put("loss", row.loss());
        object.put("data_loss", row.dataLoss());
        object.put("accuracy", Double.isNaN(row.accuracy()) ? OptionalDouble.empty() : OptionalDouble.of(row.accuracy()));
        object.put("rate", row.rate());
        return object;
    }

    public static Map<String, Object> divergence(TrainingResult.Diverged diverged) {
        var object = new LinkedHashMap<String, Object>();
        object.put("epoch", diverged.epoch());
        object.put("batch", diverged.batch());
        object.put("layer", diverged.fault().layer());
        object.put("tensor", diverged.fault().tensor());
        object.put("line", diverged.fault().origin().line());
        object.put("message", diverged.message());
        object.put("help", diverged.cure());
        return object;
    }
}
