package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static brickwork.data.Sources.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.DataCatalog.Answer;
import brickwork.check.DataCatalog.Targets;
import brickwork.model.Activation;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {

    private static final String MISSING = "write `missing median`, or `missing drop` to leave such rows out; a target can only be left out";

    private static final List<String> ALL = List.of();

    @TempDir
    private Path folder;

    @Test
    void columnsAreFoundByName() throws IOException {
        write("a,b,kind\n1,2,0\n3,4,1\n");
        var train = read(List.of("kind"), List.of("b", "a"), 2, 1, SIGMOID).train();
        assertThat(Sources.inputs(train)).isDeepEqualTo(new double[][] {{2, 1}, {4, 3}});
        assertThat(Sources.targets(train)).isDeepEqualTo(new double[][] {{0}, {1}});
    }

    @Test
    void columnsAreFoundByNumberAndTheOthersAreInputs() throws IOException {
        write("a,b,c\n1,2.5,3\n4,5,6\n");
        var train = read(List.of("#2"), ALL, 2, 1, SIGMOID).train();
        assertThat(Sources.inputs(train)).isDeepEqualTo(new double[][] {{1, 3}, {4, 6}});
        assertThat(Sources.targets(train)).isDeepEqualTo(new double[][] {{2.5}, {5}});
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,a\n3,4,b\n", "x,y,z\n1,2,a\n3,4,b\n", "x,y,\n1,2,a\n3,4,b\n", "0,1,kind\n1,2,a\n3,4,b\n"})
    void theHeaderIsFoundByItself(String text) throws IOException {
        write(text);
        var target = text.startsWith("0") ? "kind" : "#3";
        var dataset = read(List.of(target), ALL, 2, 1, SIGMOID);
        assertThat(Sources.inputs(dataset.train())).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(dataset.classNames()).containsExactly("a", "b");
    }

    @Test
    void aHeaderOfNumbersIsSeenByItsOneWord() throws IOException {
        write("0,1,target\n5,6,0\n7,8,1\n");
        assertThat(Sources.inputs(read(List.of("#3"), ALL, 2, 1, SIGMOID).train())).isDeepEqualTo(new double[][] {{5, 6}, {7, 8}});
    }

    @Test
    void textTargetsBecomeClassesInSortedOrder() throws IOException {
        write("x,kind\n1,pear\n2,apple\n3,\"fig\"\n4,pear\n");
        var dataset = read(List.of("kind"), ALL, 1, 3, SOFTMAX);
        assertThat(dataset.classNames()).containsExactly("apple", "fig", "pear");
        assertThat(Sources.labels(dataset.train())).containsExactly(2, 0, 1, 2);
        assertThat(Sources.targets(dataset.train())).isDeepEqualTo(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    @Test
    void wholeNumbersAreClassesUnderSoftmaxAndNumbersOtherwise() throws IOException {
        write("x,n\n1,2\n2,0\n3,1\n");
        var classes = read(List.of("n"), ALL, 1, 3, SOFTMAX).train();
        assertThat(Sources.labels(classes)).containsExactly(2, 0, 1);
        var numbers = read(List.of("n"), ALL, 1, 1, new Activation.Linear()).train();
        assertThat(Sources.targets(numbers)).isDeepEqualTo(new double[][] {{2}, {0}, {1}});
        assertThat(numbers.hasClasses()).isFalse();
        assertThat(describe("n")).isEqualTo(new Answer.Known(3, 1, new Targets.Whole(3), true, 0, 2, false));
    }

    @Test
    void severalTargetsAreNumbers() throws IOException {
        write("x,y,z\n1,0.5,-1\n2,1e3,+.5\n");
        var train = read(List.of("z", "y"), ALL, 1, 2, new Activation.Linear()).train();
        assertThat(Sources.targets(train)).isDeepEqualTo(new double[][] {{-1, 0.5}, {0.5, 1000}});
    }

    @ParameterizedTest
    @CsvSource({"','", "';'", "'\t'"})
    void theSeparatorIsSeenInTheFirstLine(String separator) throws IOException {
        write("\"a,b;\tc\",d\n1,2\n3,4\n".replace("\",", "\"" + separator).replaceAll("(?<=\\d),", separator));
        assertThat(Sources.inputs(read(List.of("d"), List.of("a,b;\tc"), 1, 1, SIGMOID).train())).isDeepEqualTo(new double[][] {{1}, {3}});
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFa,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "\n\na,b\n\n1,2\n \n3,4\n\n",
            " a , \"b\" \n 1,2 \n\"3\", 4 \n", "a,b\r1,2\r3,4"})
    void marksLineEndsAndWhiteSpaceCountForNothing(String text) throws IOException {
        write(text);
        var train = read(List.of("b"), List.of("a"), 1, 1, SIGMOID).train();
        assertThat(Sources.inputs(train)).isDeepEqualTo(new double[][] {{1}, {3}});
    }

    @Test
    void aPackedFileIsReadAsItIs() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("data.csv"), packed.toByteArray());
        assertThat(Sources.inputs(read(List.of("b"), ALL, 1, 1, SIGMOID).train())).isDeepEqualTo(new double[][] {{1}, {3}});
    }

    @Test
    void manyRowsKeepEveryValueExactly() throws IOException {
        var text = new StringBuilder("a,b,y\n");
        var expected = new double[5000][2];
        for (var i = 0; i < expected.length; i++) {
            expected[i] = new double[] {i % 256, i < 4000 ? i % 7 : i / 3.0};
            text.append(i % 256).append(',').append(expected[i][1]).append(",0\n");
        }
        write(text.toString());
        assertThat(Sources.inputs(read(List.of("y"), ALL, 2, 1, SIGMOID).train())).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a,b\\n1,2\\n,4|data.csv: a value is missing in column 1 (a) once, in line 3|" + MISSING,
            "a,b\\n1,\\nNaN,4\\nNA,3|data.csv: a value is missing in column 1 (a) 2 times, first in line 3 and "
                    + "column 2 (b) once, in line 2|" + MISSING,
            "a,b\\n1,2\\n\\n-inf,4|data.csv, line 4, column 1 (a): \"-inf\" is not a number|"
                    + "write a number, or name the columns to learn from with `features`",
            "a;b\\n1;2\\n1,5;4|data.csv, line 3, column 1 (a): \"1,5\" is not a number|write a decimal point: `1.5`",
            "a,b\\n1,2\\n0x1p3,4|data.csv, line 3, column 1 (a): \"0x1p3\" is not a number|"
                    + "write a number, or name the columns to learn from with `features`",
            "a,b\\n1,2\\n1e999,4|data.csv, line 3, column 1 (a): \"1e999\" is larger than any number that can be held|use a larger unit",
            "a,b\\n1,x\\n3,?|data.csv: a value is missing in column 2 (b) once, in line 3|" + MISSING,
            "a,b\\n1,x\\n3,7|data.csv, line 3, column 2 (b): \"7\" is a number, but the rows before have text|"
                    + "a target column is all numbers, or all names of classes that are no numbers",
            "a,b\\n1,7\\n3,x|data.csv, line 3, column 2 (b): \"x\" is text, but the rows before have numbers|"
                    + "a target column is all numbers, or all names of classes that are no numbers"})
    void aValueThatIsNoNumberIsNamedByLineAndColumn(String text, String message, String help) throws IOException {
        write(text.replace("\\n", "\n"));
        var fault = fault(List.of("#2"), ALL);
        assertThat(fault.code()).isEqualTo(Code.NN204);
        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.help()).contains(help);
        assertThat(Sources.place(fault)).isEqualTo("data.csv");
    }

    @Test
    void aRaggedRowIsNamedByItsLine() throws IOException {
        write("a,b\n1,2\n\"3\n3\",4\n5\n");
        assertThat(fault(List.of("b"), List.of("a")).message()).contains("line 3, column 1 (a): \"3 3\" is not a number");
        write("a,b\n1,2\n5\n");
        var fault = fault(List.of("b"), ALL);
        assertThat(fault.code()).isEqualTo(Code.NN205);
        assertThat(fault.message()).isEqualTo("data.csv, line 3: 1 field, but the first row has 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "a,b\n", "a,b"})
    void noRowsAreRefused(String text) throws IOException {
        write(text);
        assertThat(fault(List.of("#2"), ALL).code()).isEqualTo(Code.NN206);
    }

    @Test
    void anUnknownColumnNamesTheKnownOnes() throws IOException {
        write("petal_length,petal_width,kind\n1,2,0\n3,4,1\n");
        assertThat(describe("petal_widht")).isEqualTo(new Answer.UnknownName("petal_widht", Origin.NONE, "column",
                List.of("petal_length", "petal_width", "kind")));
        assertThat(fault(List.of("petal_widht"), ALL).help()).contains("did you mean `petal_width`?");
        assertThat(Sources.place(fault(List.of("petal_widht"), ALL))).isEqualTo("petal_widht");
    }

    @Test
    void aNameInAFileWithoutHeaderAndANumberTooLargeAreUnknown() throws IOException {
        write("1,2\n3,4\n");
        assertThat(fault(List.of("kind"), ALL).help()).contains("it has 1, 2");
        assertThat(fault(List.of("#3"), ALL).message()).isEqualTo("unknown column `3`");
        assertThat(Sources.place(fault(List.of("#2"), List.of("#0")))).isEqualTo("#0");
    }

    @Test
    void aColumnIsEitherInputOrTarget() throws IOException {
        write("a,b\n1,2\n3,4\n");
        var fault = fault(List.of("b"), List.of("#2"));
        assertThat(fault.code()).isEqualTo(Code.NN064);
        assertThat(fault.message()).isEqualTo("column 2 (b) is already used");
        assertThat(Sources.place(fault)).isEqualTo("#2");
    }

    @Test
    void aHeaderMustTellColumnsApart() throws IOException {
        write("a,a,b\n1,2,3\n4,5,6\n");
        assertThat(fault(List.of("b"), List.of("a")).help()).contains("name it by its number, 1 or 2");
        write(",a,b\n0,1,2\n1,4,5\n");
        var fault = fault(List.of("b"), ALL);
        assertThat(fault.code()).isEqualTo(Code.NN210);
        assertThat(fault.message()).isEqualTo("data.csv has no name for column 1 in its header");
    }

    @Test
    void oneClassAloneTeachesNothing() throws IOException {
        write("a,b\n1,x\n2,x\n");
        assertThat(fault(List.of("b"), ALL).code()).isEqualTo(Code.NN208);
    }

    @Test
    void onlyTargetsAreNoInputs() throws IOException {
        write("a,b\n1,2\n");
        assertThat(fault(List.of("a", "b"), ALL).code()).isEqualTo(Code.NN205);
    }

    @Test
    void brokenTextIsRefused() throws IOException {
        Files.write(folder.resolve("data.csv"), new byte[] {'a', ',', 'b', '\n', (byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(fault(List.of("b"), ALL).message()).isEqualTo("data.csv is broken: it is no text in UTF-8");
    }

    static Stream<Arguments> brokenRows() {
        return Stream.of(
                Arguments.of("a,b\n1,\"2\n3,4\n", "line 2: a row begins with a quoted field that is never closed", "close the quotes"),
                Arguments.of("a,b\n1,\"2\"3\n3,4\n",
                        "line 2: in the row that begins there a character follows the closing quote of a field", "is written twice"),
                Arguments.of("a,b\n1,2\n" + "1".repeat(17 << 20) + ",2\n", "line 3: a field is longer than 16,777,216 characters",
                        "see whether a quote is opened there"),
                Arguments.of("a,b\n1,\"2\n" + "5,6\n".repeat(5 << 20), "line 2: a field is longer than 16,777,216 characters",
                        "see whether a quote is opened there"),
                Arguments.of("a,b\n1,2\n" + "1,".repeat(1_000_100) + "\n", "line 3: a row of more than 1,000,000 fields begins",
                        "a line of its own"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void brokenRows(String text, String message, String cure) throws IOException {
        write(text);
        var fault = fault(List.of("b"), ALL);
        assertThat(fault.code()).isEqualTo(Code.NN203);
        assertThat(fault.message()).isEqualTo("data.csv is broken: " + message);
        assertThat(fault.help().orElseThrow()).contains(cure);
    }

    @Test
    void anAbsentFileNamesOneThatIsThere() throws IOException {
        Files.writeString(folder.resolve("dta.csv"), "a,b\n1,2\n");
        var fault = fault(List.of("b"), ALL);
        assertThat(fault.code()).isEqualTo(Code.NN202);
        assertThat(fault.message()).isEqualTo("there is no file data.csv");
        assertThat(fault.help()).contains("did you mean `dta.csv`?");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("data.csv"), text);
    }

    private Dataset read(List<String> targets, List<String> features, int inputs, int units, Activation last) {
        return Sources.success(Sources.in(folder).prepare(
                Sources.network(Sources.csv("data.csv", targets, features), inputs, units, last).network()));
    }

    private Diagnostic fault(List<String> targets, List<String> features) {
        return Sources.onlyFault(Sources.in(folder).prepare(
                Sources.network(Sources.csv("data.csv", targets, features), 1, 1, SIGMOID).network()));
    }

    private Answer describe(String... targets) {
        return Sources.in(folder).describe(Sources.csv("data.csv", Arrays.asList(targets), ALL));
    }
}
