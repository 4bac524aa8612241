package brickwork.exchange;

import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Node;
import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A node of a graph that is read: it gives its attributes, and says what is wrong with it by its name and operator. */
final class OnnxOperator {

    private static final String CURE = "export a network of dense layers with activations in between";

    private final Path file;
    private final Node node;
    private final int number;
    private final Set<String> read = new HashSet<>();

    /** @param number of the node in the graph, from 1 */
    OnnxOperator(Path file, Node node, int number) {
        this.file = file;
        this.node = node;
        this.number = number;
    }

    /** Whether a domain is that of the standard operators. */
    static boolean isStandard(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    Node node() {
        return node;
    }

    String name() {
        return node.operator();
    }

    /** As messages name it. */
    String title() {
        var operator = isStandard(node.domain()) ? node.operator() : node.domain() + "." + node.operator();
        return "node " + (node.name().isEmpty() ? String.valueOf(number) : ForeignName.shown(node.name())) + " (" + bare(operator) + ")";
    }

    private static String bare(String operator) {
        var shown = ForeignName.shown(operator);
        return shown.substring(1, shown.length() - 1);
    }

    /** The name of input {@code i}; empty where it is left out. */
    String input(int i) {
        return i < node.inputs().size() ? node.inputs().get(i) : "";
    }

    /** The name of what it gives. */
    String output() {
        if (node.outputs().isEmpty() || node.outputs().getFirst().isEmpty()) {
            throw refuse("it gives nothing");
        }
        return node.outputs().getFirst();
    }

    double real(String attribute, double standard) {
        read.add(attribute);
        return switch (node.attributes().get(attribute)) {
            case null -> standard;
            case Attribute.Real(var value) when Double.isFinite(value) -> value;
            case Attribute.Real _, Attribute.Whole _, Attribute.Text _, Attribute.Reals _, Attribute.Tensor _, Attribute.Other _ ->
                    throw refuse("its " + attribute + " is no finite number");
        };
    }

    long whole(String attribute, long standard) {
        read.add(attribute);
        return switch (node.attributes().get(attribute)) {
            case null -> standard;
            case Attribute.Whole(var value) -> value;
            case Attribute.Real _, Attribute.Text _, Attribute.Reals _, Attribute.Tensor _, Attribute.Other _ ->
                    throw refuse("its " + attribute + " is no whole number");
        };
    }

    /** Refuses an attribute that has another value than the one that is read. */
    void require(String attribute, String only) {
        read.add(attribute);
        if (node.attributes().get(attribute) instanceof Attribute given && !given.equals(new Attribute.Text(only))) {
            throw refuse("its " + attribute + " is read as " + only + " alone");
        }
    }

    void require(String attribute, long only) {
        if (whole(attribute, only) != only) {
            throw refuse("its " + attribute + " is read as " + only + " alone");
        }
    }

    /** Has no part in what is computed. */
    void ignore(String attribute) {
        read.add(attribute);
    }

    /** Refuses attributes that were not asked for, and outputs and inputs beyond the given numbers. */
    void requireNothingElse(int inputs, int outputs) {
        for (var attribute : node.attributes().keySet()) {
            if (!read.contains(attribute)) {
                throw refuse("its attribute " + ForeignName.shown(attribute) + " is not read");
            }
        }
        if (node.inputs().size() > inputs) {
            throw refuse("it has " + node.inputs().size() + " inputs, and " + inputs + " at most are read");
        }
        if (node.outputs().stream().skip(outputs).anyMatch(name -> !name.isEmpty())) {
            throw refuse("it has " + node.outputs().size() + " outputs, and " + outputs + " at most are read");
        }
    }

    BrokenFileException refuse(String what) {
        return refuse(what, CURE);
    }

    BrokenFileException refuse(String what, String cure) {
        return new BrokenFileException(file, title() + ": " + what, cure);
    }
}
