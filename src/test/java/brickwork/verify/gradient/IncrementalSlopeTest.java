package brickwork.verify.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.verify.RandomNetworks;
import brickwork.verify.reference.DoubleDouble;
import brickwork.verify.reference.ReferenceForward;
import brickwork.verify.reference.Sample;
import brickwork.verify.reference.Sides;
import brickwork.verify.reference.Tangents;
import brickwork.verify.reference.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving one unit computes anew only what lies behind it, and comes to what computing everything anew comes to. */
class IncrementalSlopeTest {

    private static final DoubleDouble SHIFT = DoubleDouble.exactly(0x1p-7);
    private static final DoubleDouble POISON = DoubleDouble.exactly(Double.NaN);

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40})
    void aProbeTouchesNothingBesideOrBeforeItsUnit(int first) {
        for (var seed = first; seed < first + 20; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var network = drawn.network();
            var forward = ReferenceForward.precise(network, drawn.parameters());
            var sample = Sample.of(drawn.rows(), 0);
            var trace = forward.trace(sample.inputs(DoubleDouble.exactly(0)), Sides.AS_THEY_FALL);
            var tangents = new Tangents(network, trace, sample.targets());
            for (var layer = 0; layer < network.feedForward().layers().size(); layer++) {
                var unit = seed % network.feedForward().layers().get(layer).units();
                var whole = forward.shiftedShare(trace, tangents, layer, unit, SHIFT, sample.targets(), 3, Sides.AS_THEY_FALL);
                var part = forward.shiftedShare(poisoned(trace, layer, unit), tangents, layer, unit, SHIFT, sample.targets(), 3,
                        Sides.AS_THEY_FALL);

                assertThat(part).as("seed %s, layer %s", seed, layer).isEqualTo(whole);
                if (network.feedForward().layers().get(layer).hasBias()) {
                    assertThat(whole.minus(withBias(drawn, sample, layer, unit)).value()).as("seed %s, layer %s", seed, layer)
                            .isCloseTo(0, within(1e-13 * Math.max(1, Math.abs(whole.value()))));
                }
            }
        }
    }

    /** Everything is a mistake to look at but the unit's own z and a, z of the layer behind, and the last layer, where the loss stands. */
    private static Trace<DoubleDouble> poisoned(Trace<DoubleDouble> trace, int layer, int unit) {
        var sums = new ArrayList<List<DoubleDouble>>();
        var outputs = new ArrayList<List<DoubleDouble>>();
        var last = trace.sums().size() - 1;
        for (var l = 0; l <= last; l++) {
            var kept = l == layer ? unit : -1;
            sums.add(l == last || l == layer + 1 ? trace.sums().get(l) : poisoned(trace.sums().get(l), kept));
            outputs.add(l == last ? trace.outputs().get(l) : poisoned(trace.outputs().get(l), kept));
        }
        return new Trace<>(poisoned(trace.inputs(), -1), sums, outputs, outputs);
    }

    private static List<DoubleDouble> poisoned(List<DoubleDouble> numbers, int kept) {
        var copy = new ArrayList<DoubleDouble>();
        for (var i = 0; i < numbers.size(); i++) {
            copy.add(i == kept ? numbers.get(i) : POISON);
        }
        return copy;
    }

    /** The share of the sample with another bias of the unit, all computed anew. */
    private static DoubleDouble withBias(RandomNetworks.Case drawn, Sample sample, int layer, int unit) {
        var network = drawn.network();
        var name = network.feedForward().layers().get(layer).biasName();
        var moved = new Parameters(Precision.F64, drawn.parameters().tensors().stream().map(tensor -> {
            var values = tensor.values().clone();
            values[unit % values.length] += tensor.name().equals(name) ? SHIFT.value() : 0;
            return new Tensor(tensor.name(), tensor.rows(), tensor.columns(), tensor.bias(), values);
        }).toList());
        var forward = ReferenceForward.precise(network, moved);
        var trace = forward.trace(sample.inputs(DoubleDouble.exactly(0)), Sides.AS_THEY_FALL);
        return forward.share(trace, sample.targets(), 3, Sides.AS_THEY_FALL);
    }
}
