package brickwork.check;

import brickwork.source.DecimalText;
import brickwork.source.SourceText;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a condition with single spaces: numbers as they were written, and the value of whatever was calculated. */
final class ConditionText {

    private static final Pattern LITERAL = Pattern.compile("[0-9_]+(\\.[0-9_]+)?([eE][+-]?[0-9]+)?%?");

    private final SourceText source;
    private final ToDoubleFunction<Expression> value;

    /** {@code value} gives what an expression comes to. */
    ConditionText(SourceText source, ToDoubleFunction<Expression> value) {
        this.source = source;
        this.value = value;
    }

    String of(Clause.Condition condition) {
        return switch (condition) {
            case Clause.MetricCondition metric -> metric.initial().map(_ -> "initial ").orElse("") + metric.metric().text()
                    + metric.layer().map(layer -> " of layer " + number(layer)).orElse("")
                    + metric.part().map(part -> " on " + part.text()).orElse("")
                    + " " + comparison(metric.comparison()) + " " + number(metric.value())
                    + metric.tolerance().map(t -> " within " + number(t)).orElse("")
                    + metric.withinEpochs().map(n -> " within " + number(n) + " epochs").orElse("")
                    + seeds(metric.seeds());
            case Clause.GradcheckCondition gradcheck -> "gradcheck " + gradcheck.norm().map(_ -> "norm ").orElse("")
                    + comparison(gradcheck.comparison()) + " " + number(gradcheck.bound());
            case Clause.InitialLossCondition initial -> "initial loss = " + number(initial.value())
                    + " within " + number(initial.tolerance());
            case Clause.LossDecreasesCondition decreases -> decreases.everyEpoch() ? "loss decreases every epoch" : "loss decreases";
            case Clause.OutputCondition output -> "output for " + list(output.inputs().values()) + " = " + list(output.outputs().values())
                    + " within " + number(output.tolerance());
            case Clause.FingerprintCondition fingerprint -> "fingerprint = \"" + fingerprint.digest().value() + "\"";
        };
    }

    private static String comparison(Clause.Comparison comparison) {
        return comparison.relation().symbol();
    }

    private String seeds(Optional<Clause.Seeds> seeds) {
        return seeds.map(s -> switch (s) {
            case Clause.AtLeastSeeds atLeast -> " for at least " + number(atLeast.share()) + " of " + number(atLeast.count()) + " seeds";
            case Clause.EverySeed every -> " for every seed in " + number(every.from()) + " .. " + number(every.to());
        }).orElse("");
    }

    private String list(List<Expression> values) {
        return values.stream().map(this::number).collect(Collectors.joining(" ", "[", "]"));
    }

    private String number(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Expression.Negation negation when negation.operand() instanceof Expression.Literal literal -> "-" + literal(literal);
            case Expression.Negation _, Expression.Constant _, Expression.Arithmetic _, Expression.Parenthesized _ ->
                    DecimalText.of(value.applyAsDouble(expression));
        };
    }

    private String literal(Expression.Literal literal) {
        var text = source.text(literal.span());
        return LITERAL.matcher(text).matches() ? text : DecimalText.of(literal.value());
    }
}
