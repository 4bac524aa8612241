package brickwork.syntax;

import brickwork.source.Span;

/** Where a number may stand. */
public sealed interface Expression {

    Span span();

    /** A literal: {@code 3}, {@code 0.5}, {@code 1e-4}, {@code 1_000}, {@code 50%} (value 0.5). A literal too large is infinite. */
    record Literal(Span span, double value) implements Expression {}

    /** A constant's name. */
    record Constant(Span span, String name) implements Expression {}

    record Negation(Span span, Expression operand) implements Expression {}

    record Arithmetic(Span span, Operator operator, Expression left, Expression right) implements Expression {}

    /** An expression in parentheses; the span holds the parentheses. */
    record Parenthesized(Span span, Expression inner) implements Expression {}

    /** The four operations. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDE
    }
}
