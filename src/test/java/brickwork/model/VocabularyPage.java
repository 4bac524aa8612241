package brickwork.model;

import brickwork.source.DecimalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the language reference, made of the vocabulary. */
final class VocabularyPage {

    private VocabularyPage() {}

    /** The lines of each table, by its head; the two lines of the head are among them. */
    static Map<String, List<String>> tables() {
        var tables = new LinkedHashMap<String, List<String>>();
        Stream.of(sources(), activations(), schemes(), losses(), optimizers(), schedules(), metrics(), limits())
                .forEach(table -> tables.put(table.getFirst(), table));
        return tables;
    }

    private static List<String> table(List<String> head, Stream<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(line(head));
        lines.add(line(head.stream().map(_ -> "---").toList()));
        rows.map(VocabularyPage::line).forEach(lines::add);
        return lines;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> (cell.replace("|", "\\|") + " ").replaceFirst("^ $", ""))
                .collect(Collectors.joining("| ", "| ", "|"));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** {@code F (0.5)}: a number and what holds where it is left out. */
    private static String withStandard(Parameter parameter, String name) {
        return parameter.standard().isEmpty() || parameter.isFlag() ? name
                : name + " (" + DecimalText.of(parameter.standard().getAsDouble()) + ")";
    }

    private static List<String> sources() {
        var named = Language.SOURCES.definitions().stream().map(source -> List.of(code(source.word() + source.parameters().stream()
                .filter(parameter -> parameter.kind() != Parameter.Kind.SEED)
                .map(parameter -> " " + parameter.name() + " " + parameter.letter()).collect(Collectors.joining())), source.remark(),
                standards(source)));
        var forms = Language.SOURCE_FORMS.stream().map(form -> List.of(code(form.form()), form.meaning(), ""));
        return table(List.of("source", "samples", "where left out"), Stream.concat(named, forms));
    }

    private static String standards(Definition<?> definition) {
        return definition.parameters().stream().filter(parameter -> parameter.standard().isPresent())
                .map(parameter -> parameter.letter() + " = " + DecimalText.of(parameter.standard().getAsDouble()))
                .collect(Collectors.joining(", "));
    }

    private static List<String> activations() {
        return table(List.of("activation", "f(z)", "values", "weights start by", "units can be"),
                Language.ACTIVATIONS.definitions().stream()
                        .map(definition -> {
                            var traits = definition.example().traits();
                            var formula = traits.writing().formula().text(letter -> letter).replace("*", "·").replaceAll("sqrt\\((\\d)\\)",
                                    "√$1");
                            var standard = standards(definition);
                            return List.of(code(definition.word() + definition.parameters().stream()
                                    .map(parameter -> " [" + parameter.letter() + "]").collect(Collectors.joining())),
                                    formula + (standard.isEmpty() ? "" : " (" + standard + ")")
                                            + (traits.writing().remark().isEmpty() ? "" : "; " + traits.writing().remark()),
                                    range(traits.range()), code(((Named) traits.start()).word()),
                                    flat(traits.course().flatness().figure()));
                        }));
    }

    private static String range(Range range) {
        return range.equals(Range.ALL) ? "all"
                : range.largest() == Double.POSITIVE_INFINITY ? "from " + shortened(range.smallest())
                : shortened(range.smallest()) + " to " + shortened(range.largest());
    }

    private static String shortened(double number) {
        return Math.abs(number) == Double.POSITIVE_INFINITY ? "-∞" : DecimalText.of(Math.rint(number * 10_000) / 10_000);
    }

    private static String flat(Flatness.Figure figure) {
        return switch (figure) {
            case DEAD -> "dead";
            case SATURATED -> "saturated";
            case NONE -> "";
        };
    }

    private static List<String> schemes() {
        var named = Language.SCHEMES.definitions().stream().map(scheme -> List.of(code(scheme.word() + scheme.parameters().stream()
                .map(parameter -> " " + parameter.letter()).collect(Collectors.joining())), scheme.remark()));
        return table(List.of("scheme", "values"),
                Stream.concat(named,
                        Stream.of(List.of(code("[[…] […]]"), "the weights themselves, a row an output unit; for a bias `[…]`"))));
    }

    private static List<String> losses() {
        var data = Language.LOSSES.definitions().stream().map(loss -> {
            var traits = loss.example().traits();
            var standard = standards(loss);
            return List.of(code(loss.word() + loss.parameters().stream().map(parameter -> " [" + parameter.letter() + "]")
                    .collect(Collectors.joining())), traits.formula() + (standard.isEmpty() ? "" : " (" + standard + ")")
                            + (loss.remark().isEmpty() ? "" : "; " + loss.remark())
                            + traits.head().map(head -> ", computed from z; the last layer is " + code(head.word())).orElse(""));
        });
        var penalties = Language.PENALTIES.definitions().stream()
                .map(penalty -> List.of(code(penalty.word() + " " + Penalty.FACTOR.letter()), penalty.remark()));
        return table(List.of("term", "value"), Stream.concat(data, penalties));
    }

    private static List<String> optimizers() {
        return table(List.of("optimizer", "options (and what holds without them)"), Language.OPTIMIZERS.definitions().stream()
                .map(optimizer -> List.of(code(optimizer.word()), optimizer.parameters().stream()
                        .map(parameter -> withStandard(parameter, code(parameter.name()))).collect(Collectors.joining(" "))
                        + (optimizer.remark().isEmpty() ? "" : "; " + optimizer.remark()))));
    }

    private static List<String> schedules() {
        var changes = Language.SCHEDULES.definitions().stream().map(Definition::example)
                .map(change -> List.of(code(change.form().text(letter -> letter)), change.formula()));
        return table(List.of("schedule", "rate in epoch e"), Stream.concat(changes, Stream.of(
                List.of("`warmup N epochs`, before any of them", "R·(e+1)/N while e < N; what follows sees the same e"))));
    }

    private static List<String> metrics() {
        return table(List.of("metric", "better where", "of classes"), Language.METRICS.definitions().stream().map(Definition::example)
                .map(metric -> List.of(code(metric.word()), metric.higherIsBetter() ? "high" : "low", metric.needsClasses() ? "yes" : "")));
    }

    private static List<String> limits() {
        return table(List.of("what", "at most"), Stream.of(
                List.of("layers, each copy of a repeated one counted", Limits.text(Limits.LAYERS)),
                List.of("weights and biases", Limits.text(Limits.PARAMETERS)),
                List.of("samples of a generator", Limits.text(Limits.SAMPLES)),
                List.of("numbers of a generated set, samples times columns", Limits.text(Limits.NUMBERS)),
                List.of("epochs, batch sizes and other counts", Limits.text(Limits.COUNT)),
                List.of("seeds", Limits.text(Limits.SEED)),
                List.of("seeds of one expectation", Limits.text(Limits.SEEDS))));
    }
}
