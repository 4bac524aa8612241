package brickwork.data;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Csv files with texts, missing cells and classes of any names, as their spec takes them: known answers. */
class ColumnsOfTextsTest {

    private static final String NETWORK = "\nlayer 2 tanh -> 1 sigmoid\nloss bce\ntrain 1 epoch";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(folder.resolve("p.csv"), """
                id,age,deck,zone,bought
                1,10,B,3,no
                2,,A,1,yes
                3,40,,10,no
                4,20,B,1,yes
                5,90,C,3,yes
                """);
    }

    @Test
    void aColumnOfTextBecomesAnInputForEachOfItsTextsInOrder() {
        var dataset = prepared("data csv \"p.csv\" target bought except id, age\nmissing \"-\" for deck");
        assertThat(dataset.preparation().columns().inputNames()).containsExactly("deck=-", "deck=A", "deck=B", "deck=C", "zone");
        assertThat(Sources.inputs(dataset.train())).isDeepEqualTo(
                new double[][] {{0, 0, 1, 0, 3}, {0, 1, 0, 0, 1}, {1, 0, 0, 0, 10}, {0, 0, 1, 0, 1}, {0, 0, 0, 1, 3}});
        assertThat(dataset.preparation().targetNames()).containsExactly("bought");
    }

    @Test
    void numbersThatAreCategoriesComeByValue() {
        var dataset = prepared("data csv \"p.csv\" target bought features zone categories zone");
        assertThat(dataset.preparation().columns().inputNames()).containsExactly("zone=1", "zone=3", "zone=10");
        assertThat(Sources.inputs(dataset.train())[2]).containsExactly(0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"mean|40", "median|30", "-1|-1", "2 * 3|6"})
    void aMissingNumberIsFilledByWhatTheTrainingPartHas(String treatment, double filled) {
        var text = "data csv \"p.csv\" target bought features age\nmissing " + treatment + NETWORK;
        assertThat(Sources.inputs(prepare(text).train())[1][0]).isEqualTo(filled);
    }

    @Test
    void itIsFittedOnTheTrainingPartAlone() {
        var text = "data csv \"p.csv\" target bought features age\nsplit test 20% in order\nmissing mean";
        assertThat(Sources.inputs(prepared(text).train())[1][0]).isEqualTo(70 / 3.0);
    }

    @Test
    void rowsWithAMissingCellAreLeftOut() {
        assertThat(prepared("data csv \"p.csv\" target bought features 2 .. 4\nmissing drop").train().count()).isEqualTo(3);
        assertThat(prepared("data csv \"p.csv\" target bought features 2 .. 4\nmissing median\nmissing drop for deck").train().count())
                .isEqualTo(4);
    }

    @Test
    void aCategoryThatOnlyATestRowHasIsAFaultOrZeros() {
        var text = "data csv \"p.csv\" target bought features deck, zone unseen as zeros\nmissing \"A\"\nsplit test 20% in order";
        var dataset = prepared(text);
        assertThat(dataset.preparation().columns().inputNames()).containsExactly("deck=A", "deck=B", "zone");
        assertThat(Sources.inputs(dataset.test().orElseThrow())).isDeepEqualTo(new double[][] {{0, 0, 3}});
        assertThat(faults(text.replace(" unseen as zeros", "") + NETWORK)).containsExactly(
                "row 5, column 3 (deck): \"C\" is in no row of the training part");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "target bought|no,yes|0,1,0,1,1",
            "target bought positive no|yes,no|1,0,1,0,0",
            "target bought, positive \"yes\"|no,yes|0,1,0,1,1"})
    void theSecondClassIsOneUnlessAnotherIsPositive(String columns, String names, String targets) {
        var dataset = prepared("data csv \"p.csv\" " + columns + " features zone");
        assertThat(dataset.classNames()).containsExactly(names.split(","));
        assertThat(targets(dataset)).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1,2,2,1|sigmoid|1,2|0,1,1,0", "-1,1,1,-1|sigmoid|-1,1|0,1,1,0", "0,5,5,0|sigmoid|0,5|0,1,1,0", "1,0,0,1|sigmoid|0,1|1,0,0,1",
            "10,9,200,9|softmax|9,10,200|1,0,2,0", "1,2,2,1|linear||1,2,2,1", "1,2,3,1|tanh||1,2,3,1"})
    void wholeNumbersAreClassesWhereTheLastLayerReadsClasses(String numbers, String last, String names, String targets) throws IOException {
        Files.writeString(folder.resolve("n.csv"),
                "x,y\n" + Arrays.stream(numbers.split(",")).map(y -> "7," + y).collect(Collectors.joining("\n")));
        var units = last.equals("softmax") ? 3 : 1;
        var dataset = prepare("data csv \"n.csv\" target y\nlayer " + units + " " + last + "\nloss "
                + (units == 3 ? "cross_entropy" : "mse") + "\ntrain 1 epoch");
        assertThat(dataset.classNames()).isEqualTo(names == null ? List.of() : List.of(names.split(",")));
        if (units == 1) {
            assertThat(targets(dataset)).isEqualTo(targets);
        } else {
            assertThat(IntStream.range(0, 4).mapToObj(row -> "" + dataset.train().label(row)).collect(Collectors.joining(",")))
                    .isEqualTo(targets);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "target bought features age, deck positive maybe|unknown class `maybe`",
            "target age features zone positive 10|column 2 (age) has 4 classes, and one of two is positive",
            "target bought features age except zone categories zone|column 4 (zone) is not learned from, so it has no categories",
            "target bought features age, 2|column 2 (age) is already used",
            "target bought features zone, deck|p.csv: a value is missing in column 3 (deck) once, in line 4"})
    void whatCannotBeMeantIsAFault(String columns, String message) {
        var missing = columns.contains("zone, deck") ? "\nmissing 0 for age" : "\nmissing drop";
        assertThat(faults("data csv \"p.csv\" " + columns + missing + NETWORK)).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "missing mean for deck|column 3 (deck) holds texts, which have no mean",
            "missing \"A\" for age|column 2 (age) holds numbers, which \"A\" is none of",
            "missing medain|unknown treatment of missing cells `medain`"})
    void aTreatmentThatDoesNotFitIsAFault(String missing, String message) {
        var rest = missing.contains("for deck") ? "\nmissing 0" : missing.contains("for age") ? "\nmissing \"x\"" : "";
        assertThat(faults("data csv \"p.csv\" target bought features age, deck\n" + missing + rest + NETWORK)).contains(message);
    }

    @Test
    void theCanonicalTextMeansTheSame() {
        var text = "data csv \"p.csv\" target bought positive no features 2 .. 4 categories zone, unseen as zeros\n"
                + "missing median for age; missing \"a \\\"b\\\"\" for deck; missing drop" + NETWORK;
        var network = Brickwork.standard().withFolder(folder).compile(text).network();
        var printed = SpecPrinter.print(network);
        assertThat(printed).contains(
                "data csv \"p.csv\" target \"bought\" positive \"no\" features 2 .. 4 categories \"zone\" unseen as zeros\n",
                "\nmissing median for \"age\"\nmissing \"a \\\"b\\\"\" for \"deck\"\nmissing drop\n");
        assertThat(SpecPrinter.print(Brickwork.standard().withFolder(folder).compile(printed).network())).isEqualTo(printed);
    }

    private Dataset prepared(String data) {
        return prepare(data + NETWORK);
    }

    private Dataset prepare(String text) {
        return Brickwork.standard().withFolder(folder).compile(text).data().orThrow();
    }

    private List<String> faults(String text) {
        return switch (Brickwork.standard().withFolder(folder).compile(new SourceText("x.nn", text))) {
            case Outcome.Success<?>(_, _) -> List.of();
            case Outcome.Failure<?>(var faults) -> faults.stream().map(Diagnostic::message).toList();
        };
    }

    private static String targets(Dataset dataset) {
        return Arrays.stream(Sources.targets(dataset.train())).map(row -> String.valueOf((long) row[0])).collect(Collectors.joining(","));
    }
}
