package brickwork.check;

import brickwork.check.NumberRules.Bound;
import brickwork.model.Initialization;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How weights and biases may start. An empty answer means that the fault is reported. */
final class SchemeRules {

    private static final List<String> WORDS = List.of("zeros", "constant", "normal", "uniform", "xavier", "he", "lecun");

    private final NumberRules quantities;
    private final DiagnosticCollector faults;

    SchemeRules(NumberRules quantities, DiagnosticCollector faults) {
        this.quantities = quantities;
        this.faults = faults;
    }

    Optional<Initialization> weights(Clause.Scheme scheme) {
        return switch (scheme) {
            case Clause.NamedScheme named -> named(named);
            case Clause.Matrix matrix -> values(matrix.rows());
            case Clause.Values values -> {
                faults.add(Code.NN023, values.span(), "weights are written as one list for each unit")
                        .help("put each unit's weights in brackets of their own: `[[0.1 0.2] [0.3 0.4]]`");
                yield Optional.empty();
            }
        };
    }

    Optional<Initialization> bias(Clause.Scheme scheme) {
        return switch (scheme) {
            case Clause.NamedScheme named -> named(named);
            case Clause.Values values -> values(List.of(values));
            case Clause.Matrix matrix -> {
                faults.add(Code.NN023, matrix.span(), "a bias is written as one list").help("one value for each unit: `[0.1 0.2]`");
                yield Optional.empty();
            }
        };
    }

    private Optional<Initialization> values(List<Clause.Values> lists) {
        var rows = new ArrayList<List<Double>>();
        for (var list : lists) {
            quantities.numbers(list.values()).ifPresent(rows::add);
        }
        return rows.size() == lists.size() ? Optional.of(new Initialization.Values(rows)) : Optional.empty();
    }

    private Optional<Initialization> named(Clause.NamedScheme scheme) {
        return switch (scheme.name().text()) {
            case "zeros" -> plain(scheme, new Initialization.Zeros());
            case "xavier" -> plain(scheme, new Initialization.Xavier());
            case "he" -> plain(scheme, new Initialization.He());
            case "lecun" -> plain(scheme, new Initialization.Lecun());
            case "constant" -> parameter(scheme, "the value of constant", Bound.ANY).stream()
                    .<Initialization>mapToObj(Initialization.Constant::new).findFirst();
            case "normal" -> parameter(scheme, "the deviation of normal", Bound.NOT_NEGATIVE).stream()
                    .<Initialization>mapToObj(Initialization.Normal::new).findFirst();
            case "uniform" -> parameter(scheme, "the bound of uniform", Bound.NOT_NEGATIVE).stream()
                    .<Initialization>mapToObj(Initialization.Uniform::new).findFirst();
            case String _ -> {
                faults.unknown(Code.NN021, scheme.name(), "initialization", WORDS);
                scheme.number().ifPresent(quantities::number);
                yield Optional.empty();
            }
        };
    }

    private Optional<Initialization> plain(Clause.NamedScheme scheme, Initialization initialization) {
        scheme.number().ifPresent(n -> faults.add(Code.NN022, n.span(), scheme.name().text() + " takes no number"));
        return Optional.of(initialization);
    }

    private OptionalDouble parameter(Clause.NamedScheme scheme, String what, Bound bound) {
        if (scheme.number().isEmpty()) {
            var word = scheme.name().text();
            faults.add(Code.NN022, scheme.name().span(), "`" + word + "` needs a number").help("such as `" + word + " 0.1`");
            return OptionalDouble.empty();
        }
        return quantities.number(scheme.number().get(), what, bound);
    }
}
