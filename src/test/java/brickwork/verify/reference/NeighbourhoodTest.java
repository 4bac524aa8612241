package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.verify.RandomNetworks;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving one unit computes anew only what lies behind it, and comes to what computing everything anew comes to. */
class NeighbourhoodTest {

    private static final DoubleDouble SHIFT = DoubleDouble.exactly(0x1p-7);
    private static final DoubleDouble POISON = DoubleDouble.exactly(Double.NaN);

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40})
    void probe_readsNothingBesideOrBeforeItsUnit(int first) {
        for (var seed = first; seed < first + 20; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var pass = pass(drawn, drawn.parameters());
            var sample = seed % pass.samples().size();
            for (var layer = 0; layer < drawn.network().feedForward().layers().size(); layer++) {
                var unit = seed % drawn.network().feedForward().layers().get(layer).units();
                var position = pass.model().span(layer).first();
                var neighbourhood = new Neighbourhood<>(pass);
                var reached = neighbourhood.reached(position, sample);

                var whole = neighbourhood.lossWithOutput(position, unit, sample, SHIFT, reached, Branches.NATURAL);
                var part = new Neighbourhood<>(poisoned(pass, position, unit, sample))
                        .lossWithOutput(position, unit, sample, SHIFT, reached, Branches.NATURAL);

                assertThat(reached).as("nothing couples the samples").containsExactly(sample);
                assertThat(part).as("seed %s, layer %s", seed, layer).isEqualTo(whole);
                if (drawn.network().feedForward().layers().get(layer).hasBias()) {
                    var anew = pass(drawn, moved(drawn, drawn.network().feedForward().layers().get(layer).biasName(), unit))
                            .shares(pass.samples().size())
                            .skip(sample).findFirst().orElseThrow();
                    assertThat(whole.minus(anew).value()).as("seed %s, layer %s", seed, layer)
                            .isCloseTo(0, within(1e-13 * Math.max(1, Math.abs(whole.value()))));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 120})
    void movedParameter_givesTheLossOfAPassWithThatParameter(int first) {
        for (var seed = first; seed < first + 20; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var pass = pass(drawn, drawn.parameters());
            for (var tensor : drawn.parameters().tensors()) {
                var index = seed % tensor.values().length;
                var position = pass.model().positionOf(tensor.name());

                var near = new Neighbourhood<>(pass).lossWithParameter(position, tensor.name(), index, SHIFT, Branches.NATURAL);

                var anew = new Neighbourhood<>(pass(drawn, moved(drawn, tensor.name(), index))).loss(Branches.NATURAL);
                assertThat(near.minus(anew).value()).as("seed %s, %s", seed, tensor.name())
                        .isCloseTo(0, within(1e-13 * Math.max(1, Math.abs(anew.value()))));
            }
        }
    }

    private static ForwardPass<DoubleDouble> pass(RandomNetworks.Case drawn, Parameters parameters) {
        var samples = IntStream.range(0, drawn.rows().count()).mapToObj(row -> Sample.of(drawn.rows(), row)).toList();
        return new ReferenceNetwork(drawn.network()).inPairs(parameters, Mode.WITHOUT_DROPOUT).run(samples, Branches.NATURAL);
    }

    private static Parameters moved(RandomNetworks.Case drawn, String name, int index) {
        return new Parameters(Precision.F64, drawn.parameters().tensors().stream().map(tensor -> {
            var values = tensor.values().clone();
            values[index % values.length] += tensor.name().equals(name) ? SHIFT.value() : 0;
            return new Tensor(tensor.name(), tensor.rows(), tensor.columns(), tensor.bias(), values);
        }).toList());
    }

    /**
     * Everything is a mistake to look at but, of the one sample, the unit's own z and a, z of the layer behind, and the last layer, where
     * the loss stands.
     */
    private static ForwardPass<DoubleDouble> poisoned(ForwardPass<DoubleDouble> pass, int position, int unit, int sample) {
        var last = pass.values().size() - 1;
        return new ForwardPass<>(pass.model(), pass.samples(), IntStream.rangeClosed(0, last).mapToObj(at -> {
            var values = pass.values().get(at);
            var allUnits = at >= last - 1 || at == position + 3;
            var ownUnit = at == position + 1 || at == position + 2;
            return new Batch<>(values.samples(), IntStream.range(0, values.count()).mapToObj(row -> IntStream.range(0, values.units())
                    .mapToObj(u -> row == sample && (allUnits || ownUnit && u == unit) ? values.at(row, u) : POISON).toList()).toList());
        }).toList());
    }
}
