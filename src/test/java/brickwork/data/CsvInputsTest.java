package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import brickwork.source.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvInputsTest {

    private static final InputColumns COLOURED = new InputColumns(List.of(
            new InputColumn.Numbers(Optional.of("size"), 2, OptionalDouble.of(9)),
            new InputColumn.Categories(Optional.of("colour"), 3, List.of("blue", "red"), Optional.of("red"), false)), 4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "b,a\\n2,1\\n4,3|a,b",
            "b,c,a\\n2,no number,1\\n4,,3|a,b",
            "a,y,b\\n1,0,2\\n3,0,4|a,b"})
    void columnsAreFoundByNameInAnyOrderAndAmongOthers(String text, String columns) throws IOException {
        var read = read(text, columns);
        assertThat(Sources.inputs(success(read))).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(read.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1,2\\n3,4|",
            "1,2\\n3,4|a,b",
            "b,a\\n1,2\\n3,4|#1,#2",
            "0,1,2\\n0,3,4|#2,#3 of 3",
            "1,2\\n3,4|#5,#3 of 7"})
    void withoutNamesTheyAreTakenByPositionWhichIsSaid(String text, String columns) throws IOException {
        var read = read(text, columns);
        assertThat(Sources.inputs(success(read))).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(read.diagnostics()).hasSize(1).first().satisfies(note -> {
            assertThat(note.code()).isEqualTo(Code.NN213);
            assertThat(note.message()).startsWith("new.csv: columns are taken in their order").endsWith(
                    text.startsWith("b") ? "the training knew no names" : "it has no header");
        });
    }

    @Test
    void theyAreScaledAndHaveNoTargets() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "1,2\n3,4\n");
        var samples = success(read(FittedPreparation.of(FittedScaling.by(2), List.of())));
        assertThat(Sources.inputs(samples)).isDeepEqualTo(new double[][] {{0.5, 1}, {1.5, 2}});
        assertThat(samples.targets()).isZero();
        assertThat(samples.hasClasses()).isFalse();
    }

    @Test
    void categoriesAndMissingCellsGoTheWayOfTraining() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "colour,size\nblue,1\n,?\nred,3\n");
        assertThat(Sources.inputs(success(read(FittedPreparation.NONE.withColumns(COLOURED)))))
                .isDeepEqualTo(new double[][] {{1, 1, 0}, {9, 0, 1}, {3, 0, 1}});
    }

    @Test
    void aCategoryThatTrainingDidNotKnowIsAFaultAtItsRow() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "colour,size\nblue,1\ngreen,2\n");
        var fault = Sources.onlyFault(read(FittedPreparation.NONE.withColumns(COLOURED)));
        assertThat(fault.message()).isEqualTo("new.csv, line 3, column 1 (colour): \"green\" was in no row of the training part; "
                + "there were \"blue\" and \"red\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1,2,3\\n||NN205|3 columns, but the network takes 2",
            "x,z\\n1,2|a,b|NN063|no columns \"a\" and \"b\"",
            "a,z\\n1,2|a,b|NN063|no column \"b\"",
            "a,b,a\\n1,2,3|a,b|NN210|several columns named a",
            "1,x\\n2,3\\n4,||NN204|missing", "1,2\\n3,4,5||NN205|3 fields",
            "a,b\\n||NN206|no rows"})
    void whatDoesNotFitIsRefused(String text, String columns, Code code, String message) throws IOException {
        var fault = Sources.onlyFault(read(text, columns));
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).contains(message);
    }

    @Test
    void anAbsentFileIsRefusedWhereItWasNamed() {
        var fault = Sources.onlyFault(read(FittedPreparation.NONE));
        assertThat(fault.code()).isEqualTo(Code.NN202);
        assertThat(Sources.place(fault)).isEqualTo("new.csv");
    }

    /** {@code columns} is names, or places such as {@code #2,#3 of 4}. */
    private Outcome<Samples> read(String text, String columns) throws IOException {
        Files.writeString(folder.resolve("new.csv"), text.replace("\\n", "\n"));
        return read(FittedPreparation.NONE.withColumns(columns == null ? InputColumns.NONE : columns(columns)));
    }

    private static InputColumns columns(String text) {
        if (!text.startsWith("#")) {
            return InputColumns.named(List.of(text.split(",")));
        }
        var places = text.split(" of ");
        return new InputColumns(Arrays.stream(places[0].split(",")).<InputColumn>map(place -> new InputColumn.Numbers(Optional.empty(),
                Integer.parseInt(place.substring(1)), OptionalDouble.empty())).toList(),
                places.length == 1 ? 2 : Integer.parseInt(places[1]));
    }

    private Outcome<Samples> read(FittedPreparation preparation) {
        var inputs = preparation.columns().isNone() ? 2 : preparation.columns().inputs();
        var network = Sources.network(Sources.moons(10, 0), inputs, 1, SIGMOID).network();
        return Sources.in(folder).prepareInputs("new.csv", Sources.at("new.csv"), network, preparation);
    }

    private static Samples success(Outcome<Samples> outcome) {
        return switch (outcome) {
            case Outcome.Success<Samples>(var samples, _) -> samples;
            case Outcome.Failure<Samples>(var faults) -> throw new AssertionError(faults.getFirst().message());
        };
    }
}
