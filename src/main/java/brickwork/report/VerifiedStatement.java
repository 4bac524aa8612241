package brickwork.report;

import brickwork.verify.Evidence;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Replay;
import brickwork.verify.Requirement;
import brickwork.verify.Verdict;
import java.util.List;

/**
 * One line of what {@code nn verify} reports.
 *
 * @param file      the spec or feature
 * @param line      of the statement or scenario, from 1; 0 where it is about the file as a whole
 * @param statement what was stated
 */
public record VerifiedStatement(String file, int line, String statement, Verdict verdict) {

    public static VerifiedStatement of(ExpectationResult result) {
        return new VerifiedStatement(result.file(), result.line(), result.expectation().text(), result.verdict());
    }

    /** The evidence as a sentence, and as data in {@code found}; a counterexample where there is one. */
    JsonObject object() {
        var object = new JsonObject().put("file", file).put("line", line).put("expectation", statement).put("verdict", verdict.word())
                .put("evidence", verdict.text()).put("found", object(verdict.evidence()));
        if (verdict instanceof Verdict.Failed failed && failed.counterexample().isPresent()) {
            object.put("counterexample", failed.counterexample());
        }
        return object;
    }

    private static JsonObject object(Evidence evidence) {
        var object = new JsonObject();
        evidence.figures().forEach((name, value) -> object.put(name, value instanceof Evidence inner ? object(inner) : value));
        evidence.measured().ifPresent(measured -> object.put("measured", measured));
        evidence.required().map(Requirement::text).ifPresent(required -> object.put("required", required));
        evidence.sample().ifPresent(sample -> object.put("sample", sample));
        if (!evidence.places().isEmpty()) {
            object.put("places", evidence.places());
        }
        evidence.replay().flatMap(Replay.Hint::command).ifPresent(command -> object.put("replay", command));
        return object;
    }

    /** The statement and its verdict as a person reads them, with the evidence indented below. */
    String line(boolean colour) {
        var mark = switch (verdict) {
            case Verdict.Passed _ -> coloured(colour, "32", "passed      ");
            case Verdict.Proved _ -> coloured(colour, "32", "proved      ");
            case Verdict.Failed _ -> coloured(colour, "31", "failed      ");
            case Verdict.Inconclusive _ -> coloured(colour, "33", "inconclusive");
        };
        var place = line == 0 ? "" : "  (line " + line + ")";
        var evidence = verdict.text();
        return "  " + mark + "  " + statement + place + (evidence.isEmpty() ? "" : "\n" + evidence.indent(16).stripTrailing()) + "\n";
    }

    private static String coloured(boolean colour, String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** How many passed, failed and could not be decided. */
    record Count(long passed, long failed, long inconclusive) {

        static Count of(List<VerifiedStatement> statements) {
            return new Count(statements.stream().filter(statement -> statement.verdict.passed()).count(),
                    statements.stream().filter(statement -> statement.verdict instanceof Verdict.Failed).count(),
                    statements.stream().filter(statement -> statement.verdict instanceof Verdict.Inconclusive).count());
        }

        @Override
        public String toString() {
            return passed + " passed, " + failed + " failed, " + inconclusive + " inconclusive";
        }
    }
}
