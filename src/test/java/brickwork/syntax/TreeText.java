package brickwork.syntax;

import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.Clause.NamedColumn;
import brickwork.syntax.Clause.Quoted;
import brickwork.syntax.Clause.Word;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tree in one line, without places: {@code Loss([Term(0.5, sse, -)])}; {@code -} is what was left out. */
final class TreeText {

    private TreeText() {}

    static String of(String text) {
        return of(SpecParser.parse(new SourceText("test.nn", text)).tree());
    }

    static String of(SpecTree tree) {
        return tree.statements().stream().map(TreeText::node).collect(Collectors.joining("\n"));
    }

    private static String node(Object node) {
        return switch (node) {
            case Expression.Literal literal -> number(literal.value());
            case Expression.Constant constant -> constant.name();
            case Expression.Negation negation -> "-" + node(negation.operand());
            case Expression.Parenthesized parentheses -> "(" + node(parentheses.inner()) + ")";
            case Expression.Arithmetic(_, var operator, var left, var right) -> "{" + node(left) + sign(operator) + node(right) + "}";
            case Clause.Comparison comparison -> comparison.relation().name();
            case Word word -> word.text();
            case Quoted quoted -> "\"" + quoted.value() + "\"";
            case NamedColumn column -> "'" + column.name() + "'";
            case Optional<?> optional -> optional.map(TreeText::node).orElse("-");
            case Collection<?> list -> list.stream().map(TreeText::node).collect(Collectors.joining(" ", "[", "]"));
            case Record parts -> parts.getClass().getSimpleName()
                    + parts(parts).map(TreeText::node).collect(Collectors.joining(", ", "(", ")"));
            default -> String.valueOf(node);
        };
    }

    /** The parts of a node; a group of parts that is no node itself counts as its parts. */
    private static Stream<Object> parts(Record node) {
        return components(node).stream().flatMap(part -> part instanceof Record group && !isNode(group) ? parts(group) : Stream.of(part));
    }

    private static boolean isNode(Record record) {
        return record instanceof Statement || record instanceof Clause || record instanceof Conditions.Condition
                || record instanceof Expression;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String sign(Expression.Operator operator) {
        return switch (operator) {
            case PLUS -> " + ";
            case MINUS -> " - ";
            case TIMES -> " * ";
            case DIVIDE -> " / ";
        };
    }

    /** All nodes of a tree with their places. */
    static List<Record> nodes(SpecTree tree) {
        var nodes = new ArrayList<Record>();
        tree.statements().forEach(statement -> gather((Record) statement, nodes));
        return nodes;
    }

    private static void gather(Object node, List<Record> nodes) {
        switch (node) {
            case Optional<?> optional -> optional.ifPresent(it -> gather(it, nodes));
            case Collection<?> list -> list.forEach(it -> gather(it, nodes));
            case Record parts -> {
                if (isNode(parts)) {
                    nodes.add(parts);
                }
                components(parts).forEach(it -> gather(it, nodes));
            }
            default -> {}
        }
    }

    /** The parts of a node that are no places. */
    static List<Object> components(Record node) {
        var values = new ArrayList<Object>();
        for (var component : node.getClass().getRecordComponents()) {
            if (component.getType() != Span.class) {
                values.add(value(node, component));
            }
        }
        return values;
    }

    private static Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
