package brickwork.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of an ONNX file matters here.
 *
 * @param opset    version of the standard operators
 * @param graph    the network
 * @param metadata {@code metadata_props}
 */
record OnnxModel(long opset, Graph graph, SortedMap<String, String> metadata) {

    OnnxModel {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /**
     * Operators and the numbers they work with.
     *
     * @param nodes     each after those whose outputs it takes
     * @param constants its initializers
     * @param inputs    of the graph; old files name the initializers among them
     * @param outputs   of the graph
     */
    record Graph(List<Node> nodes, List<OnnxTensor> constants, List<Value> inputs, List<Value> outputs) {

        Graph {
            nodes = List.copyOf(nodes);
            constants = List.copyOf(constants);
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        /** How many numbers there are, in initializers and nodes. */
        long numbers() {
            var ofNodes = nodes.stream().flatMap(node -> node.attributes().values().stream()).mapToLong(attribute -> switch (attribute) {
                case Attribute.Tensor(var tensor) -> tensor.values().length;
                case Attribute.Reals(var values) -> values.length;
                case Attribute.Real _, Attribute.Whole _, Attribute.Text _, Attribute.Other _ -> 1;
            }).sum();
            return ofNodes + constants.stream().mapToLong(constant -> constant.values().length).sum();
        }
    }

    /**
     * An operator at its place.
     *
     * @param name       of the node; may be empty
     * @param operator   {@code Gemm}
     * @param domain     whose operator it is; empty for the standard ones
     * @param inputs     names of values; an empty one is left out
     * @param outputs    names of values
     * @param attributes by name
     */
    record Node(String name, String operator, String domain, List<String> inputs, List<String> outputs,
            Map<String, Attribute> attributes) {

        Node {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        }

        /** A standard operator of one output. */
        static Node of(String name, String operator, List<String> inputs, String output, Map<String, Attribute> attributes) {
            return new Node(name, operator, "", inputs, List.of(output), attributes);
        }
    }

    /** What a node is told beside its inputs. */
    sealed interface Attribute {

        /** Written in single precision, as ONNX has it. */
        record Real(double value) implements Attribute {}

        record Whole(long value) implements Attribute {}

        record Text(String value) implements Attribute {}

        record Reals(double[] values) implements Attribute {}

        record Tensor(OnnxTensor value) implements Attribute {}

        /** One that no operator here has. */
        record Other() implements Attribute {}
    }

    /**
     * A value that goes into a graph or comes out of it.
     *
     * @param name  of the value
     * @param type  of its numbers, by the format's number for it; 0 where it is not said
     * @param shape its extents, {@link #ANY} for one that is open; empty where no shape is said
     */
    record Value(String name, long type, List<Long> shape) {

        /** An extent that is open, as that of the batch is. */
        static final long ANY = -1;

        Value {
            shape = List.copyOf(shape);
        }
    }
}
