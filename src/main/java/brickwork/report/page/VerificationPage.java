package brickwork.report.page;

import brickwork.report.HealthReport;
import brickwork.report.VerifiedStatement;
import brickwork.report.VerifyReport;
import brickwork.report.picture.Picture;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of verifying specs and features: what failed first, then file by file.
 *
 * @param report   all statements and the health of the trainings
 * @param pictures that help with a statement
 */
public record VerificationPage(VerifyReport report, Map<VerifiedStatement, List<Picture>> pictures) {

    /** The document. */
    public String html(String command) {
        var files = new LinkedHashMap<String, List<VerifiedStatement>>();
        report.results().forEach(result -> files.computeIfAbsent(result.file(), _ -> new ArrayList<>()).add(result));
        var failed = report.results().stream().filter(result -> !result.verdict().passed()).toList();
        var page = new Page();
        page.heading("failed", failed.isEmpty() ? "Nothing failed" : "What failed");
        if (!failed.isEmpty()) {
            page.open("<ul class=\"statements\">");
            failed.forEach(result -> show(page, result, result.file() + ": "));
            page.open("</ul>");
        }
        page.heading("files", "By file");
        files.forEach((file, results) -> {
            page.subheading(file).open("<ul class=\"statements\">");
            results.stream().filter(result -> result.verdict().passed()).forEach(result -> show(page, result, ""));
            results.stream().filter(result -> !result.verdict().passed()).forEach(result -> page.statement(result.verdict().word(),
                    named(result), "see above", List.of()));
            page.open("</ul>");
            health(page, file);
        });
        if (!command.isEmpty()) {
            page.heading("command", "To replay").verbatim("command to replay", command);
        }
        page.data("result", report.object());
        return page.finish("Verification", counts());
    }

    private String counts() {
        var passed = report.results().stream().filter(result -> result.verdict().passed()).count();
        var failed = report.results().stream().filter(result -> result.verdict() instanceof Verdict.Failed).count();
        return passed + " passed, " + failed + " failed, " + (report.results().size() - passed - failed) + " inconclusive.";
    }

    private void show(Page page, VerifiedStatement result, String before) {
        page.statement(result.verdict().word(), before + named(result), result.verdict().text(), pictures.getOrDefault(result, List.of()));
    }

    private static String named(VerifiedStatement result) {
        return result.statement() + (result.line() == 0 ? "" : "  (line " + result.line() + ")");
    }

    private void health(Page page, String file) {
        var health = report.health().get(file);
        if (health instanceof HealthReport found) {
            found.health().findings()
                    .forEach(finding -> page.paragraph("evidence", "Health: " + finding.message() + ": " + finding.cure()));
        }
    }
}
