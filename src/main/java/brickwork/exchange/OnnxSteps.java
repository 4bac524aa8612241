package brickwork.exchange;

import brickwork.exchange.OnnxModel.Value;
import brickwork.model.Activation;
import brickwork.model.Arguments;
import brickwork.model.Language;
import brickwork.model.OperatorForm;
import brickwork.model.Parameter;
import brickwork.model.Precision;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Takes the operators of a chain one after the other, each by what the ONNX standard says of it. */
final class OnnxSteps {

    private final OnnxConstants constants;
    private final LayerAssembly assembly;
    private final Precision precision;
    private String current;
    /** Of what comes to the next operator, the batch left out. */
    private List<Long> shape;

    /** @param input of float or double numbers, whose shape has a batch and known extents that are no more than an array holds */
    OnnxSteps(Path file, Value input, OnnxConstants constants) {
        this.constants = constants;
        this.precision = OnnxTensor.precisionOf(input.type()).orElseThrow();
        this.current = input.name();
        this.shape = input.shape().stream().skip(1).toList();
        this.assembly = new LayerAssembly(file, shape.stream().mapToInt(Math::toIntExact).reduce(1, Math::multiplyExact), precision,
                constants.numbers());
    }

    /** The name of the value that comes to the next operator. */
    String current() {
        return current;
    }

    LayerAssembly assembly() {
        return assembly;
    }

    /** Takes an operator whose inputs have {@link #current} among them. */
    void take(OnnxOperator operator, long opset) {
        switch (operator.name()) {
            case "Gemm" -> gemm(operator);
            case "MatMul" -> product(operator);
            case "Add", "Sub", "Mul", "Div" -> columns(operator);
            case "BatchNormalization" -> normalization(operator);
            case "Flatten" -> flatten(operator);
            case "Identity" -> operator.requireNothingElse(1, 1);
            case "Dropout" -> dropout(operator);
            default -> assembly.activate(operator.title(), activation(operator, opset));
        }
        if (constants.has(operator.output())) {
            throw operator.refuse("it gives " + ForeignName.shown(operator.output()) + ", which is there already");
        }
        current = operator.output();
    }

    /** Takes an activation that several operators write together. */
    void activate(OnnxOperator first, Activation activation, String output) {
        assembly.activate(first.title(), activation);
        current = output;
    }

    /** alpha·A·B + beta·C, A of shape [batch, inputs], B of shape [inputs, units] or, transposed, [units, inputs]. */
    private void gemm(OnnxOperator operator) {
        operator.require("transA", 0);
        var transposed = operator.whole("transB", 0) != 0;
        var alpha = operator.real("alpha", 1);
        var beta = operator.real("beta", 1);
        operator.requireNothingElse(3, 1);
        if (shape.size() != 1) {
            throw operator.refuse("its input has " + (shape.size() + 1) + " extents, and should have 2");
        }
        var weights = weights(operator, transposed);
        var units = weights.length / assembly.width();
        if (alpha != 1) {
            Arrays.setAll(weights, i -> weights[i] * alpha);
        }
        Optional<double[]> bias = Optional.empty();
        if (!operator.input(2).isEmpty()) {
            var numbers = OnnxConstants.columns(operator, constants.require(operator, 2, precision), List.of((long) units));
            Arrays.setAll(numbers, k -> beta == 1 ? numbers[k] : beta * numbers[k]);
            bias = Optional.of(numbers);
        }
        dense(operator, weights, bias);
    }

    /** A·B, A of shape [batch, inputs] or with extents of 1 between, B of shape [inputs, units]. */
    private void product(OnnxOperator operator) {
        operator.requireNothingElse(2, 1);
        if (shape.getLast() != assembly.width()) {
            throw operator.refuse("its input is of shape " + shape + " beside the batch, and is read as a row alone");
        }
        dense(operator, weights(operator, false), Optional.empty());
    }

    private void dense(OnnxOperator operator, double[] weights, Optional<double[]> bias) {
        var units = weights.length / assembly.width();
        assembly.dense(operator.title(), units, weights, bias);
        shape = Stream.concat(shape.stream().limit(shape.size() - 1L), Stream.of((long) units)).toList();
    }

    /** The second input as [units, inputs], a copy. */
    private double[] weights(OnnxOperator operator, boolean transposed) {
        if (!operator.input(0).equals(current)) {
            throw operator.refuse("what comes to it is its second factor, and should be its first");
        }
        var constant = constants.require(operator, 1, precision);
        var inputs = assembly.width();
        var fits = constant.shape().size() == 2 && constant.shape().get(transposed ? 1 : 0) == inputs && constant.values().length > 0;
        if (!fits) {
            throw operator.refuse("its constant " + ForeignName.shown(constant.name()) + " of shape " + constant.shape()
                    + " takes no rows of " + inputs + " numbers");
        }
        if (transposed) {
            return constant.values().clone();
        }
        var units = constant.values().length / inputs;
        var weights = new double[constant.values().length];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = constant.values()[i % inputs * units + i / inputs];
        }
        return weights;
    }

    private void columns(OnnxOperator operator) {
        operator.requireNothingElse(2, 1);
        var first = operator.input(0).equals(current);
        var values = OnnxConstants.columns(operator, constants.require(operator, first ? 1 : 0, precision), shape);
        if (!first && (operator.name().equals("Sub") || operator.name().equals("Div"))) {
            throw operator.refuse("what comes to it is its second operand, and should be its first");
        }
        switch (operator.name()) {
            case "Add" -> assembly.add(operator.title(), values);
            case "Sub" -> assembly.add(operator.title(), Arrays.stream(values).map(v -> -v).toArray());
            case "Mul" -> assembly.multiply(operator.title(), values);
            default -> assembly.divide(operator.title(), values);
        }
    }

    /** (x - mean)/√(variance + epsilon)·gamma + beta, column by column, with the mean and variance that the file holds. */
    private void normalization(OnnxOperator operator) {
        var epsilon = decimal(operator.real("epsilon", 1e-5f));
        var kept = BigDecimal.valueOf(decimal(operator.real("momentum", 0.9f)));
        operator.require("training_mode", 0);
        operator.require("spatial", 1);
        operator.requireNothingElse(5, 1);
        if (shape.size() != 1 || !operator.input(0).equals(current)) {
            throw operator.refuse("what comes to it is no row of columns");
        }
        if (kept.signum() < 0 || kept.compareTo(BigDecimal.ONE) > 0) {
            throw operator.refuse("its momentum is not between 0 and 1");
        }
        var parts = new double[4][];
        for (var i = 0; i < parts.length; i++) {
            parts[i] = OnnxConstants.columns(operator, constants.require(operator, i + 1, precision), shape);
        }
        for (var variance : parts[3]) {
            if (!(variance + epsilon > 0)) {
                throw operator.refuse("its variance " + variance + " is below 0");
            }
        }
        assembly.normalise(operator.title(), new LayerDraft.Norm(parts[0], parts[1], parts[2], parts[3],
                BigDecimal.ONE.subtract(kept).doubleValue(), epsilon));
    }

    private void flatten(OnnxOperator operator) {
        var axis = operator.whole("axis", 1);
        operator.requireNothingElse(1, 1);
        if (axis != 1 && axis != -shape.size()) {
            throw operator.refuse("its axis is read as 1 alone, so that the batch stays");
        }
        shape = List.of((long) assembly.width());
    }

    private void dropout(OnnxOperator operator) {
        operator.ignore("ratio");
        operator.ignore("seed");
        operator.requireNothingElse(2, 2);
        if (!operator.input(0).equals(current)) {
            throw operator.refuse("what comes to it is no row of columns");
        }
    }

    private Activation activation(OnnxOperator operator, long opset) {
        var activation = switch (operator.name()) {
            case "Gelu" -> gelu(operator);
            case "Softmax" -> softmax(operator, opset);
            case String name -> elementwise(operator, name);
        };
        operator.requireNothingElse(1, 1);
        return activation;
    }

    /** For single precision the shortest decimal number that is the same there. */
    private double decimal(double single) {
        return precision == Precision.F32 ? Double.parseDouble(Float.toString((float) single)) : single;
    }

    /** An activation that has a single operator; where ONNX and the language both leave a number out, they mean the same. */
    private Activation elementwise(OnnxOperator operator, String name) {
        for (var definition : Language.ACTIVATIONS.definitions()) {
            var example = definition.example();
            if (example.operators() instanceof OperatorForm.Single(var single, var numbers) && single.equals(name)) {
                return definition.parameters().isEmpty() ? constant(operator, example, numbers)
                        : definition.make(arguments(operator, definition.parameters().getFirst(), numbers));
            }
            if (example.operators() instanceof OperatorForm.TimesZ(_, var later) && later.equals(Optional.of(name))) {
                return example;
            }
        }
        throw operator.refuse("a network here has no such operator");
    }

    private Arguments arguments(OnnxOperator operator, Parameter parameter, Map<String, Double> numbers) {
        var standard = numbers.entrySet().iterator().next();
        return Arguments.NONE.with(parameter, decimal(operator.real(standard.getKey(), standard.getValue().floatValue())));
    }

    private static Activation constant(OnnxOperator operator, Activation activation, Map<String, Double> numbers) {
        for (var number : new TreeMap<>(numbers).entrySet()) {
            var standard = number.getValue().floatValue();
            if ((float) operator.real(number.getKey(), standard) != standard) {
                throw operator.refuse("its " + number.getKey() + " is read as " + number.getValue() + " alone");
            }
        }
        return activation;
    }

    private static Activation gelu(OnnxOperator operator) {
        operator.require("approximate", "none");
        return new Activation.Gelu();
    }

    /** Over the last axis; before version 13 of the operators over all axes from the given one on, which is 1 where nothing is said. */
    private Activation softmax(OnnxOperator operator, long opset) {
        var axis = operator.whole("axis", opset < 13 ? 1 : -1);
        if (shape.getLast() != assembly.width() || axis != -1 && axis != shape.size()) {
            throw operator.refuse("its axis is read as that of the columns alone");
        }
        return new Activation.Softmax();
    }
}
