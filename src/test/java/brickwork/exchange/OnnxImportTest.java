package brickwork.exchange;

import static brickwork.exchange.TestGraph.layers;
import static brickwork.exchange.TestGraph.real;
import static brickwork.exchange.TestGraph.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.data.FittedScaling;
import brickwork.exchange.OnnxModel.Attribute;
import brickwork.exchange.OnnxModel.Node;
import brickwork.model.Precision;
import brickwork.store.BrokenFileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operators that are read mean, with numbers that can be followed by hand. */
class OnnxImportTest {

    /** [inputs, units] = [2, 3]; transposed it is [[1, 3, 5], [2, 4, 6]] by rows of units. */
    private static TestGraph withWeights() {
        return TestGraph.of(2).constant("w", List.of(2L, 3L), 1, 2, 3, 4, 5, 6).constant("v", List.of(3L, 2L), 1, 4, 2, 5, 3, 6)
                .constant("b", List.of(3L), 10, 20, 30);
    }

    @Test
    void aDenseLayerIsGemmEitherWayOrProductAndSum() {
        var expected = new double[] {1 + 8 + 10, 2 + 10 + 20, 3 + 12 + 30};
        assertThat(withWeights().node("y = Gemm x w b").outputs(1, 2)).containsExactly(expected);
        assertThat(withWeights().node("y = Gemm x v b", whole("transB", 1)).outputs(1, 2)).containsExactly(expected);
        assertThat(withWeights().node("z = MatMul x w").node("y = Add z b").outputs(1, 2)).containsExactly(expected);
        assertThat(withWeights().node("z = MatMul x w").node("y = Add b z").outputs(1, 2)).containsExactly(expected);
        assertThat(withWeights().node("y = Gemm x w").outputs(1, 2)).containsExactly(9, 12, 15);
        assertThat(layers(withWeights().node("y = Gemm x w").read())).containsExactly("layer 2 -> 3 linear bias none");
    }

    @Test
    void gemmHasFactors() {
        var factors = Map.<String, Attribute>of("alpha", new Attribute.Real(2), "beta", new Attribute.Real(0.5f));
        assertThat(withWeights().node("y = Gemm x w b", factors).outputs(1, 2)).containsExactly(18 + 5, 24 + 10, 30 + 15);
        assertThat(withWeights().constant("one", List.of(), 7).node("y = Gemm x w one").outputs(1, 2)).containsExactly(16, 19, 22);
        assertThat(withWeights().constant("row", List.of(1L, 3L), 1, 2, 3).node("y = Gemm x w row").outputs(1, 2))
                .containsExactly(10, 14, 18);
    }

    @Test
    void whatIsSubtractedAndDividedFirstIsTheScaling() {
        var graph = withWeights().constant("mean", List.of(2L), 5, 6).constant("deviation", List.of(1L, 2L), 2, 4)
                .node("s = Sub x mean").node("d = Div s deviation").node("y = Gemm d w b");
        var read = graph.read();
        assertThat(read.model().scaling()).isEqualTo(FittedScaling.columns(new double[] {5, 6}, new double[] {2, 4}));
        assertThat(read.notes()).isEmpty();
        assertThat(TestGraph.outputs(read, 7, 14)).containsExactly(19, 32, 45);
        var by = withWeights().constant("grey", List.of(), 255).node("d = Div x grey").node("y = Gemm d w b").read();
        assertThat(by.model().scaling()).isEqualTo(FittedScaling.by(255));
    }

    @Test
    void factorsElsewhereAreFoldedIntoTheLayerBesideThem() {
        var before = withWeights().constant("f", List.of(2L), 2, 3).constant("o", List.of(2L), 1, -1).node("m = Mul x f")
                .node("a = Add m o")
                .node("y = Gemm a w b").read();
        assertThat(TestGraph.outputs(before, 0, 1)).containsExactly(19, 32, 45);
        assertThat(before.notes()).containsExactly(
                "folded into the weights of a layer, which are rounded anew: node \"n1\" (Mul), node \"n2\" (Add)");
        var behind = withWeights().constant("f", List.of(), 2).constant("o", List.of(3L), 1, 2, 3).node("z = Gemm x w b")
                .node("m = Mul z f")
                .node("a = Sub m o").node("y = Relu a");
        assertThat(behind.outputs(1, 2)).containsExactly(37, 62, 87);
        assertThat(layers(behind.read())).containsExactly("layer 2 -> 3 relu");
    }

    @Test
    void whatComesBehindAnActivationTakesALayerOfItsOwn() {
        var graph = withWeights().constant("f", List.of(3L), 2, 3, 4).node("z = Gemm x w b").node("a = Relu z").node("y = Mul a f");
        assertThat(graph.outputs(1, 2)).containsExactly(38, 96, 180);
        assertThat(layers(graph.read())).containsExactly("layer 2 -> 3 relu", "layer 3 -> 3 linear bias none");
    }

    @Test
    void batchNormalisationIsFoldedAsItPredicts() {
        var graph = withWeights().constant("gamma", List.of(3L), 2, 3, 4).constant("beta", List.of(3L), 1, 1, 1)
                .constant("mean", List.of(3L), 9, 22, 35).constant("variance", List.of(3L), 4, 9, 16).node("z = Gemm x w b")
                .node("n = BatchNormalization z gamma beta mean variance",
                        Map.of("epsilon", new Attribute.Real(0), "momentum", new Attribute.Real(0.9f)))
                .node("y = Relu n");
        assertThat(graph.outputs(1, 2)).containsExactly(2 * 10 / 2 + 1, 3 * 10 / 3.0 + 1, 4 * 10 / 4.0 + 1);
        assertThat(layers(graph.read())).containsExactly("layer 2 -> 3 relu");
        var first = TestGraph.of(2).constant("gamma", List.of(2L), 1, 1).constant("beta", List.of(2L), 0, 0)
                .constant("mean", List.of(2L), 1, 1).constant("variance", List.of(2L), 1, 1).constant("w", List.of(2L, 1L), 1, 1)
                .node("n = BatchNormalization x gamma beta mean variance").node("y = Gemm n w");
        assertThat(first.outputs(2, 3)[0]).isEqualTo(3 / Math.sqrt(1 + 1e-5), within(1e-6));
    }

    @Test
    void batchNormalisationBehindALayerIsItsOption() {
        var graph = withWeights().constant("gamma", List.of(3L), 2, 3, 4).constant("beta", List.of(3L), 1, 2, 3)
                .constant("mean", List.of(3L), 9, 22, 35).constant("variance", List.of(3L), 3, 8, 15);
        var norm = Map.<String, Attribute>of("epsilon", new Attribute.Real(1), "momentum", new Attribute.Real(0.8f));
        var bare = graph.node("z = MatMul x w").node("n = BatchNormalization z gamma beta mean variance", norm).node("y = Relu n").read();
        assertThat(layers(bare)).containsExactly("layer 2 -> 3 relu norm momentum 0.2 epsilon 1");
        assertThat(bare.notes()).isEmpty();
        assertThat(bare.model().parameters().tensor("layer1.norm.variance").values()).containsExactly(3, 8, 15);
        assertThat(TestGraph.outputs(bare, 10, 20)[0]).isEqualTo((90 - 9) / 2.0 * 2 + 1, within(1e-5));
        var biased = withWeights().constant("c", List.of(3L), 1, 1, 1).node("z = Gemm x w b")
                .node("n = BatchNormalization z c c b c").node("m = Mul n b").node("y = Add m b").read();
        assertThat(layers(biased)).containsExactly("layer 2 -> 3 linear norm momentum 0.1 epsilon 1e-5");
        assertThat(biased.model().parameters().tensor("layer1.norm.mean").values()).as("mean less bias").containsExactly(0, 0, 0);
        assertThat(biased.model().parameters().tensor("layer1.norm.gamma").values()).containsExactly(10, 20, 30);
        assertThat(biased.model().parameters().tensor("layer1.norm.beta").values()).containsExactly(20, 40, 60);
        assertThat(biased.notes()).singleElement().asString().contains("node \"n2\" (BatchNormalization), node \"n3\" (Mul)");
    }

    @Test
    void aPictureOfOneRowIsFlattened() {
        var graph = TestGraph.of(1, 1, 2).constant("mean", List.of(1L, 1L, 1L, 2L), 5, 6).constant("w", List.of(2L, 1L), 1, 10)
                .node("s = Sub x mean").node("f = Flatten s", whole("axis", 1)).node("z = MatMul f w").node("y = Relu z");
        assertThat(graph.outputs(6, 8)).containsExactly(21);
        var tall = TestGraph.of(2, 2).constant("column", List.of(2L, 1L), 1, 2).constant("w", List.of(4L, 1L), 1, 10, 100, 1000)
                .node("s = Sub x column").node("f = Flatten s").node("y = Gemm f w");
        assertThat(tall.outputs(2, 3, 4, 5)).as("rows of two, each less its own number").containsExactly(1 + 20 + 200 + 3000);
    }

    @Test
    void whatDoesNothingInPredictionIsPassedOver() {
        var graph = withWeights().constant("ratio", List.of(), 0.5).node("i = Identity x").node("z = Gemm i w b")
                .node("d = Dropout z ratio")
                .node("y = Identity d");
        assertThat(graph.outputs(1, 2)).containsExactly(19, 32, 45);
        assertThat(layers(graph.read())).containsExactly("layer 2 -> 3 linear");
    }

    @Test
    void constantsMayBeNodes() {
        var w = OnnxTensor.of("", Precision.F32, List.of(2L, 1L), 3, 4);
        var graph = TestGraph.of(2).node(Node.of("c", "Constant", List.of(), "w", Map.of("value", new Attribute.Tensor(w))))
                .node("c = Constant", real("value_float", 7)).node("same = Identity w").node("z = MatMul x same").node("y = Add z c");
        assertThat(graph.outputs(1, 1)).containsExactly(14);
        var floats = TestGraph.of(2).constant("w", List.of(2L, 2L), 1, 0, 0, 1)
                .node("c = Constant", Map.of("value_floats", new Attribute.Reals(new double[] {5, 6}))).node("y = Gemm x w c");
        assertThat(floats.outputs(1, 1)).containsExactly(6, 7);
    }

    @Test
    void activationsKeepTheirNumbers() {
        var graph = withWeights().node("a = LeakyRelu x", real("alpha", 0.2)).node("z = Gemm a w").node("e = Elu z", real("alpha", 0.3))
                .node("y = Softmax e", whole("axis", 1));
        assertThat(layers(graph.read())).containsExactly("layer 2 -> 2 leaky_relu 0.2 bias none", "layer 2 -> 3 elu 0.3 bias none",
                "layer 3 -> 3 softmax bias none");
        assertThat(graph.read().spec()).contains("loss cross_entropy");
        assertThat(layers(withWeights().node("z = Gemm x w").node("y = LeakyRelu z").read()))
                .containsExactly("layer 2 -> 3 leaky_relu 0.01 bias none");
        assertThat(withWeights().node("z = Gemm x w").node("y = Sigmoid z").read().spec()).contains("loss bce");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "p = Div z root;q = Erf p;r = Add q one;s = Mul z r;y = Mul s half",
            "p = Div z root;q = Erf p;r = Add q one;h = Mul z half;y = Mul h r",
            "p = Mul z inverse;q = Erf p;r = Add one q;s = Mul half r;y = Mul s z",
            "p = Div z root;q = Erf p;h = Mul q half;r = Add h half;y = Mul z r",
            "y = Gelu z"})
    void geluIsFoundHoweverItsFactorsAreOrdered(String lines) {
        var graph = withWeights().opset(20).constant("root", List.of(), 1.4142135381698608).constant("one", List.of(), 1)
                .constant("half", List.of(), 0.5).constant("inverse", List.of(), 0.7071067690849304).node("z = Gemm x w b");
        for (var line : lines.split(";")) {
            graph.node(line);
        }
        assertThat(layers(graph.read())).containsExactly("layer 2 -> 3 gelu");
    }

    /** As PyTorch writes it. */
    @Test
    void numbersMayComeBehindTheNodeThatNeedsThemFirst() {
        var graph = withWeights().node("z = Gemm x w b").node("root = Constant", real("value_float", Math.sqrt(2))).node("p = Div z root")
                .node("q = Erf p").node("one = Constant", real("value_float", 1)).node("r = Add q one").node("s = Mul z r")
                .node("half = Constant", real("value_float", 0.5)).node("y = Mul s half");
        assertThat(layers(graph.read())).containsExactly("layer 2 -> 3 gelu");
    }

    @Test
    void siluAndMishAreFound() {
        assertThat(layers(withWeights().node("z = Gemm x w").node("s = Sigmoid z").node("y = Mul s z").read()))
                .containsExactly("layer 2 -> 3 silu bias none");
        assertThat(layers(withWeights().node("z = Gemm x w").node("s = Softplus z").node("t = Tanh s").node("y = Mul z t").read()))
                .containsExactly("layer 2 -> 3 mish bias none");
        assertThat(layers(withWeights().opset(18).node("z = Gemm x w").node("y = Mish z").read()))
                .containsExactly("layer 2 -> 3 mish bias none");
    }

    @Test
    void doublesStayDoubles() {
        var read = TestGraph.of(1).doubles().constant("w", List.of(1L, 1L), 0.1).node("y = Gemm x w").read();
        assertThat(TestGraph.precision(read)).isEqualTo(Precision.F64);
        assertThat(TestGraph.outputs(read, 1)).containsExactly(0.1);
    }
}
