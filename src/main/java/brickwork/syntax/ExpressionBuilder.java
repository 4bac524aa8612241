package brickwork.syntax;

import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.token;

import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.Expression.Arithmetic;
import brickwork.syntax.Expression.Operator;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Numbers and arithmetic. */
final class ExpressionBuilder {

    /** Operators, signs and parentheses of one expression, so that whoever walks it need not fear for the stack. */
    static final int MOST_OPERATIONS = 1_000;

    private final SyntaxDiagnostics faults;
    private final Atoms atoms = new Atoms();
    private int operations;

    ExpressionBuilder(SyntaxDiagnostics faults) {
        this.faults = faults;
    }

    Expression expression(NnParser.ExpressionContext expression) {
        operations = 0;
        return sum(expression);
    }

    /** A value of a list. */
    Expression value(NnParser.ValueContext value) {
        operations = 0;
        return value.accept(atoms);
    }

    List<Expression> values(List<NnParser.ValueContext> values) {
        return values.stream().map(this::value).toList();
    }

    /** The number of a loss or a penalty. */
    Expression lossNumber(NnParser.LossNumberContext number) {
        operations = 0;
        return chain(number, number.atom().accept(atoms), number.factor(), this::factor);
    }

    /** The factors before a loss, which are numbers. */
    Expression lossFactors(NnParser.TermContext term, List<NnParser.LossFactorContext> factors) {
        operations = 0;
        return chain(term, lossFactor(factors.getFirst()), factors.subList(1, factors.size()), this::lossFactor);
    }

    Expression literal(SpecToken number) {
        var value = Numerals.value(number.text());
        if (Double.isInfinite(value)) {
            faults.add(Code.NN092, "the number is too large", number.span(), "the largest number is 1.7976931348623157e308");
        } else if (value == 0 && !Numerals.isZero(number.text())) {
            faults.add(Code.NN092, "the number is so small that it would become 0", number.span(), "write 0, or at least 4.9e-324");
        }
        return new Expression.Literal(number.span(), value);
    }

    private Expression sum(NnParser.ExpressionContext sum) {
        return chain(sum, product(sum.product(0)), sum.product().subList(1, sum.product().size()), this::product);
    }

    private Expression product(NnParser.ProductContext product) {
        return chain(product, factor(product.factor(0)), product.factor().subList(1, product.factor().size()), this::factor);
    }

    private Expression factor(NnParser.FactorContext factor) {
        return negated(factor.MINUS(), factor.atom().accept(atoms));
    }

    private Expression lossFactor(NnParser.LossFactorContext factor) {
        return negated(factor.MINUS(), factor.lossAtom().accept(atoms));
    }

    private Expression negated(List<TerminalNode> signs, Expression operand) {
        var negated = operand;
        for (var sign : signs.reversed()) {
            count(span(sign));
            negated = new Expression.Negation(span(sign).to(negated.span()), negated);
        }
        return negated;
    }

    /** Operands joined from the left; the operator before the i-th of {@code rest} is child {@code 1 + 2i} of the node. */
    private <T extends ParserRuleContext> Expression chain(ParserRuleContext node, Expression first, List<T> rest,
            Function<T, Expression> operand) {
        var left = first;
        for (var i = 0; i < rest.size(); i++) {
            var operator = token((TerminalNode) node.getChild(1 + 2 * i));
            count(operator.span());
            var right = operand.apply(rest.get(i));
            left = new Arithmetic(left.span().to(right.span()), operator(operator), left, right);
        }
        return left;
    }

    private static Operator operator(SpecToken token) {
        return switch (token.text()) {
            case "+" -> Operator.PLUS;
            case "-" -> Operator.MINUS;
            case "*" -> Operator.TIMES;
            case "/" -> Operator.DIVIDE;
            default -> throw new IllegalArgumentException("an operator was expected, got " + token.text());
        };
    }

    private void count(Span place) {
        if (++operations > MOST_OPERATIONS) {
            faults.add(Code.NN091, "the expression has more than " + MOST_OPERATIONS + " operations", place, "make constants of its parts");
            throw new BrokenStatement();
        }
    }

    private final class Atoms extends NnBaseVisitor<Expression> {
        @Override
        public Expression visitNumber(NnParser.NumberContext number) {
            return literal(token(number.NUMBER()));
        }

        @Override
        public Expression visitConstant(NnParser.ConstantContext constant) {
            return constant(constant.NAME());
        }

        @Override
        public Expression visitParenthesized(NnParser.ParenthesizedContext parentheses) {
            return parenthesized(span(parentheses), parentheses.expression());
        }

        @Override
        public Expression visitPlainValue(NnParser.PlainValueContext value) {
            var unsigned = value.NUMBER() != null ? literal(token(value.NUMBER())) : constant(value.NAME());
            return value.SIGN() == null ? unsigned : new Expression.Negation(span(value), unsigned);
        }

        @Override
        public Expression visitComputedValue(NnParser.ComputedValueContext value) {
            return parenthesized(span(value), value.expression());
        }

        @Override
        public Expression visitLossLiteral(NnParser.LossLiteralContext number) {
            return literal(token(number.NUMBER()));
        }

        @Override
        public Expression visitLossName(NnParser.LossNameContext constant) {
            return constant(constant.NAME());
        }

        @Override
        public Expression visitLossParenthesized(NnParser.LossParenthesizedContext parentheses) {
            return parenthesized(span(parentheses), parentheses.expression());
        }

        private Expression constant(TerminalNode name) {
            return new Expression.Constant(span(name), token(name).text());
        }

        private Expression parenthesized(Span span, NnParser.ExpressionContext inner) {
            count(span);
            return new Expression.Parenthesized(span, sum(inner));
        }
    }
}
