package brickwork.check;

import brickwork.model.FunctionRegistry;
import brickwork.source.Code;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers where the language wants a number of some kind. An empty answer means that the fault is reported. */
final class NumberRules {

    private final Evaluator evaluator;
    private final DiagnosticCollector faults;

    NumberRules(Evaluator evaluator, DiagnosticCollector faults) {
        this.evaluator = evaluator;
        this.faults = faults;
    }

    /** What a number must keep to. */
    enum Bound {
        ANY("a number"),
        POSITIVE("above 0"),
        NOT_NEGATIVE("at least 0"),
        NOT_ZERO("another number than 0"),
        BELOW_ONE("at least 0 and below 1");

        private final String text;

        Bound(String text) {
            this.text = text;
        }

        boolean holds(double value) {
            return switch (this) {
                case ANY -> true;
                case POSITIVE -> value > 0;
                case NOT_NEGATIVE -> value >= 0;
                case NOT_ZERO -> value != 0;
                case BELOW_ONE -> value >= 0 && value < 1;
            };
        }
    }

    /** Which of its ends a share may be. */
    enum Share {
        BETWEEN("above 0 and below 1"),
        BELOW_ONE("at least 0 and below 1"),
        ANY("at least 0 and at most 1");

        private final String text;

        Share(String text) {
            this.text = text;
        }

        boolean holds(double value) {
            return switch (this) {
                case BETWEEN -> value > 0 && value < 1;
                case BELOW_ONE -> value >= 0 && value < 1;
                case ANY -> value >= 0 && value <= 1;
            };
        }
    }

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
                    what + " must be " + bound.text + ", not " + DiagnosticCollector.number(value.getAsDouble()));
            return OptionalDouble.empty();
        }
        return value;
    }

    /** A number that is {@code fallback} where nothing is written. */
    OptionalDouble number(Optional<Expression> expression, double fallback, String what, Bound bound) {
        return expression.isPresent() ? number(expression.get(), what, bound) : OptionalDouble.of(fallback);
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
                    name.text() + " does not take " + DiagnosticCollector.number(number.getAsDouble()) + ": " + refused.getMessage());
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
            faults.add(Code.NN033, expression.span(), what + " must be a positive whole number, not " + DiagnosticCollector.number(count));
            return OptionalInt.empty();
        }
        if (count > limit) {
            faults.add(Code.NN036, expression.span(),
                    what + " may be " + Limits.text(limit) + " at most, not " + DiagnosticCollector.number(count));
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
                    "a seed must be a whole number of at least 0, not " + DiagnosticCollector.number(seed));
            return OptionalLong.empty();
        }
        if (seed > Limits.SEED) {
            faults.add(Code.NN036, expression.span(),
                    "a seed may be " + Limits.text(Limits.SEED) + " at most, not " + DiagnosticCollector.number(seed));
            return OptionalLong.empty();
        }
        return OptionalLong.of((long) seed);
    }

    /** A share; where it looks like per cent without the sign, the help adds it. */
    OptionalDouble share(Expression expression, String what, Share share) {
        var value = number(expression);
        if (value.isPresent() && !share.holds(value.getAsDouble())) {
            var number = value.getAsDouble();
            var fault = faults.add(Code.NN034, expression.span(),
                    what + " must be " + share.text + ", not " + DiagnosticCollector.number(number));
            if (number > 1 && number <= 100 && share.holds(number / 100)) {
                fault.help("for a share in per cent write `" + DiagnosticCollector.number(number) + "%`");
            }
            return OptionalDouble.empty();
        }
        return value;
    }
}
