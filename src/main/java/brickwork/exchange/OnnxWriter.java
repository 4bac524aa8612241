package brickwork.exchange;

import brickwork.exchange.OnnxFields.Entry;
import brickwork.exchange.OnnxFields.OperatorSet;
import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Graph;
import brickwork.exchange.OnnxModel.Node;
import brickwork.exchange.OnnxModel.Value;
import brickwork.model.Precision;

/** Writes ONNX models; the same model always gives the same bytes. */
final class OnnxWriter {

    /** Of the file's form: that of ONNX 1.12, which every runtime since reads. */
    private static final int IR_VERSION = 8;

    private static final String PRODUCER = "brickwork";
    /** What an open extent is called. */
    private static final String BATCH = "batch";

    private OnnxWriter() {}

    static MessageWriter write(OnnxModel model, String version) {
        var message = new MessageWriter().number(OnnxFields.Model.IR_VERSION, IR_VERSION).text(OnnxFields.Model.PRODUCER, PRODUCER)
                .text(OnnxFields.Model.PRODUCER_VERSION, version).message(OnnxFields.Model.GRAPH, graph(model.graph()))
                .message(OnnxFields.Model.OPERATOR_SET,
                        new MessageWriter().text(OperatorSet.DOMAIN, "").number(OperatorSet.VERSION, model.opset()));
        model.metadata().forEach((key, value) -> message.message(OnnxFields.Model.METADATA,
                new MessageWriter().text(Entry.KEY, key).text(Entry.VALUE, value)));
        return message;
    }

    private static MessageWriter graph(Graph graph) {
        var message = new MessageWriter();
        graph.nodes().forEach(node -> message.message(OnnxFields.Graph.NODE, node(node)));
        message.text(OnnxFields.Graph.NAME, PRODUCER);
        graph.constants().forEach(constant -> message.message(OnnxFields.Graph.INITIALIZER, tensor(constant)));
        graph.inputs().forEach(input -> message.message(OnnxFields.Graph.INPUT, value(input)));
        graph.outputs().forEach(output -> message.message(OnnxFields.Graph.OUTPUT, value(output)));
        return message;
    }

    private static MessageWriter node(Node node) {
        var message = new MessageWriter();
        node.inputs().forEach(input -> message.text(OnnxFields.Node.INPUT, input));
        node.outputs().forEach(output -> message.text(OnnxFields.Node.OUTPUT, output));
        message.text(OnnxFields.Node.NAME, node.name()).text(OnnxFields.Node.OPERATOR, node.operator());
        node.attributes().forEach((name, attribute) -> message.message(OnnxFields.Node.ATTRIBUTE, attribute(name, attribute)));
        return node.domain().isEmpty() ? message : message.text(OnnxFields.Node.DOMAIN, node.domain());
    }

    private static MessageWriter attribute(String name, Attribute attribute) {
        var message = new MessageWriter().text(OnnxFields.Attribute.NAME, name);
        return switch (attribute) {
            case Attribute.Real(var value) -> message.single(OnnxFields.Attribute.FLOAT, (float) value)
                    .number(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_FLOAT);
            case Attribute.Whole(var value) -> message.number(OnnxFields.Attribute.INT, value)
                    .number(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_INT);
            case Attribute.Text(var value) -> message.text(OnnxFields.Attribute.TEXT, value)
                    .number(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_TEXT);
            case Attribute.Tensor(var value) -> message.message(OnnxFields.Attribute.TENSOR, tensor(value))
                    .number(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_TENSOR);
            case Attribute.Reals(var values) -> message.numbers(OnnxFields.Attribute.FLOATS, Precision.F32, values)
                    .number(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_FLOATS);
            case Attribute.Other _ -> throw new IllegalArgumentException("an attribute of another kind cannot be written: " + name);
        };
    }

    private static MessageWriter tensor(OnnxTensor tensor) {
        var precision = OnnxTensor.precisionOf(tensor.type())
                .orElseThrow(
                        () -> new IllegalArgumentException("numbers of type " + tensor.type() + " cannot be written: " + tensor.name()));
        var message = new MessageWriter();
        tensor.shape().forEach(extent -> message.number(OnnxFields.Tensor.EXTENT, extent));
        return message.number(OnnxFields.Tensor.TYPE, tensor.type()).text(OnnxFields.Tensor.NAME, tensor.name())
                .numbers(OnnxFields.Tensor.RAW, precision, tensor.values());
    }

    private static MessageWriter value(Value value) {
        var shape = new MessageWriter();
        value.shape().forEach(extent -> shape.message(OnnxFields.Value.DIMENSION, extent == Value.ANY
                ? new MessageWriter().text(OnnxFields.Value.DIMENSION_NAME, BATCH)
                : new MessageWriter().number(OnnxFields.Value.DIMENSION_SIZE, extent)));
        var tensor = new MessageWriter().number(OnnxFields.Value.ELEMENT, value.type()).message(OnnxFields.Value.SHAPE, shape);
        return new MessageWriter().text(OnnxFields.Value.NAME, value.name())
                .message(OnnxFields.Value.TYPE, new MessageWriter().message(OnnxFields.Value.TYPE_TENSOR, tensor));
    }
}
