package brickwork.report.page;

import brickwork.data.Dataset;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Specification;
import brickwork.report.HealthReport;
import brickwork.report.JsonObject;
import brickwork.report.JsonReport;
import brickwork.report.VerifiedStatement;
import brickwork.report.VerifyReport;
import brickwork.report.picture.Picture;
import brickwork.source.DecimalText;
import brickwork.source.Plural;
import brickwork.store.Provenance;
import brickwork.syntax.SpecPrinter;
import brickwork.train.TrainingReport;
import brickwork.train.TrainingResult;
import brickwork.verify.health.LayerHealth;
import brickwork.verify.health.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * All there is to say of a training.
 *
 * @param text       the spec as its author wrote it
 * @param network    the spec with every default
 * @param data       what it was trained on
 * @param result     what came of it
 * @param verdicts   on each of its statements
 * @param health     of the training
 * @param provenance what made it
 * @param pictures   of it, in the order in which they are shown
 */
public record TrainingPage(String text, Specification network, Dataset data, TrainingResult result, List<VerifiedStatement> verdicts,
        HealthReport health, Provenance provenance, List<Picture> pictures) {

    public TrainingPage {
        verdicts = List.copyOf(verdicts);
        pictures = List.copyOf(pictures);
    }

    /** The document; {@code command} is the command line that makes the same again, or empty. */
    public String html(String command) {
        var page = new Page();
        figures(page);
        statements(page);
        page.heading("pictures", "Pictures").figures(pictures);
        health(page);
        page.heading("data", "Data").table("parts of the data", List.of("part", "samples", "inputs", "targets"), parts());
        page.paragraph("", (data.classNames().isEmpty() ? "No classes." : "Classes: " + String.join(", ", data.classNames()) + ".")
                + " Scaling of the inputs: " + shortened(data.scaling().text()) + ".");
        page.heading("spec", "The spec").verbatim("the spec as written", text);
        page.heading("defaults", "The spec with every default").verbatim("the spec with every default", SpecPrinter.print(network));
        provenance(page, command);
        page.heading("history", "For programs").paragraph("", "The results, the verdicts and the history (at most "
                + JsonReport.HISTORY_ROWS + " rows, evenly spaced) stand as JSON in the element with the id “result” of this file.");
        page.data("result", object(command));
        return page.finish("Training of " + network.name().orElse("a network"), summary());
    }

    private JsonObject object(String command) {
        return JsonReport.training(result, false).put("verdicts", new VerifyReport(verdicts, Map.of(health.file(), health)).object())
                .put("spec", text).put("provenance", provenance).put("command", command);
    }

    private String summary() {
        var passed = verdicts.stream().filter(statement -> statement.verdict().passed()).count();
        var held = verdicts.isEmpty() ? "" : " " + passed + " of " + Plural.of(verdicts.size(), "statement") + " hold"
                + (verdicts.size() == 1 ? "s." : ".");
        return switch (result) {
            case TrainingResult.Finished(_, _, var report) -> "Trained " + Plural.of(report.epochs(), "epoch") + ", "
                    + report.steps() + " steps." + held;
            case TrainingResult.Diverged diverged -> "Here " + diverged.message() + ". " + "To do: " + diverged.cure() + "." + held;
        };
    }

    private void figures(Page page) {
        var report = result.report();
        var metrics = report.metrics().values().stream().flatMap(values -> values.values().keySet().stream()).distinct().sorted().toList();
        page.heading("figures", "Figures");
        if (!metrics.isEmpty()) {
            var head = new ArrayList<>(List.of("part"));
            metrics.forEach(metric -> head.add(metric.word()));
            page.table("figures of each part", head, rows(report, metrics));
        }
        report.notes().forEach(note -> page.paragraph("", "Note: " + note + "."));
        report.bestEpoch().ifPresent(epoch -> page.paragraph("", "The parameters are those of epoch " + epoch + ", the best."));
    }

    private static List<List<String>> rows(TrainingReport report, List<Metric> metrics) {
        return report.metrics().entrySet().stream().map(part -> {
            var row = new ArrayList<>(List.of(part.getKey().word()));
            metrics.forEach(metric -> row.add(number(part.getValue().value(metric))));
            return (List<String>) row;
        }).toList();
    }

    private void statements(Page page) {
        page.heading("statements", "Statements");
        if (verdicts.isEmpty()) {
            page.paragraph("", "The spec states nothing: write such as “expect accuracy >= 95%”.");
            return;
        }
        page.open("<ul class=\"statements\">");
        verdicts.forEach(each -> page.statement(each.verdict().word(), each.statement() + (each.line() == 0 ? "" : "  (line " + each.line()
                + ")"), each.verdict().text(), List.of()));
        page.open("</ul>");
    }

    private void health(Page page) {
        page.heading("health", "Health");
        var found = health.health();
        if (found.findings().isEmpty()) {
            page.paragraph("", "Nothing is ill.");
        }
        found.findings().forEach(finding -> page.paragraph("", finding.message() + ": " + finding.cure()));
        var rows = new ArrayList<List<String>>();
        moment(rows, "start", found.start());
        found.end().ifPresent(end -> moment(rows, found.diverged().isPresent() ? "last finite" : "end", end));
        page.table("health of each layer", List.of("layer", "when", "gradient norm", "weight norm", "dead units", "saturated"), rows);
    }

    private static void moment(List<List<String>> rows, String when, Moment moment) {
        moment.layers().forEach(layer -> rows.add(List.of("layer " + layer.layer(), when, number(layer.gradientNorm()),
                number(OptionalDouble.of(layer.weightNorm())), dead(layer), layer.saturated().isEmpty() ? "–"
                        : String.format(Locale.ROOT, "%.1f%%", 100 * layer.saturated().getAsDouble()))));
    }

    private static String dead(LayerHealth layer) {
        return layer.dead().isEmpty() ? "–" : layer.deadUnits() + " of " + layer.units();
    }

    private List<List<String>> parts() {
        var rows = new ArrayList<List<String>>();
        for (var part : DatasetPart.values()) {
            data.part(part).ifPresent(samples -> rows.add(List.of(part.word(), String.valueOf(samples.count()),
                    String.valueOf(samples.inputs()), String.valueOf(samples.targets()))));
        }
        return rows;
    }

    private void provenance(Page page, String command) {
        var kernels = provenance.kernels();
        page.heading("provenance", "Provenance").table("what made the result", List.of(), List.of(
                List.of("fingerprint", result.report().fingerprint()),
                List.of("spec", "SHA-256 " + provenance.specSha256()),
                List.of("seed", String.valueOf(provenance.seed())),
                List.of("precision", provenance.precision().word()),
                List.of("kernels", kernels.set().name().toLowerCase(Locale.ROOT) + ", " + kernels.reason()),
                List.of("threads", String.valueOf(provenance.threads())),
                List.of("brickwork", provenance.brickwork()),
                List.of("java", provenance.java())));
        page.paragraph("", "The same spec, seed and data give the same fingerprint with any kernels, threads and machine.");
        Optional.of(command).filter(line -> !line.isEmpty()).ifPresent(line -> page.verbatim("command to replay", line));
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "–" : Double.isFinite(value.getAsDouble()) ? DecimalText.of(rounded(value.getAsDouble()))
                : String.valueOf(value.getAsDouble());
    }

    /** Six digits that count. */
    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.5e", value));
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.lines().collect(Collectors.joining(" ")).substring(0, 400) + " …";
    }
}
