package brickwork.syntax;

import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.word;

import brickwork.model.Language;
import brickwork.source.Code;
import brickwork.source.NearestName;
import brickwork.source.Span;
import brickwork.syntax.Clause.Layer;
import brickwork.syntax.Clause.LayerOption;
import brickwork.syntax.Clause.Scheme;
import brickwork.syntax.Clause.Values;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Layers with their options. */
record LayerBuilder(ExpressionBuilder expressions, ConstantNames constants, SyntaxDiagnostics faults) {

    private static final List<String> OPTIONS = Stream.concat(Stream.of("init", "bias", "frozen", "dropout", "as"),
            Stream.concat(Language.LAYER_OPTIONS.words().stream(), WordKinds.options(Language.LAYER_OPTIONS).stream())).toList();

    List<Layer> layers(NnParser.LayersContext statement) {
        var layers = new ArrayList<Layer>();
        var first = statement.firstLayer();
        var widths = first.units().stream().map(units -> expressions.expression(units.expression())).toList();
        layers.add(layer(span(first), widths.size() == 2 ? Optional.of(widths.getFirst()) : Optional.empty(), widths.getLast(),
                first.layerBody()));
        for (var next : statement.nextLayer()) {
            var units = expressions.expression(next.units().expression());
            layers.add(layer(units.span().to(span(next.layerBody())), Optional.empty(), units, next.layerBody()));
        }
        return layers;
    }

    private Layer layer(Span span, Optional<Expression> inputs, Expression units, NnParser.LayerBodyContext body) {
        var options = body.layerOption().stream().map(option -> option.layerSetting().accept(new Options())).toList();
        return new Layer(span, inputs, units, word(body.activation()), parameter(body.parameter()), options);
    }

    /** The number after an activation or a scheme. A lone name that is no constant will rather be a misspelt option. */
    private Optional<Expression> parameter(NnParser.ParameterContext parameter) {
        if (parameter == null) {
            return Optional.empty();
        }
        var number = expressions.expression(parameter.expression());
        if (!(number instanceof Expression.Constant(var place, var name)) || constants.has(name)) {
            return Optional.of(number);
        }
        if (faults.isFull()) {
            faults.count();
            return Optional.empty();
        }
        var known = new ArrayList<>(OPTIONS);
        known.addAll(constants.names());
        var meant = NearestName.of(name, known);
        if (meant.filter(constants::has).isPresent()) {
            return Optional.of(number);
        }
        faults.add(Code.NN002, GrammarNames.quote(name) + " is neither an option of the layer nor a constant", place,
                meant.map(it -> "did you mean `" + it + "`?").orElse("known here: `" + String.join("`, `", OPTIONS) + "`"));
        return Optional.empty();
    }

    Values list(NnParser.ListContext list) {
        return new Values(span(list), expressions.values(list.value()));
    }

    private final class Options extends NnBaseVisitor<LayerOption> {
        @Override
        public LayerOption visitInit(NnParser.InitContext option) {
            return new Clause.Init(span(option), option.scheme().accept(new Schemes()));
        }

        @Override
        public LayerOption visitBiasSetting(NnParser.BiasSettingContext option) {
            var scheme = option.bias() instanceof NnParser.BiasSchemeContext bias
                    ? Optional.of(bias.scheme().accept(new Schemes())) : Optional.<Scheme>empty();
            var fixed = option.bias() instanceof NnParser.BiasSchemeContext bias && bias.FIXED() != null;
            return new Clause.Bias(span(option), fixed, scheme);
        }

        @Override
        public LayerOption visitFrozen(NnParser.FrozenContext option) {
            return new Clause.Frozen(span(option));
        }

        @Override
        public LayerOption visitDropout(NnParser.DropoutContext option) {
            return new Clause.Dropout(span(option), expressions.expression(option.expression()));
        }

        @Override
        public LayerOption visitLayerWord(NnParser.LayerWordContext option) {
            return new Clause.Option(span(option), word(option.NORM()), Optional.empty());
        }

        @Override
        public LayerOption visitLayerNumber(NnParser.LayerNumberContext option) {
            return new Clause.Option(span(option), word(option.OPTION()), Optional.of(expressions.expression(option.expression())));
        }

        @Override
        public LayerOption visitAs(NnParser.AsContext option) {
            return new Clause.As(span(option), word(option.layerName()));
        }
    }

    private final class Schemes extends NnBaseVisitor<Scheme> {
        @Override
        public Scheme visitNamedScheme(NnParser.NamedSchemeContext scheme) {
            return new Clause.NamedScheme(span(scheme), word(scheme.schemeName()), parameter(scheme.parameter()));
        }

        @Override
        public Scheme visitWrittenScheme(NnParser.WrittenSchemeContext scheme) {
            return switch (scheme.written()) {
                case NnParser.MatrixContext matrix ->
                        new Clause.Matrix(span(scheme), matrix.list().stream().map(LayerBuilder.this::list).toList());
                case NnParser.VectorContext vector -> new Values(span(scheme), expressions.values(vector.value()));
                default -> throw new IllegalArgumentException("values were expected, got " + scheme.written().getText());
            };
        }
    }
}
