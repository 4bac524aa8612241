package brickwork.check;

import brickwork.model.Initialization;
import brickwork.model.Language;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How weights and biases may start. An empty answer means that the fault is reported. */
record SchemeRules(NumberRules quantities, DiagnosticCollector faults) {

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
        var word = scheme.name().text();
        var definition = Language.SCHEMES.find(word);
        if (definition.isEmpty()) {
            faults.unknown(Code.NN021, scheme.name(), Language.SCHEMES.kind(), Language.SCHEMES.words());
            scheme.number().ifPresent(quantities::number);
            return Optional.empty();
        }
        if (scheme.number().isEmpty() && !definition.get().standsAlone()) {
            faults.add(Code.NN022, scheme.name().span(), "`" + word + "` needs a number")
                    .help("such as `" + definition.get().example().text() + "`");
            return Optional.empty();
        }
        return quantities.named(definition.get(), scheme.number(), n -> faults.add(Code.NN022, n.span(), word + " takes no number"))
                .map(Initialization.class::cast);
    }
}
