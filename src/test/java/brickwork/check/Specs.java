package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Specification;
import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Texts checked, and what tests ask of the answers. */
final class Specs {

    private Specs() {}

    static Outcome<Specification> check(String text) {
        return check(text, Map.of(), OptionalLong.empty());
    }

    static Outcome<Specification> check(String text, Map<String, Double> overrides, OptionalLong seed) {
        return Checker.check(SpecParser.parse(new SourceText("spec.nn", text)), overrides, seed, new ShapeCatalog());
    }

    /** The network of a text without errors. */
    static Specification network(String text) {
        var outcome = check(text);
        assertThat(outcome).as(DiagnosticRenderer.render(outcome.diagnostics())).isInstanceOf(Outcome.Success.class);
        return ((Outcome.Success<Specification>) outcome).value();
    }

    /** {@code NN012@2:7}, one for each diagnostic. */
    static List<String> places(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(d -> d.code() + "@" + d.line() + ":" + d.column()).toList();
    }

    /** Such places joined by spaces; {@code ok} for none. */
    static String summary(Outcome<Specification> outcome) {
        return outcome.diagnostics().isEmpty() ? "ok" : places(outcome.diagnostics()).stream().collect(Collectors.joining(" "));
    }
}
