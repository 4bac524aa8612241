package brickwork.report;

import brickwork.train.LayerUpdate;
import brickwork.verify.health.AbnormalNumber;
import brickwork.verify.health.ConstantInput;
import brickwork.verify.health.Finding;
import brickwork.verify.health.Health;
import brickwork.verify.health.LayerHealth;
import brickwork.verify.health.Moment;
import brickwork.verify.health.TensorChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    public Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("file", file);
        object.put("samples", health.start().samples());
        object.put("constant_inputs", health.constantInputs().stream().map(HealthReport::object).toList());
        object.put("start", object(health.start()));
        object.put("end", health.end().map(HealthReport::object));
        object.put("divergence", health.diverged().map(JsonReport::divergence));
        object.put("updates", updates(health.lastUpdate()));
        object.put("unchanged",
                health.changes().stream().filter(change -> change.trained() && change.keptAll()).map(TensorChange::tensor).toList());
        object.put("findings", health.findings().stream().map(HealthReport::object).toList());
        return object;
    }

    /** What the last update did, layer by layer. */
    static List<Map<String, Object>> updates(List<LayerUpdate> updates) {
        return updates.stream().map(update -> {
            var object = new LinkedHashMap<String, Object>();
            object.put("layer", update.layer());
            object.put("ratio", update.ratio());
            return (Map<String, Object>) object;
        }).toList();
    }

    private static Map<String, Object> object(ConstantInput input) {
        var object = new LinkedHashMap<String, Object>();
        object.put("column", input.column());
        object.put("value", input.value());
        return object;
    }

    private static Map<String, Object> object(Moment moment) {
        var object = new LinkedHashMap<String, Object>();
        object.put("layers", moment.layers().stream().map(HealthReport::object).toList());
        object.put("gradient_ratio", moment.gradientRatio());
        object.put("not_finite", moment.notFinite().map(HealthReport::object));
        object.put("subnormal", moment.subnormal().map(HealthReport::object));
        return object;
    }

    private static Map<String, Object> object(LayerHealth layer) {
        var object = new LinkedHashMap<String, Object>();
        object.put("layer", layer.layer());
        object.put("units", layer.units());
        object.put("dead_units", layer.dead());
        object.put("saturated_units", layer.saturated());
        object.put("gradient_norm", layer.gradientNorm());
        object.put("weight_norm", layer.weightNorm());
        return object;
    }

    private static Map<String, Object> object(AbnormalNumber number) {
        var object = new LinkedHashMap<String, Object>();
        object.put("layer", number.layer());
        object.put("tensor", number.tensor());
        object.put("row", number.row());
        object.put("column", number.column());
        object.put("value", number.value());
        return object;
    }

    private static Map<String, Object> object(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
        object.put("layer", finding.layer());
        object.put("message", finding.message());
        object.put("cure", finding.cure());
        return object;
    }
}
