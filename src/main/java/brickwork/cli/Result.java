package brickwork.cli;

import brickwork.FeatureRunner.Scenario;
import brickwork.verify.ExpectationResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line of what {@code nn verify} reports.
 *
 * @param file        the spec or feature
 * @param line        of the statement or scenario, from 1; 0 where it is about the file as a whole
 * @param expectation what was stated
 * @param verdict     {@link #PASSED}, {@link #FAILED} or {@link #INCONCLUSIVE}
 * @param evidence    why
 */
record Result(String file, int line, String expectation, String verdict, String evidence) {

    static final String PASSED = "passed";
    static final String FAILED = "failed";
    static final String INCONCLUSIVE = "inconclusive";

    static Result of(ExpectationResult judgement) {
        return new Result(judgement.file(), judgement.line(), judgement.expectation().text(), judgement.verdict().word(),
                judgement.verdict().evidence());
    }

    static Result of(Scenario scenario) {
        return new Result(scenario.file(), scenario.line(), scenario.name(), scenario.verdict().name().toLowerCase(Locale.ROOT),
                scenario.evidence());
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("file", file);
        object.put("line", line);
        object.put("expectation", expectation);
        object.put("verdict", verdict);
        object.put("evidence", evidence);
        return object;
    }

    /** The result as a person reads it, with its evidence indented below where it did not pass. */
    String line(boolean colour) {
        var mark = switch (verdict) {
            case PASSED -> coloured(colour, "32", "passed      ");
            case FAILED -> coloured(colour, "31", "failed      ");
            default -> coloured(colour, "33", "inconclusive");
        };
        var place = line == 0 ? "" : "  (line " + line + ")";
        var why = evidence.isEmpty() ? "" : "\n" + evidence.indent(16).stripTrailing();
        return "  " + mark + "  " + expectation + place + why + "\n";
    }

    private static String coloured(boolean colour, String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
