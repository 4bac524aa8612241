package brickwork.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What {@code nn verify} reports.
 *
 * @param results every statement that was judged, in the order of the files
 * @param health  of the training each file needed, by its name; a file that trained nothing has none
 */
public record VerifyReport(List<VerifiedStatement> results, Map<String, HealthReport> health) {

    /** The JSON object of {@code nn verify --json}. */
    public JsonObject object() {
        var count = VerifiedStatement.Count.of(results);
        return new JsonObject().put("passed", count.passed()).put("failed", count.failed()).put("inconclusive", count.inconclusive())
                .put("results", results.stream().map(VerifiedStatement::object).toList())
                .put("health", health.values().stream().map(HealthReport::object).toList());
    }

    /** File by file, as a person reads it, and the count in the last line. */
    public String text(boolean colour) {
        var out = new StringBuilder();
        var files = new LinkedHashSet<String>();
        results.forEach(result -> files.add(result.file()));
        health.forEach((file, found) -> {
            if (!found.health().findings().isEmpty()) {
                files.add(file);
            }
        });
        for (var file : files) {
            out.append(file).append('\n');
            results.stream().filter(result -> result.file().equals(file)).forEach(result -> out.append(result.line(colour)));
            out.append(health.containsKey(file) ? health.get(file).text(colour) : "");
        }
        return out.append(VerifiedStatement.Count.of(results)).append('\n').toString();
    }

    /** The same as JUnit XML. */
    public String xml() {
        return JUnitXml.write(results, health);
    }
}
