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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpzSourceTest {

    /** numpy.savez(f, x=asfortranarray(arange(6, dtype=">f4").reshape(2, 3)), y=array([0, 2])), by NumPy 2.4. */
    private static final String SAVED_BY_NUMPY = """
            UEsDBC0AAAAAAAAAIQAJ2dGP//////////8FABQAeC5ucHkBABAAmAAAAAAAAACYAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJz5mNCcsICdmb3J0cmFu
            X29yZGVyJzogVHJ1ZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg
            ICAKAAAAAEBAAAA/gAAAQIAAAEAAAABAoAAAUEsDBC0AAAAAAAAAIQCdbXRH//////////8FABQAeS5ucHkBABAAkAAAAAAAAACQAAAAAAAAAJNOVU1QWQEA
            dgB7J2Rlc2NyJzogJzxpOCcsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg
            ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAAAAAAAAAAACAAAAAAAAAFBLAQItAy0AAAAAAAAAIQAJ2dGPmAAAAJgAAAAFAAAAAAAAAAAAAACAAQAA
            AAB4Lm5weVBLAQItAy0AAAAAAAAAIQCdbXRHkAAAAJAAAAAFAAAAAAAAAAAAAACAAc8AAAB5Lm5weVBLBQYAAAAAAgACAGYAAACWAQAAAAA=""";

    /**
     * numpy.savez_compressed(f, images=arange(12, dtype="u1").reshape(2, 2, 3), targets=array([[.5], [-1]], dtype="<f2"),
     * labels=array([True, False])), by NumPy 2.4.
     */
    private static final String PACKED_BY_NUMPY = """
            UEsDBC0AAAAIAAAAIQDFIoSg//////////8KABQAaW1hZ2VzLm5weQEAEACMAAAAAAAAAFQAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgXlNqqK6joJ6W
            X1RSlJgXn1+UkgoSd0vMKU4FihdnJBakAvkaRjoKQGSsqaNQq0Ae4GJgZGJmYWVj5+Dk4gYAUEsDBC0AAAAIAAAAIQC7xf7B//////////8LABQAdGFyZ2V0
            cy5ucHkBABAAhAAAAAAAAABKAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TZqSuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CoaaOgq1
            CmQDLgYLhj0AUEsDBC0AAAAIAAAAIQDuGbtd//////////8KABQAbGFiZWxzLm5weQEAEACCAAAAAAAAAEYAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWg
            XpNkqK6joJ6WX1RSlJgXn1+UkgoSd0vMKU4FihdnJBakAvkaRjqaOgq1ChQALkYGAFBLAQItAy0AAAAIAAAAIQDFIoSgVAAAAIwAAAAKAAAAAAAAAAAAAACA
            AQAAAABpbWFnZXMubnB5UEsBAi0DLQAAAAgAAAAhALvF/sFKAAAAhAAAAAsAAAAAAAAAAAAAAIABkAAAAHRhcmdldHMubnB5UEsBAi0DLQAAAAgAAAAhAO4Z
            u11GAAAAggAAAAoAAAAAAAAAAAAAAIABFwEAAGxhYmVscy5ucHlQSwUGAAAAAAMAAwCpAAAAmQEAAAAA""";

    @TempDir
    private Path folder;

    @Test
    void whatNumpySavedIsRead() throws IOException {
        write(Base64.getMimeDecoder().decode(SAVED_BY_NUMPY));
        var train = read("x", "y", 3, 3, SOFTMAX).train();
        assertThat(Sources.inputs(train)).isDeepEqualTo(new double[][] {{0, 1, 2}, {3, 4, 5}});
        assertThat(Sources.labels(train)).containsExactly(0, 2);
    }

    @Test
    void whatNumpyPackedIsRead() throws IOException {
        write(Base64.getMimeDecoder().decode(PACKED_BY_NUMPY));
        var numbers = read("images", "targets", 6, 1, new Activation.Linear()).train();
        assertThat(Sources.inputs(numbers)).isDeepEqualTo(new double[][] {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}});
        assertThat(Sources.targets(numbers)).isDeepEqualTo(new double[][] {{0.5}, {-1}});
        assertThat(numbers.hasClasses()).isFalse();
        assertThat(Sources.labels(read("images", "labels", 6, 1, SIGMOID).train())).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource({"|b1,0,1", "|u1,0,255", "<u2,3,65535", ">u2,3,65535", "<u4,3,4294967295", ">u4,1,4294967295", "<u8,1,18446744073709549568",
            "|i1,-128,127", "<i2,-32768,32767", ">i2,-2,5", "<i4,-2147483648,2147483647", ">i4,-9,8",
            "<i8,-9007199254740992,9007199254740992",
            ">i8,-4,4", "<f2,0.5,-65504", ">f2,1,-2", "<f4,1.5,-3.0000000054977558e38", ">f4,0.25,1", "<f8,1e300,-1e-300", ">f8,0.1,0.2",
            "=f8,0.1,0.2", "=i2,7,-8"})
    void everyNumberTypeIsRead(String type, double first, double second) throws IOException {
        for (var version = 1; version <= 3; version++) {
            var array = NumPy.array(version, NumPy.header(type, false, "2, 1"), NumPy.values(type, first, second));
            write(new NumPy().with("x", array).with("y", "<f8", "2, 1", 0.5, 0.5).deflated());
            var expected = type.endsWith("f4") ? (float) second : second;
            assertThat(Sources.inputs(read("x", "y", 1, 1, SIGMOID).train())).isDeepEqualTo(new double[][] {{first}, {expected}});
        }
    }

    @Test
    void aFortranArrayOfManyDimensionsIsFlattenedAsNumpyWould() throws IOException {
        // asfortranarray(arange(24).reshape(2, 3, 2, 2)).ravel("K")
        var inMemory = new double[] {0, 12, 4, 16, 8, 20, 2, 14, 6, 18, 10, 22, 1, 13, 5, 17, 9, 21, 3, 15, 7, 19, 11, 23};
        write(new NumPy().with("x", NumPy.array(1, NumPy.header("<i4", true, "2, 3, 2, 2"), NumPy.values("<i4", inMemory)))
                .with("y", "<f8", "2,", 0.5, 2).stored());
        assertThat(Sources.inputs(read("x", "y", 12, 1, SIGMOID).train())).isDeepEqualTo(new double[][] {
                {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, {12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}});
    }

    @Test
    void oneDimensionIsOneColumn() throws IOException {
        write(new NumPy().with("x", "<f4", "3,", 1, 2, 3).with("y", "<f8", "3,", 0, 1, 0).stored());
        var train = read("x", "y", 1, 1, SIGMOID).train();
        assertThat(Sources.inputs(train)).isDeepEqualTo(new double[][] {{1}, {2}, {3}});
        assertThat(Sources.labels(train)).containsExactly(0, 1, 0);
    }

    @Test
    void wholeNumbersInOneDimensionAreClassesAndInTwoAreNumbers() throws IOException {
        write(new NumPy().with("x", "<f8", "3, 1", 1, 2, 3).with("y", "|u1", "3,", 2, 0, 2).with("z", "|i1", "3, 1", 2, 0, -2).stored());
        assertThat(describe("x", "y")).isEqualTo(new Answer.Known(3, 1, new Targets.Classes(3), false, 0, 2, true));
        assertThat(describe("x", "z")).isEqualTo(new Answer.Known(3, 1, new Targets.Reals(1), false, -2, 2, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', value = {
            "{'descr': '|O', 'fortran_order': False, 'shape': (2,), }^the array x of data.npz holds Python objects, not numbers",
            "{'descr': '<U3', 'fortran_order': False, 'shape': (2,), }^the array x of data.npz holds text, not numbers",
            "{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }^the array x of data.npz holds complex numbers, not numbers",
            "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (2,), }^"
                    + "the array x of data.npz holds values of the type \"<M8[ns]\", not numbers",
            "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2,), }^the array x of data.npz holds records, not numbers",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (), }^the array x of data.npz is a single value, not a table"})
    void whatIsNoTableOfNumbersIsRefused(String header, String message) throws IOException {
        write(new NumPy().with("x", NumPy.array(1, header, new byte[16])).with("y", "<f8", "2,", 0, 1).stored());
        var fault = fault("x", "y");
        assertThat(fault.code()).isEqualTo(Code.NN207);
        assertThat(fault.message()).isEqualTo(message);
        assertThat(Sources.place(fault)).isEqualTo("data.npz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296, 16), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (-2,), }",
            "{'descr': '<f8', 'fortran_order': Maybe, 'shape': (2,), }",
            "{'descr': '<f8', 'shape': (2,), }", "{}", "\u00e9"})
    void aHeaderThatCannotBeTrueIsRefused(String header) throws IOException {
        write(new NumPy().with("x", NumPy.array(1, header, new byte[16])).with("y", "<f8", "2,", 0, 1).stored());
        assertThat(fault("x", "y").code()).isEqualTo(Code.NN203);
    }

    @Test
    void anOtherVersionAndAnOtherFileAreRefused() throws IOException {
        write(new NumPy().with("x", NumPy.array(4, NumPy.header("<f8", false, "2,"), new byte[16])).with("y", "<f8", "2,", 0, 1).stored());
        assertThat(fault("x", "y").message())
                .isEqualTo("data.npz is broken: its array x is of version 4 of the npy format; 1 to 3 are known");
        write(new NumPy().with("x", "plain text".getBytes(StandardCharsets.US_ASCII)).stored());
        assertThat(fault("x", "y").message()).isEqualTo("data.npz is broken: its array x does not begin as an npy file does");
        write("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(fault("x", "y").code()).isEqualTo(Code.NN203);
    }

    @Test
    void anUnknownArrayNamesTheKnownOnes() throws IOException {
        write(new NumPy().with("inputs", "<f8", "1,", 1).with("y", "<f8", "1,", 1).stored());
        assertThat(describe("input", "y")).isEqualTo(new Answer.UnknownName("input", Origin.NONE, "array", List.of("inputs", "y")));
        var fault = fault("input", "y");
        assertThat(fault.code()).isEqualTo(Code.NN063);
        assertThat(fault.help()).contains("did you mean `inputs`?");
        assertThat(Sources.place(fault)).isEqualTo("input");
    }

    @Test
    void rowsMustAgree() throws IOException {
        write(new NumPy().with("x", "<f8", "3,", 1, 2, 3).with("y", "<f8", "2,", 1, 2).stored());
        var fault = fault("x", "y");
        assertThat(fault.code()).isEqualTo(Code.NN205);
        assertThat(fault.message()).isEqualTo("in data.npz the array x has 3 rows, but y has 2");
    }

    @Test
    void noRowsAndNoColumnsAreRefused() throws IOException {
        write(new NumPy().with("x", "<f8", "0, 2").with("y", "<f8", "0,").stored());
        assertThat(fault("x", "y").code()).isEqualTo(Code.NN206);
        write(new NumPy().with("x", "<f8", "2, 0").with("y", "<f8", "2,", 1, 2).stored());
        assertThat(fault("x", "y").code()).isEqualTo(Code.NN206);
    }

    @Test
    void aNumberThatIsNotFiniteIsNamedByRowColumnAndArray() throws IOException {
        write(new NumPy().with("x", "<f8", "2, 2", 1, 2, 3, Double.NaN).with("y", "<f4", "2,", 0, Double.NEGATIVE_INFINITY).stored());
        var fault = fault("x", "y");
        assertThat(fault.code()).isEqualTo(Code.NN204);
        assertThat(fault.message()).isEqualTo("data.npz, row 2, column 2 of the array x: NaN is not a finite number");
        assertThat(fault("y", "x").message()).isEqualTo("data.npz, row 2, column 1 of the array y: -Infinity is not a finite number");
    }

    @Test
    void aNegativeClassIsRefused() throws IOException {
        write(new NumPy().with("x", "<f8", "2,", 1, 2).with("y", "<i8", "2,", 0, -1).stored());
        var fault = fault("x", "y");
        assertThat(fault.code()).isEqualTo(Code.NN208);
        assertThat(fault.help()).contains("save targets that are plain numbers with `astype(\"float64\")`");
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(folder.resolve("data.npz"), bytes);
    }

    private Dataset read(String inputs, String targets, int width, int units, Activation last) {
        return Sources.success(Sources.in(folder).prepare(
                Sources.network(Sources.npz("data.npz", inputs, targets), width, units, last).network()));
    }

    private Diagnostic fault(String inputs, String targets) {
        return Sources.onlyFault(Sources.in(folder).prepare(
                Sources.network(Sources.npz("data.npz", inputs, targets), 1, 1, SIGMOID).network()));
    }

    private Answer describe(String inputs, String targets) {
        return Sources.in(folder).describe(Sources.npz("data.npz", inputs, targets));
    }

    /** Two entries of the same length are given one name, behind the back of the writer, who refuses that. */
    @Test
    void twoArraysOfOneNameAreRefused() throws IOException {
        var bytes = new NumPy().with("x", "<f8", "2, 1", 1, 2).with("z", "<f8", "2, 1", 3, 4).with("y", "<f8", "2, 1", 5, 6).stored();
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("z.npy", "x.npy");
        write(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(fault("x", "y").message()).isEqualTo("data.npz is broken: it holds two entries named x.npy");
    }
}
