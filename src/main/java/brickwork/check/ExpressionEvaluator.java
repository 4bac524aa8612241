package brickwork.check;

import brickwork.source.Code;
import brickwork.syntax.Expression;
import java.util.ArrayDeque;

/** The value of an expression. It works on a stack of its own, so that no nesting is too deep for it. */
record ExpressionEvaluator(Constants constants, DiagnosticCollector faults) {

    /** Something left to do: look at an expression, or join the values of its operands, which are known by now. */
    private record Task(Expression expression, boolean operandsKnown) {}

    /** The value; NaN where it has none, which is reported. */
    double value(Expression expression) {
        var tasks = new ArrayDeque<Task>();
        var values = new ArrayDeque<Double>();
        tasks.push(new Task(expression, false));
        while (!tasks.isEmpty()) {
            var task = tasks.pop();
            switch (task.expression()) {
                case Expression.Literal literal -> values.push(literal(literal));
                case Expression.Constant constant -> values.push(constants.value(constant));
                case Expression.Parenthesized parenthesized -> tasks.push(new Task(parenthesized.inner(), false));
                case Expression.Negation negation when task.operandsKnown() -> values.push(-values.pop());
                case Expression.Negation negation -> {
                    tasks.push(new Task(negation, true));
                    tasks.push(new Task(negation.operand(), false));
                }
                case Expression.Arithmetic arithmetic when task.operandsKnown() -> {
                    var right = values.pop();
                    values.push(join(arithmetic, values.pop(), right));
                }
                case Expression.Arithmetic arithmetic -> {
                    tasks.push(new Task(arithmetic, true));
                    tasks.push(new Task(arithmetic.right(), false));
                    tasks.push(new Task(arithmetic.left(), false));
                }
            }
        }
        return values.pop();
    }

    private double literal(Expression.Literal literal) {
        if (faults.isTold(literal.span())) {
            return Double.NaN;
        }
        if (Double.isInfinite(literal.value())) {
            faults.add(Code.NN037, literal.span(), "this number is too large").help("the largest is about 1.8e308");
            return Double.NaN;
        }
        return literal.value();
    }

    private double join(Expression.Arithmetic arithmetic, double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Double.NaN;
        }
        if (arithmetic.operator() == Expression.Operator.DIVIDE && right == 0) {
            faults.add(Code.NN037, arithmetic.right().span(), "division by zero");
            return Double.NaN;
        }
        var value = switch (arithmetic.operator()) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
        };
        if (Double.isInfinite(value)) {
            faults.add(Code.NN037, arithmetic.span(), "the result of this calculation is too large")
                    .help("the largest number is about 1.8e308");
            return Double.NaN;
        }
        return value;
    }
}
