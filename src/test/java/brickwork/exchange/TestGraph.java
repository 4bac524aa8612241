package brickwork.exchange;

import brickwork.engine.EngineOptions;
import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Graph;
import brickwork.exchange.OnnxModel.Node;
import brickwork.exchange.OnnxModel.Value;
import brickwork.model.Precision;
import brickwork.plan.Planner;
import brickwork.store.BrokenFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An ONNX graph that is written node by node, from {@code x} to the output of the last node. */
final class TestGraph {

    static final Path FILE = Path.of("net.onnx");

    private final List<Node> nodes = new ArrayList<>();
    private final List<OnnxTensor> constants = new ArrayList<>();
    private final List<Long> shape;
    private long opset = 17;
    private long type = OnnxFields.Tensor.TYPE_FLOAT;

    private TestGraph(List<Long> shape) {
        this.shape = shape;
    }

    /** Extents beside the batch. */
    static TestGraph of(long... extents) {
        var shape = new ArrayList<>(List.of(Value.ANY));
        Arrays.stream(extents).forEach(shape::add);
        return new TestGraph(shape);
    }

    TestGraph opset(long version) {
        opset = version;
        return this;
    }

    TestGraph doubles() {
        type = OnnxFields.Tensor.TYPE_DOUBLE;
        return this;
    }

    TestGraph constant(String name, List<Long> extents, double... values) {
        constants.add(new OnnxTensor(name, type, extents, values));
        return this;
    }

    TestGraph constant(OnnxTensor tensor) {
        constants.add(tensor);
        return this;
    }

    /** {@code "y = Gemm x w b"}, attributes apart. */
    TestGraph node(String text, Map<String, Attribute> attributes) {
        var words = List.of(text.split(" "));
        nodes.add(Node.of("n" + (nodes.size() + 1), words.get(2), words.subList(3, words.size()), words.get(0), attributes));
        return this;
    }

    TestGraph node(String text) {
        return node(text, Map.of());
    }

    TestGraph node(Node node) {
        nodes.add(node);
        return this;
    }

    static Map<String, Attribute> whole(String name, long value) {
        return Map.of(name, new Attribute.Whole(value));
    }

    static Map<String, Attribute> real(String name, double value) {
        return Map.of(name, new Attribute.Real((float) value));
    }

    byte[] bytes() {
        var output = nodes.getLast().outputs().getFirst();
        var graph = new Graph(nodes, constants, List.of(new Value("x", type, shape)), List.of(new Value(output, type, List.of())));
        var bytes = new ByteArrayOutputStream();
        try {
            OnnxWriter.write(new OnnxModel(opset, graph, new TreeMap<>()), "test").writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    ImportedModel read() {
        return OnnxImport.read(FILE, bytes());
    }

    /** What the network that is read makes of a row. */
    double[] outputs(double... row) {
        return outputs(read(), row);
    }

    static double[] outputs(ImportedModel imported, double... row) {
        var model = imported.model();
        var scaled = row.clone();
        model.scaling().apply(scaled);
        var outputs = new double[model.network().outputs()];
        try (var engine = EngineOptions.standard().open(model.network(), Planner.plan(model.network(), 1))) {
            engine.setParameters(model.parameters());
            engine.predictor().predict(scaled, outputs);
        }
        return outputs;
    }

    /** The layers of a spec, without its comment, precision and loss. */
    static List<String> layers(ImportedModel imported) {
        return imported.spec().lines().filter(line -> line.startsWith("layer ")).toList();
    }

    static Precision precision(ImportedModel imported) {
        return imported.model().network().precision();
    }
}
