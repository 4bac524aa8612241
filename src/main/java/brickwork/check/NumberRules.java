package brickwork.check;

import brickwork.model.Arguments;
import brickwork.model.Bound;
import brickwork.model.Definition;
import brickwork.model.FunctionRegistry;
import brickwork.model.Limits;
import brickwork.model.Parameter;
import brickwork.source.Code;
import brickwork.source.DecimalText;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Numbers where the language wants a number of some kind. An empty answer means that the fault is reported. */
record NumberRules(ExpressionEvaluator evaluator, DiagnosticCollector faults) {

    /** Any finite number. */
    OptionalDouble number(Expression expression) {
        var value = evaluator.value(expression);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A number within a bound; {@code what} names it in the message. */
    OptionalDouble number(Expression expression, String what, Bound bound) {
        var value = number(expression);
        if (value.isPresent() && !bound.holds(value.getAsDouble())) {
            faults.add(Code.NN035, expression.span(),
                    what + " must be " + bound.text() + ", not " + DecimalText.of(value.getAsDouble()));
            return OptionalDouble.empty();
        }
        return value;
    }

    /** A number that is {@code fallback} where nothing is written. */
    OptionalDouble number(Optional<Expression> expression, double fallback, String what, Bound bound) {
        return expression.isPresent() ? number(expression.get(), what, bound) : OptionalDouble.of(fallback);
    }

    /**
     * What a word names that takes one number behind it or none; empty where it is at fault.
     *
     * @param surplus reports a number where none may stand
     */
    <T> Optional<T> named(Definition<T> definition, Optional<Expression> number, Consumer<Expression> surplus) {
        if (definition.parameters().isEmpty()) {
            number.ifPresent(surplus);
            return Optional.of(definition.make(Arguments.NONE));
        }
        var parameter = definition.parameters().getFirst();
        return argument(parameter, number, parameter.of(definition.word())).stream()
                .mapToObj(value -> definition.make(Arguments.NONE.with(parameter, value))).findFirst();
    }

    /**
     * What a word names whose numbers stand in their order; empty where one is at fault.
     *
     * @param title what messages say the numbers belong to
     */
    <T> Optional<T> numbered(Definition<T> definition, List<Expression> written, String title) {
        var arguments = Arguments.NONE;
        var whole = true;
        for (var i = 0; i < written.size(); i++) {
            var parameter = definition.parameters().get(i);
            var value = argument(parameter, Optional.of(written.get(i)), parameter.of(title));
            whole &= value.isPresent();
            arguments = arguments.with(parameter, value.orElse(parameter.example()));
        }
        return whole ? Optional.of(definition.make(arguments)) : Optional.empty();
    }

    /** The value of a parameter that is not at fault; where nothing is written what holds then. */
    OptionalDouble argument(Parameter parameter, Optional<Expression> written, String what) {
        if (written.isEmpty()) {
            return parameter.standard();
        }
        return switch (parameter.kind()) {
            case NUMBER -> number(written.get(), what, parameter.bound());
            case COUNT -> count(written.get(), "the number of " + parameter.name(), parameter.most()).stream().asDoubleStream().findFirst();
            case FLAG -> OptionalDouble.of(1);
            case SEED -> seed(written.get()).stream().asDoubleStream().findFirst();
        };
    }

    /** The number behind the name of a function of the host program, which may refuse it. */
    Optional<OptionalDouble> argument(FunctionRegistry.Family<?> family, Optional<Expression> written, Word name) {
        var number = written.isPresent() ? number(written.get()) : family.standard();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        try {
            family.function(number);
            return Optional.of(number);
        } catch (IllegalArgumentException refused) {
            faults.add(Code.NN035, written.map(Expression::span).orElse(name.span()),
                    name.text() + " does not take " + DecimalText.of(number.getAsDouble()) + ": " + refused.getMessage());
            return Optional.empty();
        }
    }

    /** All of them, or nothing where one has no value. */
    Optional<List<Double>> numbers(List<Expression> expressions) {
        var values = expressions.stream().map(this::number).toList();
        return values.stream().allMatch(OptionalDouble::isPresent)
                ? Optional.of(values.stream().map(OptionalDouble::getAsDouble).toList())
                : Optional.empty();
    }

    OptionalInt count(Expression expression, String what) {
        return count(expression, what, Limits.COUNT);
    }

    /** A positive whole number up to a limit. */
    OptionalInt count(Expression expression, String what, int limit) {
        var value = number(expression);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        var count = value.getAsDouble();
        if (count < 1 || count != Math.rint(count)) {
            faults.add(Code.NN033, expression.span(), what + " must be a positive whole number, not " + DecimalText.of(count));
            return OptionalInt.empty();
        }
        if (count > limit) {
            faults.add(Code.NN036, expression.span(),
                    what + " may be " + Limits.text(limit) + " at most, not " + DecimalText.of(count));
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) count);
    }

    /** A whole number from 0 that a double holds without loss. */
    OptionalLong seed(Expression expression) {
        var value = number(expression);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        var seed = value.getAsDouble();
        if (seed < 0 || seed != Math.rint(seed)) {
            faults.add(Code.NN035, expression.span(),
                    "a seed must be a whole number of at least 0, not " + DecimalText.of(seed));
            return OptionalLong.empty();
        }
        if (seed > Limits.SEED) {
            faults.add(Code.NN036, expression.span(),
                    "a seed may be " + Limits.text(Limits.SEED) + " at most, not " + DecimalText.of(seed));
            return OptionalLong.empty();
        }
        return OptionalLong.of((long) seed);
    }

    /** A share; where it looks like per cent without the sign, the help adds it. */
    OptionalDouble share(Expression expression, String what, Bound share) {
        var value = number(expression);
        if (value.isPresent() && !share.holds(value.getAsDouble())) {
            var number = value.getAsDouble();
            var fault = faults.add(Code.NN034, expression.span(),
                    what + " must be " + share.text() + ", not " + DecimalText.of(number));
            if (number > 1 && number <= 100 && share.holds(number / 100)) {
                fault.help("for a share in per cent write `" + DecimalText.of(number) + "%`");
            }
            return OptionalDouble.empty();
        }
        return value;
    }
}
