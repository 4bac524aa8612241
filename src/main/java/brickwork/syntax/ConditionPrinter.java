package brickwork.syntax;

import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Prints the parts of conditions with single spaces: numbers as they were written, and the value of whatever was calculated.
 *
 * @param value what an expression comes to
 */
record ConditionPrinter(SourceText source, ToDoubleFunction<Expression> value) {

    /** {@code of layer 2 on test < 0.1 within 5 epochs for every seed in 1 .. 3}, or what of it is written. */
    String compared(Conditions.Measured measured) {
        return measured.place().layer().map(layer -> " of layer " + number(layer)).orElse("")
                + measured.place().ofClass().map(label -> " of " + source.text(label.span())).orElse("")
                + measured.place().part().map(part -> " on " + part.text()).orElse("")
                + compared(measured.claim().comparison().relation(), number(measured.claim().value()))
                + measured.claim().tolerance().map(t -> " within " + number(t)).orElse("")
                + measured.scope().epochs().map(n -> " within " + number(n) + " epochs").orElse("")
                + seeds(measured.scope().seeds());
    }

    /** {@code [[50 0] [1 49]]}. */
    String matrix(List<Clause.Values> rows) {
        return rows.stream().map(row -> list(row.values())).collect(Collectors.joining(" ", "[", "]"));
    }

    static String compared(Relation relation, String stated) {
        return " " + relation.symbol() + " " + stated;
    }

    private String seeds(Optional<Clause.Seeds> seeds) {
        return seeds.map(s -> switch (s) {
            case Clause.AtLeastSeeds atLeast -> " for at least " + number(atLeast.share()) + " of " + number(atLeast.count()) + " seeds";
            case Clause.EverySeed every -> " for every seed in " + number(every.from()) + " .. " + number(every.to());
        }).orElse("");
    }

    String list(List<Expression> values) {
        return values.stream().map(this::number).collect(Collectors.joining(" ", "[", "]"));
    }

    String number(Expression expression) {
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
