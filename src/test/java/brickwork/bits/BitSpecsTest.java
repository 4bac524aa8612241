package brickwork.bits;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.DataSource;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Scaling;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specs whose bits are compared hold everything the language has, so what is added to it must be added to them. */
class BitSpecsTest {

    /** Samples from files or from a program, which are numbers like any others, and functions of a program, whose bits are its own. */
    private static final Set<Class<?>> FOREIGN = Set.of(DataSource.Csv.class, DataSource.Idx.class, DataSource.Npz.class,
            DataSource.Registered.class,
            Activation.Host.class, LossTerm.Host.class, Penalty.Host.class);

    @ParameterizedTest
    @ValueSource(classes = {Activation.class, LossTerm.Kind.class, Penalty.class, Optimizer.Rule.class, Schedule.Decay.class, Clip.class,
            Initialization.class, Bias.class, Scaling.class, DataSource.class})
    void everyKindIsAmongThem(Class<?> kinds) throws IOException {
        var used = networks().stream().flatMap(BitSpecsTest::parts).map(Object::getClass).collect(Collectors.toSet());
        assertThat(used).containsAll(kinds(kinds).filter(kind -> !FOREIGN.contains(kind)).toList());
    }

    @Test
    void variantsOfOneKindAreAmongThem() throws IOException {
        var rules = networks().stream().map(network -> network.learning().descent().optimizer().rule()).toList();
        assertThat(rules).anyMatch(rule -> rule instanceof Optimizer.Sgd sgd && sgd.momentum() == 0)
                .anyMatch(rule -> rule instanceof Optimizer.Sgd sgd && sgd.momentum() > 0 && !sgd.nesterov())
                .anyMatch(rule -> rule instanceof Optimizer.Sgd sgd && sgd.nesterov())
                .anyMatch(rule -> rule instanceof Optimizer.Adam adam && !adam.decoupled())
                .anyMatch(rule -> rule instanceof Optimizer.Adam adam && adam.decoupled());
        assertThat(networks()).anyMatch(network -> network.learning().descent().optimizer().schedule().warmupEpochs() > 0)
                .anyMatch(network -> network.feedForward().layers().stream().anyMatch(layer -> layer.dropout() > 0))
                .anyMatch(network -> network.feedForward().layers().stream().anyMatch(Layer::frozen))
                .anyMatch(network -> network.feedForward().layers().stream()
                        .anyMatch(layer -> layer instanceof Dense dense && dense.bias() instanceof Bias.Present(_, var fixed) && fixed));
    }

    @Test
    void widthsLieAroundTheLaneCounts() throws IOException {
        assertThat(networks().stream().flatMap(network -> network.feedForward().layers().stream()).map(Layer::units)).contains(1, 3, 15, 16,
                17, 33);
    }

    @Test
    void eachHasAFingerprintInEitherPrecision() throws IOException {
        assertThat(BitSpecs.fingerprints().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        BitSpecs.all().stream().flatMap(name -> Stream.of(name + ".f32", name + ".f64")).toList());
    }

    private static List<Specification> networks() throws IOException {
        var networks = new ArrayList<Specification>();
        for (var name : BitSpecs.all()) {
            networks.add(Brickwork.standard().load(BitSpecs.file(name)).network());
        }
        return networks;
    }

    private static Stream<Object> parts(Specification network) {
        var layers = network.feedForward().layers().stream().flatMap(layer -> switch (layer) {
            case Dense dense -> Stream.concat(Stream.of(dense.activation(), dense.bias()), dense.tensors().stream().map(TensorSpec::start));
        });
        var loss = Stream.concat(network.feedForward().loss().data().stream().map(LossTerm::kind),
                network.feedForward().loss().penalties().stream());
        var rest = Stream.of(network.data().source().orElseThrow(), network.learning().descent().optimizer().rule(),
                network.learning().descent().optimizer().schedule().decay());
        var options = Stream.concat(network.learning().descent().clip().stream(), network.data().scaling().stream());
        return Stream.of(layers, loss, rest, options).flatMap(part -> part);
    }

    /** The records at the ends of a sealed family. */
    private static Stream<Class<?>> kinds(Class<?> family) {
        return family.isSealed() ? Arrays.stream(family.getPermittedSubclasses()).flatMap(BitSpecsTest::kinds) : Stream.of(family);
    }
}
