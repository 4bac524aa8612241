package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static brickwork.cli.CliRun.nnReading;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn predict} and {@code nn evaluate} on files as people have them. */
class RowsOfAFileTest {

    private static final String ROWS = """
            length,colour,kind,"size, in cm"
            1,red,a,4
            2,blue,b,3
            ,red,a,5
            4,green,b,1
            """;

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void train() throws IOException {
        model = folder.resolve("m.safetensors");
        Files.writeString(folder.resolve("t.csv"), ROWS);
        Files.writeString(folder.resolve("t.nn"), """
                data csv "t.csv" target kind
                missing mean
                layer 4 tanh -> 1 sigmoid
                loss bce
                optimizer adam rate 0.1
                train 50 epochs
                """);
        assertThat(nn("train", folder.resolve("t.nn"), "--save", model).exit()).isZero();
    }

    @Test
    void theOrderOfColumnsIsNothingToTheAnswer() throws IOException {
        Files.writeString(folder.resolve("reversed.csv"),
                reversed(ROWS.replace("\"size, in cm\"", "SIZE")).replace("SIZE", "\"size, in cm\""));

        var forward = nn("predict", "--model", model, "--data", folder.resolve("t.csv"));
        var backward = nn("predict", "--model", model, "--data", folder.resolve("reversed.csv"));

        assertThat(forward.out()).startsWith("class,b\na,").isEqualTo(backward.out());
        assertThat(forward.err() + backward.err()).isEmpty();
    }

    private static String reversed(String csv) {
        return csv.lines().map(line -> Arrays.asList(line.split(",", -1)).reversed().stream().collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void rowsComeFromStandardInputAndGoToAFile() throws IOException {
        var file = folder.resolve("out.csv");
        var printed = nn("predict", "--model", model, "--data", folder.resolve("t.csv"));

        var run = nnReading(ROWS, "predict", "--model", model, "--data", "-", "--output", file);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isBlank();
        assertThat(file).hasContent(printed.out());
        assertThat(nnReading("length,colour\n1,red\n", "predict", "--model", model, "--data", "-").err()).contains(
                "- has no column").contains("\"size, in cm\"");
    }

    @Test
    void whatIsReadIsNotWrittenOver() {
        var run = nn("predict", "--model", model, "--data", folder.resolve("t.csv"), "--output", folder.resolve("t.csv"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("is what is read, and would be written over");
    }

    @Test
    void withoutAHeaderColumnsAreTakenInTheirOrderAndThatIsSaid() {
        var run = nnReading("1,red,4\n2,blue,3\n", "predict", "--model", model, "--data", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("warning[NN213]: -: columns are taken in their order, for it has no header");
    }

    @Test
    void anUnknownCategoryIsTold() {
        assertThat(nnReading("length,colour,\"size, in cm\"\n1,pink,4\n", "predict", "--model", model, "--data", "-").err()).contains(
                "-, line 2, column 2 (colour): \"pink\" was in no row of the training part; there were \"blue\", \"green\" and \"red\"");
    }

    @Test
    void aModelIsJudgedOnRowsWithTargets() {
        var run = nn("evaluate", "--model", model, "--data", folder.resolve("t.csv"));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("4 rows\nloss ").contains("\naccuracy 1.00000\n").endsWith("""
                confusion, a row for each true class
                     a  b
                  a  2  0
                  b  0  2
                """);
        var json = nn("evaluate", "--model", model, "--data", folder.resolve("t.csv"), "--json").json();
        assertThat(json).containsEntry("rows", 4).containsEntry("classes", List.of("a", "b"))
                .containsEntry("confusion", List.of(List.of(2, 0), List.of(0, 2)));
    }

    @Test
    void classesOfOtherNamesAndRowsWithoutTargetsCannotBeJudged() {
        assertThat(nnReading(ROWS.replace(",b,", ",c,"), "evaluate", "--model", model, "--data", "-").err())
                .contains("-, line 3, column 3 (kind): \"c\" is none of the classes \"a\" and \"b\"");
        assertThat(nnReading(ROWS.replace("kind", "sort"), "evaluate", "--model", model, "--data", "-").err())
                .contains("- has no column \"kind\", which holds what the network was trained to give");
    }

    @Test
    void anExportSaysWhatBecomesNumbersBeforeTheNetwork() {
        var run = nn("export", "--model", model, "--onnx", folder.resolve("m.onnx"));

        assertThat(run.err()).contains("note: column length: missing values are no part of the network; 2.33",
                "note: column colour: its texts are no part of the network; it takes 3 numbers in their place");
        assertThat(folder.resolve("m.onnx")).content(StandardCharsets.ISO_8859_1)
                .contains("[\"length\",\"colour=blue\",\"colour=green\",\"colour=red\",\"size, in cm\"]");
    }

    @Test
    void whatWasJudgedInTrainingIsJudgedAlike() throws IOException {
        var trained = nn("train", folder.resolve("t.nn"), "--json").json().toString();
        var judged = nn("evaluate", "--model", model, "--data", folder.resolve("t.csv"), "--json").json();

        assertThat(trained).contains(((Map<?, ?>) judged.get("metrics")).get("loss").toString());
    }
}
