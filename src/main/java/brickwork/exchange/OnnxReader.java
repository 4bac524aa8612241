package brickwork.exchange;

import brickwork.exchange.OnnxFields.Entry;
import brickwork.exchange.OnnxFields.OperatorSet;
import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Graph;
import brickwork.exchange.OnnxModel.Node;
import brickwork.exchange.OnnxModel.Value;
import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads ONNX models. Fields that say nothing about the numbers, such as documentation, are passed over; what would change them and is not
 * read, such as sparse initializers, is refused. So many things are read at most that a file of small parts takes no more memory than one
 * of numbers.
 */
final class OnnxReader {

    /** Of nodes, constants, names, attributes and extents together. */
    private static final int MOST_PARTS = 1_000_000;

    private static final String FOREIGN = "export the network again, with its standard operators and numbers alone";

    private int parts;

    private OnnxReader() {}

    /** @throws BrokenFileException where the bytes are no ONNX model */
    static OnnxModel read(Path file, byte[] bytes) {
        return new OnnxReader().model(MessageReader.of(file, bytes, "the model"), file);
    }

    private OnnxModel model(MessageReader in, Path file) {
        var opset = 0L;
        Graph graph = null;
        var metadata = new TreeMap<String, String>();
        while (in.next()) {
            switch (in.field()) {
                case OnnxFields.Model.GRAPH -> {
                    if (graph != null) {
                        throw in.fault("a second graph");
                    }
                    graph = graph(in.message("the graph"));
                }
                case OnnxFields.Model.OPERATOR_SET -> opset = Math.max(opset, operatorSet(in.message("an operator set")));
                case OnnxFields.Model.METADATA -> entry(counted(in).message("an entry of the metadata"), metadata);
                case OnnxFields.Model.FUNCTIONS, OnnxFields.Model.TRAINING ->
                        throw in.fault("the model has functions or a training of its own, which are not read", FOREIGN);
                default -> {}
            }
        }
        if (graph == null) {
            throw new BrokenFileException(file, "it holds no ONNX graph", "name an ONNX file");
        }
        return new OnnxModel(opset, graph, metadata);
    }

    /** The version of the standard operators; 0 for those of another domain, whose nodes are refused one by one. */
    private static long operatorSet(MessageReader in) {
        var domain = "";
        var version = 0L;
        while (in.next()) {
            switch (in.field()) {
                case OperatorSet.DOMAIN -> domain = in.text();
                case OperatorSet.VERSION -> version = in.number();
                default -> {}
            }
        }
        return OnnxOperator.isStandard(domain) ? version : 0;
    }

    private static void entry(MessageReader in, Map<String, String> metadata) {
        var key = "";
        var value = "";
        while (in.next()) {
            switch (in.field()) {
                case Entry.KEY -> key = in.text();
                case Entry.VALUE -> value = in.text();
                default -> {}
            }
        }
        metadata.put(key, value);
    }

    private Graph graph(MessageReader in) {
        var nodes = new ArrayList<Node>();
        var constants = new ArrayList<OnnxTensor>();
        var inputs = new ArrayList<Value>();
        var outputs = new ArrayList<Value>();
        while (in.next()) {
            switch (in.field()) {
                case OnnxFields.Graph.NODE -> nodes.add(node(counted(in).message("a node")));
                case OnnxFields.Graph.INITIALIZER -> constants.add(tensor(counted(in).message("an initializer")));
                case OnnxFields.Graph.INPUT -> inputs.add(value(counted(in).message("an input")));
                case OnnxFields.Graph.OUTPUT -> outputs.add(value(counted(in).message("an output")));
                case OnnxFields.Graph.SPARSE_INITIALIZER ->
                        throw in.fault("the graph has a sparse initializer, which is not read", FOREIGN);
                default -> {}
            }
        }
        return new Graph(nodes, constants, inputs, outputs);
    }

    private Node node(MessageReader in) {
        var name = "";
        var operator = "";
        var domain = "";
        var inputs = new ArrayList<String>();
        var outputs = new ArrayList<String>();
        var attributes = new HashMap<String, Attribute>();
        while (in.next()) {
            switch (in.field()) {
                case OnnxFields.Node.INPUT -> inputs.add(counted(in).text());
                case OnnxFields.Node.OUTPUT -> outputs.add(counted(in).text());
                case OnnxFields.Node.NAME -> name = in.text();
                case OnnxFields.Node.OPERATOR -> operator = in.text();
                case OnnxFields.Node.DOMAIN -> domain = in.text();
                case OnnxFields.Node.ATTRIBUTE -> attribute(counted(in).message("an attribute"), attributes);
                default -> {}
            }
        }
        return new Node(name, operator, domain, inputs, outputs, attributes);
    }

    private void attribute(MessageReader in, Map<String, Attribute> attributes) {
        var name = "";
        Attribute attribute = new Attribute.Other();
        while (in.next()) {
            switch (in.field()) {
                case OnnxFields.Attribute.NAME -> name = in.text();
                case OnnxFields.Attribute.FLOAT -> attribute = new Attribute.Real(in.single());
                case OnnxFields.Attribute.INT -> attribute = new Attribute.Whole(in.number());
                case OnnxFields.Attribute.TEXT -> attribute = new Attribute.Text(in.text());
                case OnnxFields.Attribute.TENSOR -> attribute = new Attribute.Tensor(tensor(in.message("the tensor of an attribute")));
                case OnnxFields.Attribute.FLOATS -> {
                    var numbers = new TensorNumbers();
                    if (attribute instanceof Attribute.Reals(var before)) {
                        numbers.add(before);
                    }
                    numbers.singles(in);
                    attribute = new Attribute.Reals(numbers.values());
                }
                default -> {}
            }
        }
        if (attributes.put(name, attribute) != null) {
            throw in.fault("an attribute stands twice: " + ForeignName.shown(name));
        }
    }

    private OnnxTensor tensor(MessageReader in) {
        var name = "";
        var type = 0L;
        var shape = new ArrayList<Long>();
        var numbers = new TensorNumbers();
        while (in.next()) {
            switch (in.field()) {
                case OnnxFields.Tensor.NAME -> name = in.text();
                case OnnxFields.Tensor.TYPE -> type = in.number();
                case OnnxFields.Tensor.EXTENT -> extents(in, shape);
                case OnnxFields.Tensor.FLOATS -> numbers.singles(in);
                case OnnxFields.Tensor.DOUBLES -> numbers.doubles(in);
                case OnnxFields.Tensor.RAW -> numbers.raw(in.content());
                case OnnxFields.Tensor.SEGMENT -> throw in.fault("a tensor comes in segments, which are not read", FOREIGN);
                case OnnxFields.Tensor.EXTERNAL, OnnxFields.Tensor.LOCATION -> requireInside(in);
                default -> {}
            }
        }
        if (OnnxTensor.precisionOf(type).isEmpty()) {
            return new OnnxTensor(name, type, shape, new double[0]);
        }
        return numbers.tensor(in, name, type, shape);
    }

    private static void requireInside(MessageReader in) {
        if (in.field() == OnnxFields.Tensor.EXTERNAL || in.number() != 0) {
            throw in.fault("the numbers of a tensor stand in another file, which is not read",
                    "save the model with all its data in one file");
        }
    }

    private void extents(MessageReader in, List<Long> shape) {
        for (var extent : in.wholes()) {
            counted(in);
            if (extent < 0) {
                throw in.fault("a tensor has an extent of " + extent);
            }
            shape.add(extent);
        }
    }

    private Value value(MessageReader in) {
        var name = "";
        var value = new Value("", 0, List.of());
        while (in.next()) {
            switch (in.field()) {
                case OnnxFields.Value.NAME -> name = in.text();
                case OnnxFields.Value.TYPE -> {
                    var type = in.message("a type");
                    while (type.next()) {
                        if (type.field() == OnnxFields.Value.TYPE_TENSOR) {
                            value = tensorType(type.message("the type of a tensor"));
                        }
                    }
                }
                default -> {}
            }
        }
        return new Value(name, value.type(), value.shape());
    }

    private Value tensorType(MessageReader in) {
        var element = 0L;
        var extents = new ArrayList<Long>();
        while (in.next()) {
            switch (in.field()) {
                case OnnxFields.Value.ELEMENT -> element = in.number();
                case OnnxFields.Value.SHAPE -> {
                    var shape = in.message("a shape");
                    while (shape.next()) {
                        if (shape.field() == OnnxFields.Value.DIMENSION) {
                            extents.add(extent(counted(shape).message("an extent")));
                        }
                    }
                }
                default -> {}
            }
        }
        return new Value("", element, extents);
    }

    private static long extent(MessageReader in) {
        var extent = Value.ANY;
        while (in.next()) {
            if (in.field() == OnnxFields.Value.DIMENSION_SIZE) {
                extent = in.number();
            }
        }
        return extent;
    }

    private MessageReader counted(MessageReader in) {
        parts++;
        if (parts > MOST_PARTS) {
            throw in.fault("the model has more than " + MOST_PARTS + " nodes, names and tensors", "use a smaller network");
        }
        return in;
    }
}
