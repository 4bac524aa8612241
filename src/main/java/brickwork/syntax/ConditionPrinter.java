package brickwork.syntax;

import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The text of a condition with single spaces: numbers as they were written, and the value of whatever was calculated. */
final class ConditionPrinter {

    private final SourceText source;
    private final ToDoubleFunction<Expression> value;

    /** {@code value} gives what an expression comes to. */
    ConditionPrinter(SourceText source, ToDoubleFunction<Expression> value) {
        this.source = source;
        this.value = value;
    }

    /** A statement about a metric that no text holds: {@code accuracy on test >= 0.95}. */
    static String print(Metric metric, Optional<DatasetPart> part, Relation relation, double stated) {
        return metric.word() + on(part.map(DatasetPart::word)) + compared(relation, DecimalText.of(stated));
    }

    String print(Clause.Condition condition) {
        return switch (condition) {
            case Clause.MetricCondition metric -> metric.initial().map(_ -> "initial ").orElse("") + metric.metric().text()
                    + metric.place().layer().map(layer -> " of layer " + number(layer)).orElse("")
                    + on(metric.place().part().map(Clause.Word::text))
                    + compared(metric.claim().comparison().relation(), number(metric.claim().value()))
                    + metric.claim().tolerance().map(t -> " within " + number(t)).orElse("")
                    + metric.scope().epochs().map(n -> " within " + number(n) + " epochs").orElse("")
                    + seeds(metric.scope().seeds());
            case Clause.GradcheckCondition gradcheck -> "gradcheck" + gradcheck.norm().map(_ -> " norm").orElse("")
                    + compared(gradcheck.comparison().relation(), number(gradcheck.bound()));
            case Clause.InitialLossCondition initial -> "initial loss" + compared(Relation.EQUAL, number(initial.value()))
                    + " within " + number(initial.tolerance());
            case Clause.LossDecreasesCondition decreases -> decreases.everyEpoch() ? "loss decreases every epoch" : "loss decreases";
            case Clause.OutputCondition output -> "output for " + list(output.inputs().values())
                    + compared(Relation.EQUAL, list(output.outputs().values())) + " within " + number(output.tolerance());
            case Clause.FingerprintCondition fingerprint ->
                    "fingerprint" + compared(Relation.EQUAL, SpecPrinter.quoted(fingerprint.digest().value()));
        };
    }

    private static String on(Optional<String> part) {
        return part.map(word -> " on " + word).orElse("");
    }

    private static String compared(Relation relation, String stated) {
        return " " + relation.symbol() + " " + stated;
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
        return Numerals.isLiteral(text) ? text : DecimalText.of(literal.value());
    }
}
