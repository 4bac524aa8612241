package brickwork.exchange;

import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Graph;
import brickwork.exchange.OnnxModel.Node;
import brickwork.exchange.OnnxModel.Value;
import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dense network of an ONNX file: a chain from one input of shape [batch, …] to one output. Whatever else a file holds is refused by the
 * name of its node, for a step that is passed over is a network that answers wrongly.
 */
final class OnnxImport {

    /** Older operators have other rules for shapes; no newer ones were there. */
    private static final int OLDEST_OPSET = 7;
    private static final int NEWEST_OPSET = 28;

    private static final String CURE = "export a network of dense layers with activations in between";

    private final Path file;
    private final OnnxModel model;
    private final OnnxConstants constants;
    private final Map<String, List<Node>> takers = new HashMap<>();
    private final Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());

    private OnnxImport(Path file, OnnxModel model) {
        this.file = file;
        this.model = model;
        this.constants = new OnnxConstants(model.graph().numbers());
    }

    /** @throws BrokenFileException where the file is no ONNX model, or none of a dense network */
    static ImportedModel read(Path file, byte[] bytes) {
        return new OnnxImport(file, OnnxReader.read(file, bytes)).read();
    }

    private ImportedModel read() {
        if (model.opset() < OLDEST_OPSET || model.opset() > NEWEST_OPSET) {
            throw refuse("it asks for version " + model.opset() + " of the standard operators, and " + OLDEST_OPSET + " to " + NEWEST_OPSET
                    + " are read", "export it with an operator set such as " + OnnxExport.STANDARD_OPSET);
        }
        var graph = model.graph();
        for (var constant : graph.constants()) {
            if (!constants.add(constant)) {
                throw refuse("two initializers are called " + ForeignName.shown(constant.name()), CURE);
            }
        }
        for (var node : graph.nodes()) {
            for (var input : new HashSet<>(node.inputs())) {
                takers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
            }
        }
        var operators = new ArrayList<OnnxOperator>();
        for (var node : graph.nodes()) {
            operators.add(new OnnxOperator(file, node, operators.size() + 1));
            constant(operators.getLast());
        }
        var steps = new OnnxSteps(file, input(graph), constants);
        for (var operator : operators) {
            if (!done.contains(operator.node())) {
                step(operator, steps);
            }
        }
        var output = output(graph);
        if (!output.name().equals(steps.current())) {
            throw refuse("its output is " + ForeignName.shown(output.name()) + ", and the chain from its input ends in "
                    + ForeignName.shown(steps.current()), CURE);
        }
        return ImportedModel.of(file, steps.assembly(), "the output " + ForeignName.shown(output.name()));
    }

    private Value input(Graph graph) {
        var inputs = graph.inputs().stream().filter(value -> !constants.has(value.name())).toList();
        if (inputs.size() != 1) {
            throw refuse("it has " + inputs.size() + " inputs, and a network here has one", CURE);
        }
        var input = inputs.getFirst();
        if (OnnxTensor.precisionOf(input.type()).isEmpty()) {
            throw refuse("its input " + ForeignName.shown(input.name()) + " holds neither float nor double numbers",
                    "export the network with numbers of one type, float or double");
        }
        var extents = input.shape().stream().skip(1).toList();
        var width = 1L;
        for (var extent : extents) {
            width = extent < 1 ? Integer.MAX_VALUE : Math.min(width * Math.min(extent, Integer.MAX_VALUE), Integer.MAX_VALUE);
        }
        if (extents.isEmpty() || extents.size() > 8 || width > Math.max(constants.numbers(), 1)) {
            throw refuse("its input " + ForeignName.shown(input.name())
                    + " is not of a shape [batch, columns] with a count of columns for which "
                    + "there are weights", "export the network with the width of its input stated");
        }
        return input;
    }

    private Value output(Graph graph) {
        if (graph.outputs().size() != 1) {
            throw refuse("it has " + graph.outputs().size() + " outputs, and a network here has one", CURE);
        }
        return graph.outputs().getFirst();
    }

    private void step(OnnxOperator operator, OnnxSteps steps) {
        var node = operator.node();
        if (!OnnxOperator.isStandard(node.domain())) {
            throw operator.refuse("its operator is none of the standard ones");
        } else if (!node.inputs().contains(steps.current())) {
            throw operator.refuse("it does not take " + ForeignName.shown(steps.current())
                    + ", which is what comes to this place: a network here is one chain");
        } else if (takers.get(steps.current()).size() > 1) {
            composite(operator, steps);
        } else {
            steps.take(operator, model.opset());
        }
    }

    /** Takes the numbers of a node that has them and nothing else: a graph may name them behind the node that needs them first. */
    private void constant(OnnxOperator operator) {
        if (!OnnxOperator.isStandard(operator.node().domain())) {
            return;
        }
        if (operator.name().equals("Constant")) {
            done.add(operator.node());
            name(operator, value(operator));
        } else if (operator.name().equals("Identity") && constants.has(operator.input(0))) {
            operator.requireNothingElse(1, 1);
            done.add(operator.node());
            name(operator, constants.get(operator.input(0)));
        }
    }

    private static OnnxTensor value(OnnxOperator operator) {
        var attributes = operator.node().attributes();
        if (attributes.size() != 1) {
            throw operator.refuse("it has not one value");
        }
        var tensor = switch (attributes.values().iterator().next()) {
            case Attribute.Tensor(var value) -> value;
            case Attribute.Real(var value) when Double.isFinite(value) ->
                    new OnnxTensor("", OnnxFields.Tensor.TYPE_FLOAT, List.of(), new double[] {value});
            case Attribute.Reals(var values) ->
                    new OnnxTensor("", OnnxFields.Tensor.TYPE_FLOAT, List.of((long) values.length), values);
            case Attribute.Real _, Attribute.Whole _, Attribute.Text _, Attribute.Other _ ->
                    throw operator.refuse("its value is no tensor of finite numbers");
        };
        for (var value : tensor.values()) {
            if (!Double.isFinite(value)) {
                throw operator.refuse("its value holds " + value);
            }
        }
        return tensor;
    }

    private void name(OnnxOperator operator, OnnxTensor tensor) {
        if (!constants.add(tensor.withName(operator.output()))) {
            throw operator.refuse("it gives " + ForeignName.shown(operator.output()) + ", which is there already");
        }
    }

    private void composite(OnnxOperator operator, OnnxSteps steps) {
        var found = new OnnxComposite(takers, constants).of(steps.current());
        if (found.isEmpty() || found.get().nodes().stream().anyMatch(node -> !OnnxOperator.isStandard(node.domain()))) {
            throw operator.refuse("its input " + ForeignName.shown(steps.current()) + " goes to " + takers.get(steps.current()).size()
                    + " nodes, which are no silu, mish or gelu together: a network here is one chain");
        }
        done.addAll(found.get().nodes());
        steps.activate(operator, found.get().activation(), found.get().output());
    }

    private BrokenFileException refuse(String what, String cure) {
        return new BrokenFileException(file, what, cure);
    }
}
