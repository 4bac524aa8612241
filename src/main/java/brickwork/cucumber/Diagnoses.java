package brickwork.cucumber;

import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.verify.Evidence;
import brickwork.verify.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is stated of the diagnostics of a text, which has no trial where it means nothing. */
record Diagnoses(Outcome<?> compiled) {

    Verdict refuse() {
        return compiled instanceof Outcome.Failure<?> ? new Verdict.Passed(report("the spec is refused"))
                : Verdict.failed("the spec is valid");
    }

    Verdict areNone() {
        return compiled.diagnostics().isEmpty() ? Verdict.passed("there is no diagnostic")
                : new Verdict.Failed(report("there are warnings"));
    }

    /** A diagnostic begins there, and its message or its help has {@code words}. */
    Verdict refuseAt(int line, int column, String words) {
        if (!refuse().passed()) {
            return refuse();
        }
        var there = compiled.diagnostics().stream().filter(fault -> fault.line() == line && fault.column() == column).findFirst();
        if (there.isEmpty()) {
            return new Verdict.Failed(report("no diagnostic is at line " + line + ", column " + column));
        }
        return Verdict.of(there.get().message().contains(words) || there.get().help().orElse("").contains(words),
                report("neither message nor help says \"" + words + "\""));
    }

    /** Each row, with the columns line, column, code and help, is one diagnostic, and there are no others. */
    Verdict are(List<Map<String, String>> rows) {
        var found = compiled.diagnostics();
        if (found.size() != rows.size()) {
            return new Verdict.Failed(report("there are " + found.size() + " diagnostics, not " + rows.size()));
        }
        for (var i = 0; i < rows.size(); i++) {
            if (!is(found.get(i), rows.get(i))) {
                return new Verdict.Failed(report("the diagnostic is not " + rows.get(i)));
            }
        }
        return Verdict.passed("the diagnostics are those stated");
    }

    private static boolean is(Diagnostic fault, Map<String, String> row) {
        return String.valueOf(fault.line()).equals(row.get("line")) && String.valueOf(fault.column()).equals(row.get("column"))
                && (row.get("code") == null || fault.code().name().equals(row.get("code")))
                && (row.get("help") == null || fault.help().orElse("").contains(row.get("help")));
    }

    Verdict warnWith(String code) {
        var codes = compiled.diagnostics().stream().map(warning -> warning.code().name()).collect(Collectors.joining(", ", "[", "]"));
        return Verdict.of(compiled.diagnostics().stream().anyMatch(warning -> warning.code().name().equals(code)),
                Evidence.literal("there is " + (codes.contains(code) ? "a " : "no ") + code + " among " + codes));
    }

    private Evidence report(String words) {
        return Evidence.literal(words + ":\n" + DiagnosticRenderer.render(compiled.diagnostics(), false));
    }
}
