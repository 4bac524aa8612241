package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.DataSource;
import brickwork.model.DatasetPart;
import brickwork.model.Expectation;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Metric;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Relation;
import brickwork.model.Scaling;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Split;
import brickwork.model.Training;
import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    @Test
    void theSmallestSpecShowsEveryDefault() {
        var layer = new Dense(1, Optional.empty(), 2, 3, new Activation.Sigmoid(), new Initialization.Xavier(), Bias.zeros(), false, 0,
                Origin.NONE);
        var loss = new Loss(List.of(new LossTerm(1, new LossTerm.MeanSquaredError(), Origin.NONE)),
                List.of(new Penalty.L2(0.01, Origin.NONE)));
        var optimizer = new Optimizer(new Optimizer.Sgd(0, false), 0.01, Schedule.constant(), Origin.NONE);
        assertThat(Specs.network("layer 2 -> 3 sigmoid; loss mse + l2 0.01")).isEqualTo(Specification.of(
                new FeedForward(List.of(layer), loss), Learning.by(new GradientDescent(optimizer, Optional.empty()))));
    }

    @Test
    void aFullSpecIsReadAsWritten() {
        var network = Specs.network("""
                nn 1
                network flowers
                let hidden = 8
                seed 7
                precision f64
                data iris
                split test 20% validation 10% stratified
                scale by 10
                layer 4 -> hidden leaky_relu dropout 25%, as body
                repeat 2 { layer hidden tanh bias none init uniform 0.5 }
                layer 3 softmax frozen bias fixed [1 -1 (1/2)]
                loss 0.5 * huber + 2 * l1 1e-3
                optimizer adamw rate 0.01 warmup 3 epochs decay step 0.5 every 2 epochs
                clip norm 5
                train 50 epochs
                stop when loss stalls 5 epochs keep best
                stop when accuracy >= 99% for 2 epochs
                checkpoint every 10 epochs
                expect accuracy on validation >= 90% within 40 epochs for at least 80% of 5 seeds
                """);
        assertThat(network.name()).contains("flowers");
        assertThat(network.seed()).isEqualTo(7);
        assertThat(network.precision()).isEqualTo(Precision.F64);
        assertThat(network.data().source()).contains(new DataSource.Iris(Origin.NONE));
        assertThat(network.data().split()).contains(new Split(0.2, 0.1, true, false, Origin.NONE));
        assertThat(network.data().scaling()).contains(new Scaling.By(10));
        assertThat(network.feedForward().layers()).containsExactly(
                new Dense(1, Optional.of("body"), 4, 8, new Activation.LeakyRelu(0.01), new Initialization.He(), Bias.zeros(), false, 0.25,
                        Origin.NONE),
                new Dense(2, Optional.empty(), 8, 8, new Activation.Tanh(), new Initialization.Uniform(0.5), new Bias.None(), false, 0,
                        Origin.NONE),
                new Dense(3, Optional.empty(), 8, 8, new Activation.Tanh(), new Initialization.Uniform(0.5), new Bias.None(), false, 0,
                        Origin.NONE),
                new Dense(4, Optional.empty(), 8, 3, new Activation.Softmax(), new Initialization.Xavier(),
                        new Bias.Present(new Initialization.Values(List.of(List.of(1.0, -1.0, 0.5))), true), true, 0, Origin.NONE));
        assertThat(network.feedForward().loss()).isEqualTo(new Loss(List.of(new LossTerm(0.5, new LossTerm.Huber(1), Origin.NONE)),
                List.of(new Penalty.L1(2e-3, Origin.NONE))));
        assertThat(network.learning().descent().optimizer()).isEqualTo(new Optimizer(new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01, true), 0.01,
                new Schedule(3, new Schedule.Step(0.5, 2)), Origin.NONE));
        assertThat(network.learning().training()).contains(new Training(50, new Training.Batch.Of(32), true, Origin.NONE));
        assertThat(network.learning().stops()).containsExactly(new Training.Stop.Stalls(Metric.LOSS, 5, true, Origin.NONE),
                new Training.Stop.When(Metric.ACCURACY, Relation.GREATER_OR_EQUAL, 0.99, 2, Origin.NONE));
        assertThat(network.learning().checkpointEvery()).hasValue(10);
        assertThat(network.expectations()).containsExactly(new Expectation(
                "accuracy on validation >= 90% within 40 epochs for at least 80% of 5 seeds",
                new Claims.OfMetric(Metric.ACCURACY, Optional.empty(), Optional.of(DatasetPart.VALIDATION),
                        new Claims.Compared(Relation.GREATER_OR_EQUAL, 0.9, OptionalDouble.empty()),
                        new Claims.Scope(OptionalInt.of(40), Optional.of(new Expectation.Seeds.AtLeast(0.8, 5)))),
                Origin.NONE));
    }

    @Test
    void optimizersHaveTheirOwnDefaults() {
        assertThat(optimizer("adam")).isEqualTo(new Optimizer(new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false), 0.001, Schedule.constant(),
                Origin.NONE));
        assertThat(optimizer("rmsprop"))
                .isEqualTo(new Optimizer(new Optimizer.RmsProp(0.99, 1e-8), 0.001, Schedule.constant(), Origin.NONE));
        assertThat(optimizer("adagrad")).isEqualTo(new Optimizer(new Optimizer.AdaGrad(1e-10), 0.001, Schedule.constant(), Origin.NONE));
        assertThat(optimizer("rprop"))
                .isEqualTo(new Optimizer(new Optimizer.Rprop(0.5, 1.2, 1e-6, 50), 0.001, Schedule.constant(), Origin.NONE));
        assertThat(optimizer("sgd momentum 0.9 nesterov")).isEqualTo(new Optimizer(new Optimizer.Sgd(0.9, true), 0.01, Schedule.constant(),
                Origin.NONE));
    }

    private static Optimizer optimizer(String text) {
        return Specs.network("layer 2 -> 1 linear; loss mse; optimizer " + text).learning().descent().optimizer();
    }

    @Test
    void sourcesHaveTheirOwnDefaults() {
        assertThat(data("circles samples 9")).isEqualTo(new DataSource.Circles(9, 0, 0.5, OptionalLong.empty(), Origin.NONE));
        assertThat(data("spirals samples 9 seed 4")).isEqualTo(new DataSource.Spirals(9, 0, 1, 2, OptionalLong.of(4), Origin.NONE));
        assertThat(data("blobs samples 9")).isEqualTo(new DataSource.Blobs(9, 2, 2, 1, OptionalLong.empty(), Origin.NONE));
        assertThat(data("csv \"flowers.csv\" target species")).isEqualTo(new DataSource.Csv("flowers.csv", Origin.NONE,
                List.of(new DataSource.Column(Optional.of("species"), 0, Origin.NONE)), List.of(), Origin.NONE));
    }

    private static DataSource data(String text) {
        return Specs.network("data " + text + "; layer 1 sigmoid; loss mse").data().source().orElseThrow();
    }

    @Test
    void anExpectationsTextHoldsValuesInPlaceOfConstants() {
        var network = Specs.network("""
                let goal = 1 / 4
                data xor; layer 1 sigmoid; loss bce; train 9 epochs
                expect   mse  on   train<goal   for every seed in 1..3
                expect output for [ 0 , -goal ]=[(goal*2)] within 1_0e-1
                expect initial loss = -goal within 50%
                expect loss decreases  every epoch
                """);
        assertThat(network.expectations()).extracting(Expectation::text).containsExactly(
                "mse on train < 0.25 for every seed in 1 .. 3",
                "output for [0 -0.25] = [0.5] within 1_0e-1",
                "initial loss = -0.25 within 50%",
                "loss decreases every epoch");
    }

    @Test
    void everythingKnowsWhereItWasWritten() {
        var network = Specs.network("data xor\nlayer 1 sigmoid\nloss bce + l2 1\noptimizer adam\ntrain 9 epochs\nexpect loss < 1\n");
        assertThat(network.feedForward().layers().getFirst().origin().line()).isEqualTo(2);
        assertThat(network.feedForward().loss().penalties().getFirst().origin().toString()).isEqualTo("spec.nn:3:12");
        assertThat(network.learning().descent().optimizer().origin().line()).isEqualTo(4);
        assertThat(network.learning().training().orElseThrow().origin().line()).isEqualTo(5);
        assertThat(network.expectations().getFirst().origin().toString()).isEqualTo("spec.nn:6:8");
        assertThat(network.data().source().orElseThrow().origin().toString()).isEqualTo("spec.nn:1:6");
    }
}
