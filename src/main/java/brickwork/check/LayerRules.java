package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Bound;
import brickwork.model.FunctionRegistry;
import brickwork.model.Initialization;
import brickwork.model.Limits;
import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.Clause;
import java.util.HashMap;
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
        };
    }

    /** The options of one layer, each at most once. */
    private final class Options {
        private final Clause.Layer layer;
        private Optional<Initialization> weights = Optional.empty();
        private Bias bias = Bias.zeros();
        private boolean frozen;
        private OptionalDouble dropout = OptionalDouble.empty();
        private Optional<Clause.Word> name = Optional.empty();

        Options(Clause.Layer layer) {
            this.layer = layer;
            Map<String, Clause.LayerOption> firsts = new HashMap<>();
            for (var option : layer.options()) {
                var first = firsts.putIfAbsent(word(option), option);
                if (first != null) {
                    faults.add(Code.NN020, keyword(option), "`" + word(option) + "` stands twice for one layer")
                            .note("it stands here first", keyword(first));
                }
                read(option);
            }
        }

        private void read(Clause.LayerOption option) {
            switch (option) {
                case Clause.Init init -> weights = schemes.weights(init.scheme());
                case Clause.Bias written -> bias = bias(written);
                case Clause.Frozen _ -> frozen = true;
                case Clause.Dropout written -> dropout = quantities.share(written.share(), "the share of dropout", Bound.BELOW_ONE);
                case Clause.As as -> name = Optional.of(as.name());
            }
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
