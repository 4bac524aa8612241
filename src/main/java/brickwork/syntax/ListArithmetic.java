package brickwork.syntax;

import brickwork.source.Code;
import brickwork.syntax.antlr.NnParser;
import java.util.List;

/**
 * Signs and operators that stand directly inside {@code [ ]}. There {@code [1 -2]} holds two values, and arithmetic needs parentheses,
 * since {@code [1 - 2]} could be read both ways.
 */
record ListArithmetic(List<SpecToken> tokens, SyntaxDiagnostics faults) {

    private static final int LONGEST_HELP = 20;

    /** The operator at {@code i} as the sign of the number or name it touches; otherwise as BAD. */
    SpecToken inList(SpecToken operator, int i, SpecToken previous) {
        var afterValue = endsValue(previous);
        var touchesOperand = i + 1 < tokens.size() && operator.touches(tokens.get(i + 1)) && isOperand(tokens.get(i + 1));
        if (operator.type() == NnParser.MINUS && touchesOperand && !(afterValue && previous.touches(operator))) {
            return operator.as(NnParser.SIGN);
        }
        var sign = GrammarNames.quote(operator.text());
        var message = afterValue ? sign + " inside `[ ]` needs parentheses round its expression"
                : operator.type() == NnParser.MINUS ? "inside `[ ]` a minus touches its number or name"
                : sign + " cannot begin a value";
        return operator.bad(faults.diagnostic(Code.NN007, message, operator.span(), "write `" + mended(i, previous, afterValue) + "`"));
    }

    /** What the author will have meant: the expression round the operator in parentheses, or the sign at its number. */
    private String mended(int i, SpecToken previous, boolean afterValue) {
        return afterValue ? "(" + valueText(previous) + chain(i) + ")" : sign(i);
    }

    /** A value with the sign at {@code i}, as it should be written. */
    private String sign(int i) {
        var minus = tokens.get(i).type() == NnParser.MINUS ? "-" : "";
        var isComputed = i + 1 < tokens.size() && tokens.get(i + 1).type() == NnParser.LPAREN;
        return isComputed ? "(" + minus + "(…))" : minus + (i + 1 < tokens.size() && isOperand(tokens.get(i + 1)) ? operand(i + 1) : "1");
    }

    /** Operators and operands from {@code i} on, as far as the help should be long. */
    private String chain(int i) {
        var text = new StringBuilder();
        for (var next = i; next < tokens.size() && next < i + LONGEST_HELP && isOperator(tokens.get(next));) {
            text.append(' ').append(tokens.get(next).text()).append(' ');
            var operand = next + 1;
            if (operand < tokens.size() && tokens.get(operand).type() == NnParser.MINUS) {
                text.append('-');
                operand++;
            }
            text.append(operand(operand));
            next = operand + 1;
        }
        return text.toString();
    }

    private String operand(int i) {
        return i < tokens.size() && isOperand(tokens.get(i)) ? tokens.get(i).text() : "(…)";
    }

    private String valueText(SpecToken value) {
        if (value.type() == NnParser.RPAREN) {
            return "(…)";
        }
        var start = value.span().start();
        return (start > 0 && faults.source().text().charAt(start - 1) == '-' ? "-" : "") + value.text();
    }

    private static boolean endsValue(SpecToken token) {
        return isOperand(token) || token.type() == NnParser.RPAREN;
    }

    private static boolean isOperand(SpecToken token) {
        return token.type() == NnParser.NUMBER || token.type() == NnParser.NAME;
    }

    private static boolean isOperator(SpecToken token) {
        return switch (token.type()) {
            case NnParser.PLUS, NnParser.MINUS, NnParser.STAR, NnParser.SLASH -> true;
            default -> false;
        };
    }
}
