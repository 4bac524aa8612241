package brickwork.exchange;

import brickwork.data.FittedScaling;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Graph;
import brickwork.exchange.OnnxModel.Node;
import brickwork.exchange.OnnxModel.Value;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.OperatorForm;
import brickwork.model.Precision;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network as a graph of ONNX operators, from {@code input} of shape [batch, inputs] to {@code output} of shape [batch, outputs]. */
final class OnnxGraphBuilder {

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String MULTIPLY = "Mul";

    private final Precision precision;
    private final List<Node> nodes = new ArrayList<>();
    private final List<OnnxTensor> constants = new ArrayList<>();
    private String current = INPUT;

    private OnnxGraphBuilder(Precision precision) {
        this.precision = precision;
    }

    static Graph graph(Specification network, FittedScaling scaling, Parameters parameters) {
        var builder = new OnnxGraphBuilder(network.precision());
        builder.scale(scaling, network.inputs());
        for (var layer : network.feedForward().layers()) {
            builder.add(layer, parameters);
        }
        builder.nameOutput();
        var type = OnnxTensor.typeOf(network.precision());
        return new Graph(builder.nodes, builder.constants,
                List.of(new Value(INPUT, type, List.of(Value.ANY, (long) network.inputs()))),
                List.of(new Value(OUTPUT, type, List.of(Value.ANY, (long) network.outputs()))));
    }

    /**
     * (x - shift)/divisor. What a single precision number does not hold of a shift is subtracted next, so that a column whose mean is large
     * beside its deviation keeps its digits.
     */
    private void scale(FittedScaling scaling, int inputs) {
        var shift = scaling.shifts();
        var rest = new double[shift.length];
        var rounded = new double[shift.length];
        for (var i = 0; i < shift.length; i++) {
            rounded[i] = precision == Precision.F32 ? (float) shift[i] : shift[i];
            rest[i] = precision == Precision.F32 ? (float) (shift[i] - rounded[i]) : 0;
        }
        if (isAny(rounded)) {
            step("scaling.shift", "Sub", row("scaling.shift.value", inputs, rounded));
        }
        if (isAny(rest)) {
            step("scaling.shift.rest", "Sub", row("scaling.shift.rest.value", inputs, rest));
        }
        if (scaling.divisors().length > 0) {
            step("scaling.divisor", "Div", row("scaling.divisor.value", inputs, scaling.divisors()));
        }
    }

    private static boolean isAny(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != 0);
    }

    /** One number a column, or one for all. */
    private String row(String name, int inputs, double[] values) {
        constants.add(OnnxTensor.of(name, precision, values.length == inputs ? List.of((long) inputs) : List.of(), values));
        return name;
    }

    private void add(Layer layer, Parameters parameters) {
        switch (layer) {
            case Dense dense -> affine(dense, parameters);
        }
        activate("layer" + layer.number(), layer.activation());
    }

    private void affine(Dense layer, Parameters parameters) {
        var operands = layer.tensors().stream().map(slot -> constant(parameters.tensor(slot.name()))).toList();
        var transposed = Map.<String, Attribute>of("transB", new Attribute.Whole(1));
        var name = "layer" + layer.number();
        switch (layer.bias()) {
            case Bias.None _, Bias.Present _ -> step(name + ".z", "Gemm", operands, transposed);
            case Bias.Norm norm -> {
                step(name + ".h", "Gemm", operands.subList(0, 1), transposed);
                step(name + ".z", "BatchNormalization", operands.subList(1, operands.size()),
                        Map.of("epsilon", new Attribute.Real(norm.epsilon()),
                                "momentum", new Attribute.Real((float) (1 - norm.momentum()))));
            }
        }
    }

    private String constant(Tensor tensor) {
        var shape = tensor.bias() ? List.of((long) tensor.rows()) : List.of((long) tensor.rows(), (long) tensor.columns());
        constants.add(OnnxTensor.of(tensor.name(), precision, shape, tensor.values()));
        return tensor.name();
    }

    private void activate(String layer, Activation activation) {
        var z = current;
        var a = layer + ".a";
        switch (activation.operators()) {
            case OperatorForm.Nothing _ -> {}
            case OperatorForm.Single(var operator, var numbers) -> {
                var attributes = new TreeMap<String, Attribute>();
                numbers.forEach((name, value) -> attributes.put(name, new Attribute.Real(value)));
                step(a, operator, List.of(), attributes);
            }
            case OperatorForm.OverUnits(var operator) -> step(a, operator, List.of(), Map.of("axis", new Attribute.Whole(-1)));
            case OperatorForm.TimesZ(var operators, _) -> {
                for (var i = 0; i < operators.size(); i++) {
                    step(a + "." + (i + 1), operators.get(i), List.of(), Map.of());
                }
                timesZ(a, z);
            }
            case OperatorForm.GaussianError _ -> {
                step(a + ".1", "Div", single(a + ".root", Math.sqrt(2)));
                step(a + ".2", "Erf", List.of(), Map.of());
                step(a + ".3", "Add", single(a + ".one", 1));
                timesZ(a + ".4", z);
                step(a, MULTIPLY, single(a + ".half", 0.5));
            }
            case OperatorForm.Unsayable _ ->
                    throw new IllegalArgumentException("ONNX cannot say " + activation.word() + ", a function of the host");
        }
    }

    private void timesZ(String name, String z) {
        nodes.add(Node.of(name, MULTIPLY, List.of(z, current), name, Map.of()));
        current = name;
    }

    private String single(String name, double value) {
        constants.add(OnnxTensor.of(name, precision, List.of(), value));
        return name;
    }

    private void step(String name, String operator, String constant) {
        step(name, operator, List.of(constant), Map.of());
    }

    private void step(String name, String operator, List<String> operands, Map<String, Attribute> attributes) {
        var inputs = new ArrayList<>(List.of(current));
        inputs.addAll(operands);
        nodes.add(Node.of(name, operator, inputs, name, attributes));
        current = name;
    }

    /** What the last node gives is the output of the graph. */
    private void nameOutput() {
        var last = nodes.removeLast();
        nodes.add(Node.of(last.name(), last.operator(), last.inputs(), OUTPUT, last.attributes()));
    }
}
