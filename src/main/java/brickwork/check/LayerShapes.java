package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Limits;
import brickwork.source.Code;
import brickwork.source.Plural;
import brickwork.source.Span;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How the layers of a chain fit each other and the data's inputs. */
final class LayerShapes {

    private final DataShape data;
    private final DiagnosticCollector faults;
    private final Map<String, Clause.Word> names = new HashMap<>();
    private long parameters;

    LayerShapes(DataShape data, DiagnosticCollector faults) {
        this.data = data;
        this.faults = faults;
    }

    /** The layers that are wholly known; all of them, where there is no fault. */
    List<Layer> fit(List<Optional<LayerDraft>> chain) {
        var layers = new ArrayList<Layer>();
        for (var i = 0; i < chain.size(); i++) {
            if (chain.get(i).isPresent()) {
                var draft = chain.get(i).get();
                var before = i == 0 ? Optional.<LayerDraft>empty() : chain.get(i - 1);
                var number = i + 1;
                var inputs = i == 0 ? firstInputs(draft) : inputs(draft, before, number);
                checkPlace(draft, i == chain.size() - 1);
                checkName(draft);
                checkValues(draft, number, inputs);
                checkSize(draft, number, inputs);
                layer(draft, number, inputs).ifPresent(layers::add);
            }
        }
        return layers;
    }

    private OptionalInt firstInputs(LayerDraft draft) {
        var known = data.known().map(k -> OptionalInt.of(k.inputs())).orElse(OptionalInt.empty());
        if (draft.inputs().isPresent() && known.isPresent() && draft.inputs().getAsInt() != known.getAsInt()) {
            var fault = faults.add(Code.NN013, inputsPlace(draft),
                    takes(draft, 1) + ", but " + data.title() + " gives " + known.getAsInt());
            data.place().ifPresent(place -> fault.note("the data stands here", place));
            fault.help("write `" + known.getAsInt() + " ->` here, or leave the number and its arrow out");
        } else if (draft.clause().inputs().isEmpty() && data.absent()) {
            var units = faults.source().text(draft.clause().units().span());
            faults.add(Code.NN015, draft.clause().units().span(), "nothing tells how many inputs the first layer takes")
                    .help("write their number before an arrow, such as `layer 2 -> " + units + " …`, or name the data");
        }
        return draft.clause().inputs().isPresent() ? draft.inputs() : known;
    }

    private OptionalInt inputs(LayerDraft draft, Optional<LayerDraft> before, int number) {
        var given = before.map(LayerDraft::units).orElse(OptionalInt.empty());
        if (draft.inputs().isPresent() && given.isPresent() && draft.inputs().getAsInt() != given.getAsInt()) {
            var gives = title(before.get(), number - 1) + " gives " + given.getAsInt();
            faults.add(Code.NN012, inputsPlace(draft), takes(draft, number) + ", but " + gives)
                    .note(gives, before.get().clause().units().span())
                    .help("write `" + given.getAsInt() + " ->` here, or leave the number and its arrow out");
        }
        return draft.inputs().isPresent() ? draft.inputs() : draft.clause().inputs().isPresent() ? OptionalInt.empty() : given;
    }

    private static Span inputsPlace(LayerDraft draft) {
        return draft.clause().inputs().map(Expression::span).orElse(draft.clause().span());
    }

    private static String takes(LayerDraft draft, int number) {
        return title(draft, number) + " takes " + Plural.of(draft.inputs().orElse(0), "input");
    }

    private static String title(LayerDraft draft, int number) {
        return "layer " + number + draft.name().map(name -> " (" + name.text() + ")").orElse("");
    }

    /** What may stand only on the last layer, and what may not. */
    private void checkPlace(LayerDraft draft, boolean last) {
        if (!last && draft.activation().filter(Activation.Softmax.class::isInstance).isPresent()) {
            faults.add(Code.NN018, draft.clause().activation().span(), "softmax stands on the last layer only")
                    .help("between layers use another activation, such as `relu`");
        }
        if (last && draft.dropout().isPresent()) {
            draft.clause().options().stream().filter(Clause.Dropout.class::isInstance).findFirst()
                    .ifPresent(option -> faults.add(Code.NN019, LayerRules.keyword(option), "dropout may not stand on the last layer")
                            .help("its outputs are what the loss compares; put dropout on a layer before it"));
        }
    }

    private void checkName(LayerDraft draft) {
        draft.name().ifPresent(name -> {
            var first = names.putIfAbsent(name.text(), name);
            if (first == name) {
                faults.add(Code.NN024, name.span(), "a layer that is repeated cannot have a name of its own");
            } else if (first != null) {
                faults.add(Code.NN024, name.span(), "two layers are named `" + name.text() + "`")
                        .note("the first stands here", first.span());
            }
        });
    }

    private void checkValues(LayerDraft draft, int number, OptionalInt inputs) {
        for (var option : draft.clause().options()) {
            if (option instanceof Clause.Init init && init.scheme() instanceof Clause.Matrix matrix) {
                checkMatrix(draft, number, inputs, matrix);
            } else if (option instanceof Clause.Bias bias && bias.scheme().orElse(null) instanceof Clause.Values values) {
                draft.units().ifPresent(units -> checkCount(units, values.values().size(), values.span(),
                        title(draft, number) + " has " + Plural.of(units, "unit") + ", but this bias has "
                                + Plural.of(values.values().size(), "value")));
            }
        }
    }

    private void checkMatrix(LayerDraft draft, int number, OptionalInt inputs, Clause.Matrix matrix) {
        var rows = matrix.rows().size();
        draft.units().ifPresent(units -> checkCount(units, rows, matrix.span(),
                title(draft, number) + " has " + Plural.of(units, "unit") + ", but these are the weights of " + rows));
        inputs.ifPresent(width -> matrix.rows().forEach(row -> checkCount(width, row.values().size(), row.span(),
                title(draft, number) + " takes " + Plural.of(width, "input") + ", but this unit has "
                        + Plural.of(row.values().size(), "weight"))));
    }

    private void checkCount(int wanted, int written, Span span, String message) {
        if (wanted != written) {
            faults.add(Code.NN023, span, message);
        }
    }

    private void checkSize(LayerDraft draft, int number, OptionalInt inputs) {
        if (inputs.isEmpty() || draft.units().isEmpty() || parameters > Limits.PARAMETERS) {
            return;
        }
        var units = draft.units().getAsInt();
        parameters += (long) units * inputs.getAsInt() + draft.bias().elements(units);
        if (parameters > Limits.PARAMETERS) {
            faults.add(Code.NN036, draft.clause().units().span(), "with " + title(draft, number) + " the network has "
                    + Limits.text(parameters) + " parameters; it may have " + Limits.text(Limits.PARAMETERS) + " at most");
        }
    }

    private Optional<Layer> layer(LayerDraft draft, int number, OptionalInt inputs) {
        if (inputs.isEmpty() || draft.units().isEmpty() || draft.activation().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Dense(number, draft.name().map(Clause.Word::text), inputs.getAsInt(), draft.units().getAsInt(),
                draft.activation().get(), draft.weights(), draft.bias(), draft.frozen(), draft.dropout().orElse(0),
                faults.origin(draft.clause().span())));
    }
}
