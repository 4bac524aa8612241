package brickwork.exchange;

import static brickwork.exchange.TestGraph.real;
import static brickwork.exchange.TestGraph.whole;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Node;
import brickwork.store.BrokenFileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a chain of dense layers cannot be is refused by the name of its node. */
class OnnxRefusalTest {

    private static TestGraph withLayer() {
        return TestGraph.of(2).constant("w", List.of(2L, 3L), 1, 2, 3, 4, 5, 6).constant("c", List.of(3L), 1, 2, 0).node("z = Gemm x w");
    }

    private static void refused(TestGraph graph, String message) {
        assertThatThrownBy(graph::read).isInstanceOf(BrokenFileException.class).hasMessageContaining("net.onnx: " + message);
    }

    @Test
    void operatorsThatNoLayerIs() {
        refused(withLayer().node("y = Conv z c"), "node \"n2\" (Conv): a network here has no such operator; "
                + "export a network of dense layers with activations in between");
        refused(withLayer().node("y = Relu6 z"), "node \"n2\" (Relu6): ");
        refused(withLayer().node(new Node("", "Relu", "my.domain", List.of("z"), List.of("y"), Map.of())),
                "node 2 (my.domain.Relu): its operator is none of the standard ones");
        refused(withLayer().node("t = Transpose c").node("y = Add z t"), "node \"n2\" (Transpose): it does not take \"z\"");
    }

    @Test
    void graphsThatAreNoChain() {
        refused(withLayer().node("a = Relu z").node("y = Add z a"), "node \"n2\" (Relu): its input \"z\" goes to 2 nodes");
        refused(withLayer().node("y = Mul z z"), "node \"n2\" (Mul): its input \"z\" is no constant of the graph");
        refused(withLayer().node("y = Relu x"), "node \"n1\" (Gemm): its input \"x\" goes to 2 nodes");
        refused(withLayer().node("s = Sigmoid z").node("t = Tanh s").node("y = Mul z t"), "node \"n2\" (Sigmoid): its input \"z\" goes");
        refused(withLayer().node("c = Relu z"), "node \"n2\" (Relu): it gives \"c\", which is there already");
    }

    @Test
    void whatIsNoGelu() {
        var graph = withLayer().constant("root", List.of(), 1.5).constant("one", List.of(), 1).constant("half", List.of(), 0.5)
                .node("p = Div z root").node("q = Erf p").node("r = Add q one").node("s = Mul z r").node("y = Mul s half");
        refused(graph, "node \"n2\" (Div): its input \"z\" goes to 2 nodes, which are no silu, mish or gelu together");
    }

    @Test
    void attributesThatMeanSomethingElse() {
        refused(TestGraph.of(2).constant("w", List.of(2L, 3L), 1, 2, 3, 4, 5, 6).node("y = Gemm x w", whole("transA", 1)),
                "node \"n1\" (Gemm): its transA is read as 0 alone");
        refused(withLayer().node("y = Relu z", real("slope", 1)), "node \"n2\" (Relu): its attribute \"slope\" is not read");
        refused(withLayer().node("y = Selu z", real("alpha", 1)), "node \"n2\" (Selu): its alpha is read as 1.67");
        refused(withLayer().opset(20).node("y = Gelu z", Map.of("approximate", new Attribute.Text("tanh"))),
                "node \"n2\" (Gelu): its approximate is read as none alone");
        refused(withLayer().node("y = Softmax z", whole("axis", 0)),
                "node \"n2\" (Softmax): its axis is read as that of the columns alone");
        refused(withLayer().node("y = Flatten z", whole("axis", 0)), "node \"n2\" (Flatten): its axis is read as 1 alone");
        refused(withLayer().node("y = LeakyRelu z", whole("alpha", 0)), "node \"n2\" (LeakyRelu): its alpha is no finite number");
        refused(withLayer().node("y = BatchNormalization z c c c c", whole("training_mode", 1)),
                "node \"n2\" (BatchNormalization): its training_mode is read as 0 alone");
    }

    @Test
    void numbersThatDoNotFit() {
        refused(withLayer().node("y = Gemm z w"), "node \"n2\" (Gemm): its constant \"w\" of shape [2, 3] takes no rows of 3 numbers");
        refused(withLayer().constant("two", List.of(2L), 1, 2).node("y = Add z two"),
                "node \"n2\" (Add): its constant \"two\" of shape [2] does not fit columns of shape [3]");
        refused(withLayer().constant("rows", List.of(3L, 3L), 1, 2, 3, 4, 5, 6, 7, 8, 9).node("y = Add z rows"),
                "node \"n2\" (Add): its constant \"rows\" of shape [3, 3] does not fit");
        refused(withLayer().node("y = Div z c"), "node \"n2\" (Div): it divides by 0");
        refused(withLayer().node("y = Sub c z"), "node \"n2\" (Sub): what comes to it is its second operand, and should be its first");
        refused(withLayer().constant("minus", List.of(3L), 1, 1, -1).node("y = BatchNormalization z c c c minus"),
                "node \"n2\" (BatchNormalization): its variance -1.0 is below 0");
        refused(withLayer().constant("large", List.of(), 3e38).node("m = Mul z large").node("y = Mul m large"),
                "layer1.weight would hold ");
    }

    @Test
    void modelsThatNeedMoreThanThisFile() {
        refused(withLayer().opset(6).node("y = Relu z"), "it asks for version 6 of the standard operators, and 7 to 28 are read");
        refused(withLayer().opset(99).node("y = Relu z"), "it asks for version 99 ");
        refused(withLayer().constant(new OnnxTensor("c", OnnxFields.Tensor.TYPE_FLOAT, List.of(), new double[1])),
                "two initializers are called \"c\"");
        refused(TestGraph.of(1_000_000_000).constant("w", List.of(1L, 1L), 1).node("y = Gemm x w"), "its input \"x\" is not of a shape");
        refused(TestGraph.of(-1).constant("w", List.of(1L, 1L), 1).node("y = Gemm x w"), "its input \"x\" is not of a shape");
        refused(TestGraph.of().constant("w", List.of(1L, 1L), 1).node("y = Gemm x w"), "its input \"x\" is not of a shape");
        refused(withLayer().doubles().constant("d", List.of(), 1).node("y = Add z d"),
                "node \"n1\" (Gemm): its input \"w\" is not of the type of the network's input, f64");
    }

    @Test
    void softmaxInside() {
        refused(withLayer().node("s = Softmax z").node("y = Relu s"),
                "node \"n3\" (Relu): it stands behind softmax, which is the last of a network here");
    }

    @Test
    void longNamesAreCut() {
        var name = "n\n" + "x".repeat(10_000);
        assertThatThrownBy(withLayer().node(new Node(name, "Loop", "", List.of("z"), List.of("y"), Map.of()))::read)
                .hasMessageContaining("node \"n\\nxxx").hasMessageContaining("…\" (Loop)").message().hasSizeLessThan(250);
    }
}
