package brickwork.report;

import brickwork.verify.health.Health;
import brickwork.verify.health.LayerHealth;
import brickwork.verify.health.Moment;
import brickwork.verify.health.TensorChange;
import java.util.stream.Collectors;

/**
 * The health of one spec's training in the report of {@code nn verify}.
 *
 * @param file the spec
 */
public record HealthReport(String file, Health health) {

    /** A line for each finding, and its cure indented below, once for findings that share it; empty where there are none. */
    public String text(boolean colour) {
        var mark = colour ? "\u001b[36mhealth      \u001b[0m" : "health      ";
        var out = new StringBuilder();
        var findings = health.findings();
        for (var i = 0; i < findings.size(); i++) {
            var cure = findings.get(i).cure();
            out.append("  ").append(mark).append("  ").append(findings.get(i).message()).append('\n');
            if (i == findings.size() - 1 || !findings.get(i + 1).cure().equals(cure)) {
                out.append(cure.indent(16));
            }
        }
        return out.toString();
    }

    /** The findings with their cures, one a line. */
    public String plain() {
        return health.findings().stream().map(finding -> finding.text() + "\n").collect(Collectors.joining());
    }

    /** All figures, at the start and at the end, whether they are worth saying or not. */
    public JsonObject object() {
        return new JsonObject()
                .put("file", file)
                .put("samples", health.start().samples())
                .put("constant_inputs", health.constantInputs())
                .put("start", object(health.start()))
                .put("end", health.end().map(HealthReport::object))
                .put("divergence", health.diverged().map(JsonReport::divergence))
                .put("updates", JsonReport.updates(health.lastUpdate()))
                .put("unchanged", health.changes().stream().filter(change -> change.trained() && change.keptAll())
                        .map(TensorChange::tensor).toList())
                .put("findings", health.findings());
    }

    private static JsonObject object(Moment moment) {
        return new JsonObject()
                .put("layers", moment.layers().stream().map(HealthReport::object).toList())
                .put("gradient_ratio", moment.gradientRatio())
                .put("not_finite", moment.notFinite())
                .put("subnormal", moment.subnormal());
    }

    private static JsonObject object(LayerHealth layer) {
        return new JsonObject()
                .put("layer", layer.layer())
                .put("units", layer.units())
                .put("dead_units", layer.dead())
                .put("saturated_units", layer.saturated())
                .put("gradient_norm", layer.gradientNorm())
                .put("weight_norm", layer.weightNorm());
    }
}
