package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.verify.RandomNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** A point takes the formula of one piece, an interval those of all the pieces it meets. */
class BranchingTest {

    @Test
    void pieces_areNumberedUpwardsAndAKinkBelongsToTheLower() {
        var pieces = new Pieces.Between(List.of(-1.0, 2.0));

        assertThat(List.of(pieces.of(-3), pieces.of(-1), pieces.of(0), pieces.of(2), pieces.of(2.5))).containsExactly(0, 0, 1, 1, 2);
        assertThat(List.of(pieces.from(0), pieces.to(0), pieces.from(1), pieces.to(1), pieces.from(2), pieces.to(2)))
                .containsExactly(Double.NEGATIVE_INFINITY, -1.0, -1.0, 2.0, 2.0, Double.POSITIVE_INFINITY);
    }

    @Test
    void residuals_haveAPieceAroundZero() {
        var huber = Pieces.of(new LossTerm.Huber(0.5));

        assertThat(List.of(huber.of(-0.6), huber.of(-0.5), huber.of(0.5), huber.of(0.6))).containsExactly(-1, 0, 0, 1);
        assertThat(List.of(huber.from(0), huber.to(0))).containsExactly(-0.5, 0.5);
        assertThat(Pieces.of(new LossTerm.MeanAbsoluteError()).of(0)).isZero();
        assertThat(Pieces.of(new LossTerm.MeanSquaredError()).of(1e300)).isZero();
    }

    @Test
    void point_takesTheFormulaThePassAsksFor() {
        var other = new Branches() {
            @Override
            public int ofPreActivation(int layer, int unit, int sample, int natural) {
                return 1 - natural;
            }

            @Override
            public int ofResidual(int term, int output, int sample, int natural) {
                return natural;
            }
        };

        assertThat(new ActivationLayer<Real>(0, new Activation.LeakyRelu(0.5)).output(new Real(2), 0, 0, other)).isEqualTo(new Real(1));
    }

    @Test
    void interval_joinsThePiecesItMeets() {
        assertThat(output(new Activation.Relu(), new Interval(-1, 2))).isEqualTo(new Interval(0, 2));
        assertThat(output(new Activation.Relu(), new Interval(1, 2))).isEqualTo(new Interval(1, 2));
        assertThat(output(new Activation.LeakyRelu(-0.5), new Interval(-4, 1))).isEqualTo(new Interval(-0.0, 2));
    }

    private static Interval output(Activation f, Interval z) {
        return new ActivationLayer<Interval>(0, f).output(z, 0, 0, Branches.NATURAL);
    }

    /** Every point of a box of inputs has its outputs within the intervals. */
    @Test
    void networks_runInAKindOfNumberTheyDoNotKnow() {
        for (var seed = 0; seed < 60; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var middle = Sample.of(drawn.rows(), 0).inputs();
            var box = new ArrayList<Interval>();
            var point = new ArrayList<Real>();
            for (var x : middle) {
                box.add(new Interval(x - 0.1, x + 0.1));
                point.add(new Real(x + random.nextDouble(-0.1, 0.1)));
            }

            var bounds = outputs(drawn, box, (tensor, i) -> new Interval(tensor.values()[i], tensor.values()[i]));

            var inside = outputs(drawn, point, (tensor, i) -> new Real(tensor.values()[i]));
            for (var k = 0; k < bounds.size(); k++) {
                assertThat(inside.get(k).value()).as("seed %s", seed).isBetween(bounds.get(k).low() - 1e-12, bounds.get(k).high() + 1e-12);
            }
        }
    }

    private static <S extends Scalar<S>> List<S> outputs(RandomNetworks.Case drawn, List<S> inputs, TensorEntries.Lift<S> lift) {
        var entries = new TensorEntries<>(drawn.parameters(), lift);
        var values = new Batch<>(List.of(0), List.of(inputs));
        for (var layer : drawn.network().feedForward().layers()) {
            for (var part : ReferenceLayers.of(layer, entries, new Mode.Prediction())) {
                values = part.forward(values, Branches.NATURAL);
            }
        }
        return values.rows().getFirst();
    }
}
