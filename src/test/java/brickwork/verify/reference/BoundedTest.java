package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Activation;
import brickwork.verify.RandomNetworks;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedTest {

    /** What a computation of the truth in doubles is off itself. */
    private static final double ROUNDING = 1e-15;

    private static void assertCovers(Bounded bounded, double truth, String what) {
        assertThat(Math.abs(bounded.value() - truth)).as("%s: %s should cover %s", what, bounded, truth)
                .isLessThanOrEqualTo(bounded.error() + ROUNDING * Math.abs(truth));
    }

    @Test
    void operations_coverEveryArgumentWithinTheBound() {
        List<UnaryOperator<Bounded>> bounded = List.of(Bounded::exp, Bounded::expm1, Bounded::log, Bounded::log1p, Bounded::tanh,
                Bounded::erf, Bounded::sqrt, Bounded::sigmoid, Bounded::softplus, x -> x.times(x), x -> x.of(1).over(x),
                x -> x.minus(x.times(3)).plus(x.exp()));
        List<UnaryOperator<Real>> reals = List.of(Real::exp, Real::expm1, Real::log, Real::log1p, Real::tanh, Real::erf, Real::sqrt,
                Real::sigmoid, Real::softplus, x -> x.times(x), x -> x.of(1).over(x), x -> x.minus(x.times(3)).plus(x.exp()));
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (var i = 0; i < 5000; i++) {
            var x = random.nextDouble(0.01, 4);
            var error = x * random.nextDouble(0, 0.9);
            var truth = x + error * random.nextDouble(-1, 1);
            for (var f = 0; f < bounded.size(); f++) {
                assertCovers(bounded.get(f).apply(new Bounded(x, error)), reals.get(f).apply(new Real(truth)).value(),
                        "function " + f + " at " + x);
            }
        }
    }

    @Test
    void activations_coverEveryPieceWithinTheBound() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        var activations = List.of(new Activation.Relu(), new Activation.LeakyRelu(-0.3), new Activation.Elu(0.7), new Activation.Selu(),
                new Activation.Gelu(), new Activation.Silu(), new Activation.Sigmoid(), new Activation.Linear());
        for (var i = 0; i < 5000; i++) {
            var z = random.nextDouble(-3, 3);
            var error = random.nextDouble(0, 1);
            var truth = z + error * random.nextDouble(-1, 1);
            for (var f : activations) {
                assertCovers(output(f, new Bounded(z, error)), output(f, new Real(truth)).value(), f + " at " + z);
            }
        }
    }

    @Test
    void reluBelowItsKink_mayBeAboveIt() {
        assertThat(output(new Activation.Relu(), new Bounded(-0.25, 1))).isEqualTo(new Bounded(0, 1.25));
        assertThat(output(new Activation.Relu(), new Bounded(-0.25, 0.125))).isEqualTo(new Bounded(0, 0));
    }

    private static <S extends Scalar<S>> S output(Activation f, S z) {
        return new ActivationLayer<S>(0, f).output(z, 0, 0, Branches.NATURAL);
    }

    @Test
    void networks_coverTheTruthAndStayNearIt() {
        for (var seed = 0; seed < 100; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var reference = new ReferenceNetwork(drawn.network());
            var samples = IntStream.range(0, drawn.rows().count()).mapToObj(row -> Sample.of(drawn.rows(), row)).toList();

            var bounded = reference.inBounds(drawn.parameters(), Mode.WITHOUT_DROPOUT).run(samples, Branches.NATURAL).lastActivations();

            var truth = reference.inPairs(drawn.parameters(), Mode.WITHOUT_DROPOUT).run(samples, Branches.NATURAL).lastActivations();
            for (var row = 0; row < samples.size(); row++) {
                for (var k = 0; k < drawn.network().outputs(); k++) {
                    assertCovers(bounded.at(row, k), truth.at(row, k).value(), "seed " + seed);
                    assertThat(bounded.at(row, k).error()).as("seed %s", seed).isLessThan(1e-9);
                }
            }
        }
    }
}
