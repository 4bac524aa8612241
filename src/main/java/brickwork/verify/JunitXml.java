package brickwork.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Verdicts in the XML that JUnit's tools, and the build servers after them, read: a {@code testsuite} a file, a {@code testcase} a statement;
 * what failed as {@code failure}, what is inconclusive as {@code error}.
 */
public final class JunitXml {

    private static final int REPLACEMENT = 0xFFFD;

    private JunitXml() {}

    /**
     * One line of the report.
     *
     * @param file    what it belongs to: a spec, a feature
     * @param line    where in it, from 1; 0 for no line
     * @param name    the statement or scenario
     * @param verdict what came of it
     * @param seconds how long that took
     */
    public record Case(String file, int line, String name, Verdict verdict, double seconds) {

        /** A judgement, its time counted elsewhere. */
        public static Case of(Judgement judgement) {
            return new Case(judgement.file(), judgement.line(), judgement.expectation().text(), judgement.verdict(), 0);
        }
    }

    /** A whole document. Suites stand in the order of their first case. */
    public static String of(List<Case> cases) {
        var suites = new LinkedHashMap<String, List<Case>>();
        cases.forEach(c -> suites.computeIfAbsent(c.file(), _ -> new ArrayList<>()).add(c));
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open(xml, "<testsuites", "nn verify", cases);
        suites.forEach((file, members) -> {
            open(xml, "  <testsuite", file, members);
            members.forEach(member -> add(xml, member));
            xml.append("  </testsuite>\n");
        });
        return xml.append("</testsuites>\n").toString();
    }

    private static void open(StringBuilder xml, String element, String name, List<Case> cases) {
        var failures = cases.stream().filter(c -> c.verdict() instanceof Verdict.Failed).count();
        var errors = cases.stream().filter(c -> c.verdict() instanceof Verdict.Inconclusive).count();
        var seconds = cases.stream().mapToDouble(Case::seconds).sum();
        xml.append(element);
        attribute(xml, "name", name);
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "failures", String.valueOf(failures));
        attribute(xml, "errors", String.valueOf(errors));
        attribute(xml, "time", time(seconds));
        xml.append(">\n");
    }

    private static void add(StringBuilder xml, Case member) {
        xml.append("    <testcase");
        attribute(xml, "classname", member.file());
        attribute(xml, "name", member.name());
        if (member.line() > 0) {
            attribute(xml, "file", member.file());
            attribute(xml, "line", String.valueOf(member.line()));
        }
        attribute(xml, "time", time(member.seconds()));
        xml.append(">\n");
        switch (member.verdict()) {
            case Verdict.Passed(var evidence) -> xml.append("      <system-out>").append(escaped(evidence)).append("</system-out>\n");
            case Verdict.Failed(var evidence) -> outcome(xml, "failure", "failed", evidence);
            case Verdict.Inconclusive(var reason) -> outcome(xml, "error", "inconclusive", reason);
        }
        xml.append("    </testcase>\n");
    }

    private static void outcome(StringBuilder xml, String element, String type, String evidence) {
        xml.append("      <").append(element);
        attribute(xml, "type", type);
        attribute(xml, "message", evidence);
        xml.append("/>\n");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** What XML 1.0 reserves as entities, line ends and tabs as references so that attributes keep them, what it forbids as U+FFFD. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(allowed(c) ? c : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x1_0000;
    }
}
