package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.CustomSource;
import brickwork.data.SampleTable;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of samples that a host program offers to texts. */
class HostSourcesTest {

    private static final String TEXT = "seed 4; data sensors window 3; layer 2 -> 1 sigmoid; loss bce; train 2 epochs";

    private final List<Long> opened = new ArrayList<>();

    private final CustomSource sensors = new CustomSource() {
        @Override
        public Set<String> options() {
            return Set.of("window");
        }

        @Override
        public SampleTable open(Map<String, Double> options, long seed) {
            opened.add(seed);
            if (options.get("window") > 9) {
                throw new IllegalArgumentException("a window has at most 9 readings");
            }
            return SampleTable.ofClasses(new double[][] {{seed, 1}, {1, 0}}, new int[] {0, 1}, List.of("calm", "storm"));
        }
    };

    private final Brickwork brickwork = Brickwork.standard().withSource("sensors", sensors);

    @ParameterizedTest
    @ValueSource(strings = {"", "has space", "1st", "layer", "let", "xor", "moons", "csv", "sensors"})
    void aNameThatNoTextCouldMeanIsRefused(String name) {
        assertThatThrownBy(() -> brickwork.withSource(name, sensors)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`" + name + "`");
    }

    @Test
    void missingArgumentsAreTold() {
        assertThatThrownBy(() -> brickwork.withSource(null, sensors)).isInstanceOf(NullPointerException.class).hasMessageContaining("name");
        assertThatThrownBy(() -> brickwork.withSource("other", null)).isInstanceOf(NullPointerException.class)
                .hasMessageContaining("source");
    }

    @Test
    void aSourceIsOpenedOnceASeed() {
        var spec = brickwork.compile(TEXT);
        spec.train();
        spec.data().orThrow();
        spec.verify();
        assertThat(opened).containsExactly(4L);

        spec.trial().underSeed(5).dataset();
        assertThat(opened).containsExactly(4L, 5L);
    }

    @Test
    void whatASourceRefusesIsAFaultOfTheText() {
        var faults = brickwork.compile(new SourceText("x.nn", TEXT.replace("3", "30"))).diagnostics();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(Code.NN035);
            assertThat(fault.message()).contains("sensors").contains("at most 9 readings");
            assertThat(fault.source().text(fault.span())).isEqualTo("sensors window 30");
        });
    }

    @Test
    void whatASourceFailsAtUnderAnotherSeedIsToldWithItsName() {
        var sometimes = new CustomSource() {
            @Override
            public Set<String> options() {
                return Set.of();
            }

            @Override
            public SampleTable open(Map<String, Double> options, long seed) {
                if (seed != 0) {
                    throw new IllegalArgumentException("only seed 0");
                }
                return sensors.open(Map.of("window", 1.0), seed);
            }
        };
        var spec = Brickwork.standard().withSource("mine", sometimes).compile("data mine; layer 2 -> 1 sigmoid; loss bce; train 1 epoch");
        assertThat(spec.train().result().report().epochs()).isEqualTo(1);
        assertThat(spec.trial().underSeed(1).samples().orElseThrow().errors().map(Diagnostic::message)).singleElement().asString()
                .contains("mine").contains("only seed 0");
    }
}
