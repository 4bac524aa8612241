package brickwork.report;

import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes verdicts in the XML that continuous integration servers read: a suite a file, a case a statement. */
final class JUnitXml {

    private JUnitXml() {}

    /** {@code health} by file; findings become the output of their file's suite. */
    static String write(List<VerifiedStatement> results, Map<String, HealthReport> health) {
        var files = new LinkedHashMap<String, List<VerifiedStatement>>();
        results.forEach(result -> files.computeIfAbsent(result.file(), _ -> new ArrayList<>()).add(result));
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites").append(counts(results)).append(">\n");
        files.forEach((file, ofFile) -> {
            out.append("  <testsuite name=\"").append(escaped(file)).append('"').append(counts(ofFile)).append(">\n");
            ofFile.forEach(result -> out.append(testCase(result)));
            if (health.containsKey(file) && !health.get(file).health().findings().isEmpty()) {
                out.append("    <system-out>").append(escaped(health.get(file).plain())).append("</system-out>\n");
            }
            out.append("  </testsuite>\n");
        });
        return out.append("</testsuites>\n").toString();
    }

    private static String counts(List<VerifiedStatement> results) {
        var count = VerifiedStatement.Count.of(results);
        return " tests=\"" + results.size() + "\" failures=\"" + count.failed() + "\" errors=\"" + count.inconclusive() + "\"";
    }

    private static String testCase(VerifiedStatement result) {
        var head = "    <testcase classname=\"" + escaped(result.file()) + "\" name=\"" + escaped(result.statement()
                + (result.line() == 0 ? "" : " (line " + result.line() + ")")) + '"';
        return switch (result.verdict()) {
            case Verdict.Passed _, Verdict.Proved _ -> head + "/>\n";
            case Verdict.Failed failed -> head + because("failure", failed.text());
            case Verdict.Inconclusive inconclusive -> head + because("error", inconclusive.text());
        };
    }

    private static String because(String tag, String evidence) {
        return ">\n      <" + tag + " message=\"" + escaped(evidence.lines().findFirst().orElse("")) + "\">" + escaped(evidence) + "</"
                + tag
                + ">\n    </testcase>\n";
    }

    /** Characters XML 1.0 cannot hold become U+FFFD. */
    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append("&#").append(c).append(';');
                default -> out.appendCodePoint(c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF ? c : 0xFFFD);
            }
        });
        return out.toString();
    }
}
