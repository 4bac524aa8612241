package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static brickwork.data.Sources.SOFTMAX;
import static brickwork.data.Sources.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.check.DataCatalog.Answer;
import brickwork.check.DataCatalog.Targets;
import brickwork.model.DataSource;
import brickwork.model.DatasetPart;
import brickwork.model.Scaling;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLibraryTest {

    private static final FileAccess NO_FILES = new FileAccess.None();

    @TempDir
    private Path folder;

    @Test
    void whatWasCheckedIsWhatIsTrainedOn() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n3,4\n");
        var source = Sources.csv("data.csv", List.of("b"), List.of());
        var library = Sources.in(folder);
        assertThat(library.describe(source)).isInstanceOf(Answer.Known.class);
        Files.delete(folder.resolve("data.csv"));
        assertThat(Sources.success(library.prepare(Sources.network(source, 1, 1, SIGMOID).network())).train().count()).isEqualTo(2);
    }

    @Test
    void aFaultIsNotKept() throws IOException {
        var source = Sources.csv("data.csv", List.of("b"), List.of());
        var library = Sources.in(folder);
        assertThat(library.describe(source)).isInstanceOf(Answer.Unreadable.class);
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n3,4\n");
        assertThat(library.describe(source)).isInstanceOf(Answer.Known.class);
    }

    @Test
    void generatorsFollowTheSeedOfEachNetwork() {
        var library = new DataLibrary(NO_FILES);
        var network = Sources.network(Sources.moons(10, 0.1), 2, 1, SIGMOID);
        var first = Sources.inputs(Sources.success(library.prepare(network.network())).train());
        var other = Sources.inputs(Sources.success(library.prepare(network.seed(1).network())).train());
        assertThat(other[0]).isNotEqualTo(first[0]);
        assertThat(Sources.inputs(Sources.success(library.prepare(network.network())).train())).isDeepEqualTo(first);
    }

    @Test
    void sourcesAreDescribed() {
        var library = new DataLibrary(NO_FILES);
        assertThat(library.describe(new DataSource.Xor(Origin.NONE)))
                .isEqualTo(new Answer.Known(4, 2, new Targets.Classes(2), false, 0, 1, true));
        assertThat(library.describe(Sources.moons(10, 0))).isEqualTo(new Answer.Known(10, 2, new Targets.Classes(2), true, 0, 1, true));
        assertThat(library.describe(new DataSource.Digits(Origin.NONE)))
                .isEqualTo(new Answer.Known(1797, 64, new Targets.Classes(10), false, 0, 9, true));
        assertThat(library.describe(new DataSource.Sine(9, 0, OptionalLong.empty(), Origin.NONE)))
                .isEqualTo(new Answer.Known(9, 1, new Targets.Reals(1), false, -1, 1, false));
        assertThat(library.describe(rows(new double[][] {{0}, {1}}, new double[][] {{0, 1}, {1, 0}})))
                .isEqualTo(new Answer.Known(2, 1, new Targets.Reals(2), true, 0, 1, true));
        assertThat(library.describe(rows(new double[][] {{0}, {1}}, new double[][] {{0, 1}, {1, 1}})))
                .isEqualTo(new Answer.Known(2, 1, new Targets.Reals(2), false, 0, 1, false));
    }

    @Test
    void aHostSourceIsOpenedWithItsOptionsAndTheSeed() {
        var opened = new ArrayList<String>();
        var library = library((options, seed) -> {
            opened.add(options + " " + seed);
            return SampleTable.ofClasses(new double[][] {{1, 2}, {3, 4}}, new int[] {1, 0}, List.of("cold", "warm"));
        });
        assertThat(library.registered()).containsExactly("sensors");
        assertThat(library.optionsOf("sensors")).containsExactly("window");
        var network = Sources.network(new DataSource.Registered("sensors", Map.of("window", 3.0), Origin.NONE), 2, 1, SIGMOID).seed(5);
        var dataset = Sources.success(library.prepare(network.network()));
        assertThat(opened).containsExactly("{window=3.0} 5");
        assertThat(dataset.classNames()).containsExactly("cold", "warm");
        assertThat(Sources.labels(dataset.train())).containsExactly(1, 0);
        Sources.success(library.prepare(network.network()));
        assertThat(opened).hasSize(1);
    }

    @Test
    void whatAHostGivesMustBeFinite() {
        var library = library((_, _) -> SampleTable.ofReals(new double[][] {{1, 2}, {3, 4}}, new double[][] {{1}, {Double.NaN}}));
        var source = new DataSource.Registered("sensors", Map.of(), Sources.at("sensors"));
        assertThat(library.describe(source)).isInstanceOf(Answer.Unreadable.class);
        var fault = Sources.onlyFault(library.prepare(Sources.network(source, 2, 1, SIGMOID).network()));
        assertThat(fault.code()).isEqualTo(Code.NN204);
        assertThat(fault.message()).isEqualTo("row 2, target 1: NaN is not a finite number");
        assertThat(Sources.place(fault)).isEqualTo("sensors");
    }

    @Test
    void misuseIsSaid() {
        var library = new DataLibrary(NO_FILES);
        var network = Sources.network(new DataSource.Registered("sensors", Map.of(), Origin.NONE), 2, 1, SIGMOID).network();
        assertThatThrownBy(() -> library.prepare(network)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sensors");
        assertThatThrownBy(() -> SampleTable.ofReals(new double[][] {{1}, {1, 2}}, new double[][] {{1}, {2}}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("row 2 has 2");
        assertThatThrownBy(() -> SampleTable.ofReals(new double[][] {{1}}, new double[][] {{1}, {2}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleTable.ofReals(new double[0][], new double[0][])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleTable.ofClasses(new double[][] {{1}}, new int[] {2}, List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("row 1 has 2");
    }

    @Test
    void aNetworkThatNoTextDescribesIsToldTheSame() {
        var wide = new DataLibrary(NO_FILES).prepare(Sources.network(new DataSource.Iris(Origin.NONE), 3, 2, SOFTMAX).network());
        assertThat(wide.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.NN013, Code.NN014);
        assertThat(wide.diagnostics()).extracting(Diagnostic::message).containsExactly("the data gives 4 inputs, but layer 1 takes 3",
                "the data has 3 classes, but the last layer gives 2 outputs");
        assertThat(wide.diagnostics().getFirst().source().name()).isEqualTo("(program)");
    }

    @Test
    void twoClassesMeetOneUnitOrTwo() {
        var one = Sources.network(new DataSource.Xor(Origin.NONE), 2, 1, SIGMOID).prepared().train();
        assertThat(Sources.targets(one)).isDeepEqualTo(new double[][] {{0}, {1}, {1}, {0}});
        var two = Sources.network(new DataSource.Xor(Origin.NONE), 2, 2, SOFTMAX).prepared().train();
        assertThat(Sources.targets(two)).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}});
        assertThat(Sources.labels(two)).isEqualTo(Sources.labels(one));
        assertThat(two.classes()).isEqualTo(2);
    }

    @Test
    void theFirstSamplesAreAsTheyWere() {
        var train = Sources.network(new DataSource.Iris(Origin.NONE), 4, 3, SOFTMAX).split(0.2, 0, false, false).prepared().train();
        var first = train.first(16);
        assertThat(first.count()).isEqualTo(16);
        assertThat(Sources.inputs(first)).isDeepEqualTo(Arrays.copyOf(Sources.inputs(train), 16));
        assertThat(Sources.labels(first)).isEqualTo(Arrays.copyOf(Sources.labels(train), 16));
        assertThat(train.first(1000)).isSameAs(train);
    }

    @Test
    void aProgramsArraysAreTrainAsTheyAre() {
        var dataset = Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[][] {{0, 1}, {1, 0}});
        assertThat(Sources.inputs(dataset.train())).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(Sources.targets(dataset.train())).isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
        assertThat(Sources.labels(dataset.train())).containsExactly(1, 0);
        assertThat(dataset.part(DatasetPart.TRAIN)).contains(dataset.train());
        assertThat(dataset.part(DatasetPart.VALIDATION)).isEmpty();
        assertThat(dataset.part(DatasetPart.TEST)).isEmpty();
        assertThat(dataset.scaling()).isEqualTo(FittedScaling.NONE);
        assertThatThrownBy(() -> Dataset.of(new double[][] {{1, Double.POSITIVE_INFINITY}}, new double[][] {{0}}))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("row 1, input 2: Infinity is not a finite number");
    }

    @Test
    void aProgramsTableIsSplitAndScaledAsTheNetworkSays() {
        var table = SampleTable.ofReals(new double[][] {{1}, {3}, {5}, {9}}, new double[][] {{0.5}, {0.25}, {1}, {2}});
        var network = Sources.network(Sources.moons(1, 0), 1, 1, SIGMOID).split(0.25, 0, false, true)
                .scaled(new Scaling.MinMax());
        var dataset = Sources.success(Dataset.prepare(network.network(), table));
        assertThat(Sources.inputs(dataset.train())).isDeepEqualTo(new double[][] {{0}, {0.5}, {1}});
        assertThat(Sources.inputs(dataset.test().orElseThrow())).isDeepEqualTo(new double[][] {{2}});
    }

    private interface Opening {
        SampleTable open(Map<String, Double> options, long seed);
    }

    private static DataLibrary library(Opening opening) {
        return new DataLibrary(NO_FILES, Map.of("sensors", new CustomSource() {
            @Override
            public Set<String> options() {
                return Set.of("window");
            }

            @Override
            public SampleTable open(Map<String, Double> options, long seed) {
                return opening.open(options, seed);
            }
        }));
    }
}
