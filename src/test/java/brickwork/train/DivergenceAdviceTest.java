package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.FeedForward;
import brickwork.data.Dataset;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Scaling;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DivergenceAdviceTest {

    private static final Dataset SMALL = Dataset.of(new double[][] {{0, 1}, {1, 0}}, new double[][] {{1}, {0}});
    private static final Dataset GREY = Dataset.of(new double[][] {{0, 255}, {12, 0}}, new double[][] {{1}, {0}});

    private static TestNetwork rate(double rate) {
        return TestNetwork.of(2, 1).optimizer(TestNetwork.sgd(rate, Schedule.constant()));
    }

    private static Initialization start(Layer layer) {
        return layer.tensors().getFirst().start();
    }

    private static Specification with(Specification n, Optional<Scaling> scaling, Initialization weights, Bias bias, Loss loss,
            Optional<Clip> clip) {
        var l = n.feedForward().lastLayer();
        var layer = new Dense(1, Optional.of("out"), l.inputs(), l.units(), l.activation(), weights, bias, false, 0, Origin.NONE);
        return n.withData(n.data().withScaling(scaling)).withModel(new FeedForward(List.of(layer), loss))
                .withLearning(n.learning().withMethod(n.learning().descent().withClip(clip)));
    }

    @Test
    void aHighRateComesFirst() {
        assertThat(DivergenceAdvice.of(rate(1e6).network(), SMALL))
                .isEqualTo("lower the rate (it is 1000000; `sgd rate 0.01` is usual), or add `clip norm 1`");
    }

    @Test
    void eachOptimizerHasItsUsualRate() {
        var adam = new Optimizer(new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false), 0.5, Schedule.constant(), Origin.NONE);

        assertThat(DivergenceAdvice.of(rate(1).optimizer(adam).network(), SMALL))
                .startsWith("lower the rate (it is 0.5; `adam rate 0.001` is usual)");
    }

    @Test
    void anOrdinaryRateCanStillBeTooHigh() {
        assertThat(DivergenceAdvice.of(rate(0.005).network(), SMALL)).isEqualTo("lower the rate (it is 0.005), or add `clip norm 1`");
    }

    @Test
    void largeInputsWantScaling() {
        assertThat(DivergenceAdvice.of(rate(0.01).network(), GREY))
                .isEqualTo("write `scale standard` (inputs reach 255), or lower the rate (it is 0.01), or add `clip norm 1`");
    }

    @Test
    void inputsThatAreScaledToDeviationOneAreNoSuspects() {
        var n = rate(0.01).network();
        var l = n.feedForward().lastLayer();

        assertThat(DivergenceAdvice.of(
                with(n, Optional.of(new Scaling.Standard()), start(l), Bias.zeros(), n.feedForward().loss(), n.learning().descent().clip()),
                GREY))
                .doesNotContain("scale");
    }

    @Test
    void largeFirstWeightsWantAnotherInit() {
        var n = rate(0.01).network();
        for (var init : List.of(new Initialization.Normal(50), new Initialization.Uniform(50), new Initialization.Constant(-50),
                new Initialization.Values(List.of(List.of(1.0, -80.0))))) {
            assertThat(DivergenceAdvice
                    .of(with(n, Optional.empty(), init, Bias.zeros(), n.feedForward().loss(), n.learning().descent().clip()), SMALL))
                    .startsWith("start layer 1 (out) smaller: leave its `init` out, or lower the rate");
        }
        assertThat(DivergenceAdvice
                .of(with(n, Optional.empty(), new Initialization.He(), new Bias.Present(new Initialization.Constant(99), true),
                        n.feedForward().loss(), n.learning().descent().clip()), SMALL))
                .startsWith("start layer 1 (out) smaller");
        assertThat(DivergenceAdvice.of(with(n, Optional.empty(), new Initialization.Normal(0.5), Bias.zeros(), n.feedForward().loss(),
                n.learning().descent().clip()), SMALL))
                .doesNotContain("smaller");
    }

    @Test
    void aLossBelowZeroIsNamedBeforeAllElse() {
        var n = rate(1e6).network();
        var loss = new Loss(List.of(new LossTerm(-1, new LossTerm.MeanSquaredError(), Origin.NONE)), List.of());

        assertThat(DivergenceAdvice.of(
                with(n, Optional.empty(), start(n.feedForward().lastLayer()), Bias.zeros(), loss, n.learning().descent().clip()), SMALL))
                .startsWith("give no term of the loss a factor below 0");
    }

    @Test
    void clippingIsNotAdvisedWhereItIsThere() {
        var n = rate(1e6).network();

        assertThat(DivergenceAdvice.of(
                with(n, Optional.empty(), start(n.feedForward().lastLayer()), Bias.zeros(), n.feedForward().loss(),
                        Optional.of(new Clip.Norm(1))),
                SMALL))
                .isEqualTo("lower the rate (it is 1000000; `sgd rate 0.01` is usual)");
    }

    @Test
    void largeRealTargetsAreNamed() {
        var prices = Dataset.of(new double[][] {{0, 1}, {1, 0}}, new double[][] {{250_000}, {412_345.6}});

        assertThat(DivergenceAdvice.of(rate(0.01).network(), prices))
                .startsWith("bring the targets nearer to 1 in the data (they reach 412000), or ");
    }
}
