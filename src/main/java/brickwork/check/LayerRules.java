package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Bound;
import brickwork.model.Definition;
import brickwork.model.FunctionRegistry;
import brickwork.model.Initialization;
import brickwork.model.Language;
import brickwork.model.Limits;
import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.Clause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What one layer's own words must keep to. */
final class LayerRules {

    private final ActivationRules activations;
    private final SchemeRules schemes;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;

    LayerRules(FunctionRegistry host, NumberRules quantities, DiagnosticCollector faults) {
        this.activations = new ActivationRules(host, quantities, faults);
        this.schemes = new SchemeRules(quantities, faults);
        this.quantities = quantities;
        this.faults = faults;
    }

    LayerDraft draft(Clause.Layer layer) {
        var inputs = layer.inputs().map(i -> quantities.count(i, "the number of inputs", Limits.PARAMETERS)).orElse(OptionalInt.empty());
        var units = quantities.count(layer.units(), "the number of units", Limits.PARAMETERS);
        var activation = activations.activation(layer.activation(), layer.parameter());
        return new Options(layer).draft(inputs, units, activation);
    }

    /** The place of an option's first word. */
    static Span keyword(Clause.LayerOption option) {
        var start = option.span().start();
        return new Span(start, Math.min(start + word(option).length(), option.span().end()));
    }

    private static String word(Clause.LayerOption option) {
        return switch (option) {
            case Clause.Init _ -> "init";
            case Clause.Bias _ -> "bias";
            case Clause.Frozen _ -> "frozen";
            case Clause.Dropout _ -> "dropout";
            case Clause.As _ -> "as";
            case Clause.Option worded -> worded.name().text();
        };
    }

    private static boolean isNumber(Clause.LayerOption option) {
        return option instanceof Clause.Option(_, _, var value) && value.isPresent();
    }

    /** The options of one layer, each at most once. */
    private final class Options {
        private final Clause.Layer layer;
        private Optional<Initialization> weights = Optional.empty();
        private Bias bias = Bias.zeros();
        private boolean frozen;
        private Optional<Clause.Word> owner = Optional.empty();
        private final List<Clause.Option> numbers = new ArrayList<>();
        private OptionalDouble dropout = OptionalDouble.empty();
        private Optional<Clause.Word> name = Optional.empty();

        Options(Clause.Layer layer) {
            this.layer = layer;
            Map<String, Clause.LayerOption> firsts = new HashMap<>();
            for (var option : layer.options()) {
                var first = isNumber(option) ? null : firsts.putIfAbsent(word(option), option);
                if (first != null) {
                    faults.add(Code.NN020, keyword(option), "`" + word(option) + "` stands twice for one layer")
                            .note("it stands here first", keyword(first));
                }
                read(option);
            }
            readNumbers();
        }

        private void read(Clause.LayerOption option) {
            switch (option) {
                case Clause.Init init -> weights = schemes.weights(init.scheme());
                case Clause.Bias written -> bias = bias(written);
                case Clause.Frozen _ -> frozen = true;
                case Clause.Dropout written -> dropout = quantities.share(written.share(), "the share of dropout", Bound.BELOW_ONE);
                case Clause.As as -> name = Optional.of(as.name());
                case Clause.Option(_, _, var value) when value.isPresent() -> numbers.add((Clause.Option) option);
                case Clause.Option(_, var word, _) -> owner = Optional.of(word);
            }
        }

        /** Those that belong to a word of the vocabulary. */
        private void readNumbers() {
            var definition = owner.flatMap(word -> Language.LAYER_OPTIONS.find(word.text()));
            if (definition.isEmpty()) {
                numbers.forEach(this::refuseAlone);
                return;
            }
            var options = new OptionList(owner.get(), numbers, definition.get().parameters(), Map.of(), quantities, faults);
            var arguments = options.arguments();
            layer.options().stream().filter(Clause.Bias.class::isInstance).findFirst().ifPresent(written -> faults
                    .add(Code.NN028, keyword(written), "a layer with `" + owner.get().text() + "` has no bias of its own")
                    .note("`" + owner.get().text() + "` stands here", owner.get().span())
                    .help("leave `bias` and what follows it out"));
            if (options.isWhole()) {
                bias = definition.get().make(arguments);
            }
        }

        private void refuseAlone(Clause.Option number) {
            var name = number.name().text();
            var owners = Language.LAYER_OPTIONS.definitions().stream()
                    .filter(definition -> definition.parameters().stream().anyMatch(p -> p.name().equals(name))).map(Definition::word)
                    .toList();
            number.value().ifPresent(quantities::number);
            faults.add(Code.NN028, number.name().span(), owners.isEmpty()
                    ? "`" + name + "` is no option of a layer"
                    : "`" + name + "` belongs to `" + String.join("` or `", owners) + "`, which this layer does not have");
        }

        private Bias bias(Clause.Bias written) {
            return written.scheme()
                    .map(scheme -> schemes.bias(scheme)
                            .<Bias>map(initialization -> new Bias.Present(initialization, written.fixed()))
                            .orElse(Bias.zeros()))
                    .orElseGet(Bias.None::new);
        }

        LayerDraft draft(OptionalInt inputs, OptionalInt units, Optional<Activation> activation) {
            var initial = weights.or(() -> activation.map(f -> f.traits().start())).orElseGet(Initialization.Xavier::new);
            return new LayerDraft(layer, inputs, units, activation, initial, bias, frozen, dropout, name);
        }
    }
}
