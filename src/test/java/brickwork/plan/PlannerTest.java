package brickwork.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.engine.NetworkBuilder;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static final Activation TANH = new Activation.Tanh();

    private static NetworkBuilder sketch() {
        return NetworkBuilder.of(2).precision(Precision.F32).layer(3, TANH).layer(2, new Activation.Sigmoid())
                .loss(1, new LossTerm.MeanSquaredError());
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(step -> step.getClass().getSimpleName()).toList();
    }

    @Test
    void aStepInItsOrder() {
        var plan = Planner.plan(sketch().l2(0.1).clip(new Clip.Norm(1)).network(), 4);
        assertThat(names(plan.steps())).containsExactly("Gather", "Affine", "Activate", "Affine", "Activate", "LossValue", "PenaltyValue",
                "LossGradient", "ActivationGradient", "WeightGradient", "BiasGradient", "InputGradient", "ActivationGradient",
                "WeightGradient", "BiasGradient", "PenaltyGradient", "GradientNorm", "ClipGradients", "Update");
    }

    @Test
    void nothingIsDerivedBelowTheLowestTrainedLayer() {
        var plan = Planner
                .plan(NetworkBuilder.of(2).layer(3, TANH, Bias.zeros(), true, 0).layer(4, TANH).layer(1, TANH, Bias.zeros(), true, 0)
                        .loss(1, new LossTerm.MeanSquaredError()).network(), 4);
        assertThat(plan.layers().get(0).backward()).isEmpty();
        assertThat(names(plan.layers().get(1).backward())).containsExactly("ActivationGradient", "WeightGradient", "BiasGradient");
        assertThat(names(plan.layers().get(2).backward())).containsExactly("InputGradient");
        assertThat(plan.buffers()).extracting(Buffer::name).doesNotContain("delta1");
    }

    @Test
    void whereNothingIsTrainedThereIsNoBackwardPass() {
        var plan = Planner.plan(
                NetworkBuilder.of(2).layer(3, TANH, Bias.zeros(), true, 0).loss(1, new LossTerm.MeanSquaredError()).l2(1).network(), 4);
        assertThat(plan.backward()).isEmpty();
        assertThat(plan.update()).isEmpty();
        assertThat(names(plan.steps())).endsWith("LossValue", "PenaltyValue");
    }

    @Test
    void lossesThatAreComputedFromSumsPassBesideTheActivation() {
        var plan = Planner
                .plan(NetworkBuilder.of(2).layer(1, new Activation.Sigmoid()).loss(1, new LossTerm.BinaryCrossEntropy()).network(), 4);
        assertThat(names(plan.loss().backward())).containsExactly("LossGradient");
        var mixed = Planner.plan(NetworkBuilder.of(2).layer(1, new Activation.Sigmoid()).loss(1, new LossTerm.BinaryCrossEntropy())
                .loss(1, new LossTerm.SumSquaredError()).network(), 4);
        assertThat(names(mixed.loss().backward())).containsExactly("LossGradient", "ActivationGradient", "LossGradient");
    }

    @Test
    void activationsTakeThePlaceOfSumsUnlessTheSumsAreNeeded() {
        assertThat(Planner.plan(sketch().network(), 4).buffers()).extracting(Buffer::name)
                .containsExactly("x", "y", "a1", "delta1", "a2", "delta2");
        var kept = NetworkBuilder.of(2).layer(3, new Activation.Gelu(), Bias.zeros(), false, 0.5).layer(2, new Activation.Softmax())
                .loss(1, new LossTerm.CrossEntropy()).network();
        assertThat(Planner.plan(kept, 4).buffers()).extracting(Buffer::name)
                .containsExactly("x", "y", "z1", "a1", "mask1", "dropped1", "delta1", "z2", "a2", "delta2");
    }

    @Test
    void trainedTensorsComeFirst() {
        var plan = Planner
                .plan(NetworkBuilder.of(2).layer(3, TANH, Bias.zeros(), true, 0).layer(4, TANH).loss(1, new LossTerm.MeanSquaredError())
                        .network(), 4);
        assertThat(plan.slots()).extracting(TensorSlot::name).containsExactly("layer1.weight", "layer1.bias", "layer2.weight",
                "layer2.bias");
        assertThat(plan.slots()).extracting(TensorSlot::offset).containsExactly(16L, 22L, 0L, 12L);
        assertThat(plan.trained()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"F32, 1, 1", "F32, 2, 16", "F32, 16, 16", "F32, 17, 32", "F64, 1, 1", "F64, 2, 8", "F64, 9, 16"})
    void theBatchIsPaddedToWholeVirtualVectors(Precision precision, int batch, int stride) {
        assertThat(Planner.plan(sketch().precision(precision).network(), batch).stride()).isEqualTo(stride);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 4, CHAIN", "50, 50, 32, CHAIN", "50, 784, 100, CHAIN", "1024, 1024, 256, CHAIN", "50, 50, 900, LANES",
            "1, 25, 900, LANES", "25, 2, 900, LANES"})
    void weightGradientsAreSummedAsTheirShapeWants(int out, int in, int batch, ReductionOrder order) {
        assertThat(ReductionOrder.ofWeightGradient(out, in, batch, 16)).isEqualTo(order);
    }

    @Test
    void memoryIsParametersGradientsOptimizerAndOneBatch() {
        var network = sketch().rule(new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false)).network();
        var memory = Planner.plan(network, 4).memory();
        assertThat(memory.parameters()).isEqualTo(17 * 4);
        assertThat(memory.gradients()).isEqualTo(17 * 4);
        assertThat(memory.optimizer()).isEqualTo(2 * 17 * 4);
        assertThat(memory.workspace()).isEqualTo((2 + 2 + 2 * 3 + 2 * 2) * 16 * 4);
        assertThat(memory.total()).isEqualTo(4 * 17 * 4 + 14 * 16 * 4);
    }

    @Test
    void multiplyAddsAreThoseOfTheProducts() {
        assertThat(Planner.plan(sketch().network(), 4).multiplyAdds()).isEqualTo(4 * (6 + 6 + 6 + 6 + 6));
    }

    @Test
    void aPlanIsPrintedStepByStep() {
        var network = NetworkBuilder.of(2).precision(Precision.F32).layer(3, new Activation.Gelu(), Bias.zeros(), false, 0.5)
                .layer(2, new Activation.Softmax(), new Bias.None(), false, 0).loss(1, new LossTerm.CrossEntropy())
                .loss(0.5, new LossTerm.Huber(2)).l2(0.01).clip(new Clip.Value(3)).rule(new Optimizer.Sgd(0.9, true)).network();
        assertThat(PlanPrinter.print(Planner.plan(network, 20))).isEqualTo(
                """
                        plan for batches of up to 20, f32, sums in 16 virtual lanes where they are not chains

                        parameters: 15, of which 15 are trained
                            layer1.weight [3 x 2]                   6 values
                            layer1.bias [3]                         3 values
                            layer2.weight [2 x 3]                   6 values

                        batch
                           1  gather: rows of the batch to x [2 x 32] and y [2 x 32]

                        layer 1, forward
                           2  affine: z1 [3 x 32] = layer1.weight [3 x 2] * x [2 x 32] + layer1.bias [3]; chain over 2 inputs from the \
                        bias; 120 multiply-adds
                           3  activate: a1 [3 x 32] = gelu(z1)
                           4  dropout: dropped1 [3 x 32] = a1 * mask1, zero with probability 0.5

                        layer 2, forward
                           5  affine: z2 [2 x 32] = layer2.weight [2 x 3] * dropped1 [3 x 32]; chain over 3 inputs from 0; 120 multiply-adds
                           6  activate: a2 [2 x 32] = softmax(z2)

                        loss
                           7  loss: (cross_entropy + 0.5 * huber 2) of z2, a2 and y; lanes over samples in blocks of 4096
                           8  penalty: l2 0.01 over 2 weight matrices; lanes in blocks of 4096

                        loss, backward
                           9  loss gradient: delta2 [2 x 32] = d 0.5 * huber 2/da2
                          10  activation gradient: delta2 *= softmax'(z2, a2)
                          11  loss gradient: delta2 [2 x 32] += d cross_entropy/dz2

                        layer 2, backward
                          12  weight gradient: dlayer2.weight [2 x 3] = delta2 * dropped1 transposed; chain over samples; 120 multiply-adds
                          13  input gradient: delta1 [3 x 32] = layer2.weight [2 x 3] transposed * delta2; chain over 2 units from 0; 120 \
                        multiply-adds

                        layer 1, backward
                          14  dropout gradient: delta1 *= mask1
                          15  activation gradient: delta1 *= gelu'(z1, a1)
                          16  weight gradient: dlayer1.weight [3 x 2] = delta1 * x transposed; chain over samples; 120 multiply-adds
                          17  bias gradient: dlayer1.bias [3] = sums of delta1; lanes over samples

                        penalty, backward
                          18  penalty gradient: l2 0.01 added to 2 gradients

                        update
                          19  norm: over 15 gradients; lanes in blocks of 4096
                          20  clip: every gradient cut to [-3, 3]
                          21  update: sgd momentum 0.9 nesterov on 15 parameters

                        buffers
                            x [2 x 32]                   256 B
                            y [2 x 32]                   256 B
                            z1 [3 x 32]                  384 B
                            a1 [3 x 32]                  384 B
                            mask1 [3 x 32]               384 B
                            dropped1 [3 x 32]            384 B
                            delta1 [3 x 32]              384 B
                            z2 [2 x 32]                  256 B
                            a2 [2 x 32]                  256 B
                            delta2 [2 x 32]              256 B

                        a step over a full batch: 600 multiply-adds in products
                        memory: parameters 60 B, gradients 60 B, optimizer 60 B, one batch 3.1 KiB; 3.3 KiB in all, and at most 2.0 MiB of \
                        the kernels' panels a thread
                        """);
    }

    /**
     * Wide rows of inputs are gathered as they lie; where the weight gradient is summed in lanes over samples, it must find those side by
     * side.
     */
    @ParameterizedTest
    @CsvSource({"31, 4, false, UNIT_MAJOR", "32, 4, false, SAMPLE_MAJOR", "33, 4, false, SAMPLE_MAJOR", "50, 900, false, UNIT_MAJOR",
            "50, 900, true, SAMPLE_MAJOR", "2, 900, true, UNIT_MAJOR"})
    void inputsLieAsTheFirstLayerReadsThem(int inputs, int batch, boolean frozen, Buffer.Layout layout) {
        var network = NetworkBuilder.of(inputs).precision(Precision.F32).layer(50, TANH, Bias.zeros(), frozen, 0).layer(1, TANH)
                .loss(1, new LossTerm.MeanSquaredError()).network();
        assertThat(Planner.plan(network, batch).buffers().getFirst().layout()).isEqualTo(layout);
    }

    /** Below 0 the activation is not the inverse of itself: two sums may give one output, with two derivatives. */
    @Test
    void sumsAreKeptWhereOutputsDoNotTellTheDerivative() {
        for (var kept : List.of(new Activation.LeakyRelu(-0.1), new Activation.Elu(-0.1), new Activation.Silu(), new Activation.Mish(),
                new Activation.Softplus())) {
            assertThat(kept.traits().course().readsPreActivation()).as(kept.word()).isTrue();
        }
        for (var overwritten : List.of(new Activation.LeakyRelu(0), new Activation.LeakyRelu(0.1), new Activation.Elu(0),
                new Activation.Elu(1),
                new Activation.Relu(), new Activation.Selu())) {
            assertThat(overwritten.traits().course().readsPreActivation()).as(overwritten.word()).isFalse();
        }
    }

    @Test
    void aBatchHasAtLeastOneSample() {
        assertThatThrownBy(() -> Planner.plan(sketch().network(), 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch needs at least 1 sample, got 0");
    }
}
