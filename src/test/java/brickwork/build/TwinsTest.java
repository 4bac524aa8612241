package brickwork.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinsTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    private Path sources;
    private Path generated;

    @BeforeEach
    void useFoldersIn(@TempDir Path folder) throws IOException {
        sources = Files.createDirectories(folder.resolve("sources/a/b")).getParent().getParent();
        generated = folder.resolve("generated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            final class Foo64 {                         | final class Foo32 {
            Foo64.of(x64, Bar64Test.make64())           | Foo32.of(x32, Bar32Test.make32())
            int n = 64; var b = 0x64 + 1640 + word1640; | int n = 64; var b = 0x64 + 1640 + word1640;
            double[] x; Double.MAX_VALUE; DOUBLE        | float[] x; Float.MAX_VALUE; FLOAT
            DoubleVector.fromArray(x, 0)                | FloatVector.fromArray(x, 0)
            0.5d * 1e-3d + 2d + 1_000.25d               | 0.5f * 1e-3f + 2f + 1_000.25f
            0.5 + 0xad + 2.d + end                      | 0.5 + 0xad + 2.f + end
            longBitsToDouble(doubleToRawLongBits(x))    | intBitsToFloat(floatToRawIntBits(x))
            t.reinterpretAsLongs().reinterpretAsDoubles() | t.reinterpretAsInts().reinterpretAsFloats()
            long n = 5L;                                | long n = 5L;
            double x = 0.5d; // stays double            | double x = 0.5d; // stays double
            Foo64.of((double) x); // stays double       | Foo32.of((double) x); // stays double
            """)
    void wordsOfATwin(String master, String twin) {
        assertThat(Twins.twin(master)).isEqualTo(twin + "\n");
    }

    @Test
    void otherLinesOfAMasterWithALineThatStaysDoubleChange() {
        assertThat(Twins.twin("double x;\ndouble y; // stays double\ndouble z;\n"))
                .isEqualTo("float x;\ndouble y; // stays double\nfloat z;\n");
    }

    @Test
    void twinsStandInTheFoldersOfTheirMasters() throws IOException {
        write("a/b/Foo64.java", "class Foo64 {}");
        write("a/Foo64Test.java", "class Foo64Test {}");
        write("a/Other.java", "class Other { double x; }");

        Twins.generate(sources, generated);

        assertThat(generatedFiles()).containsExactly("a/Foo32Test.java", "a/b/Foo32.java");
        assertThat(generated.resolve("a/b/Foo32.java")).hasContent("class Foo32 {}");
    }

    @Test
    void pairsWrittenByHandAreLeftAlone() throws IOException {
        write("a/Foo64.java", "class Foo64 {}");
        write("a/Foo32.java", "class Foo32 { int own; }");

        Twins.generate(sources, generated);

        assertThat(generatedFiles()).isEmpty();
        assertThat(sources.resolve("a/Foo32.java")).hasContent("class Foo32 { int own; }");
    }

    @Test
    void aTemplateGivesTheMasterAndItsTwin() throws IOException {
        write("a/Sum64.template", """
                class Sum64 {
                    #for 0 <= i < 2
                    double x$i;
                    #end
                }
                """);

        Twins.generate(sources, generated);

        assertThat(generated.resolve("a/Sum64.java")).hasContent("class Sum64 {\n    double x0;\n    double x1;\n}\n");
        assertThat(generated.resolve("a/Sum32.java")).hasContent("class Sum32 {\n    float x0;\n    float x1;\n}\n");
    }

    @Test
    void generatedFilesWithoutAMasterAreDeleted() throws IOException {
        write("a/Foo64.java", "class Foo64 {}");
        write("a/Bar64.java", "class Bar64 {}");
        Twins.generate(sources, generated);

        Files.delete(sources.resolve("a/Foo64.java"));
        write("a/Bar32.java", "class Bar32 { int own; }");
        Twins.generate(sources, generated);

        assertThat(generatedFiles()).isEmpty();
    }

    @Test
    void onlyFilesWhoseTextChangesAreWritten() throws IOException {
        write("a/Same64.java", "class Same64 {}");
        write("a/Other64.java", "class Other64 {}");
        Twins.generate(sources, generated);
        Files.setLastModifiedTime(generated.resolve("a/Same32.java"), LONG_AGO);
        Files.setLastModifiedTime(generated.resolve("a/Other32.java"), LONG_AGO);

        write("a/Other64.java", "class Other64 { double x; }");
        Twins.generate(sources, generated);

        assertThat(Files.getLastModifiedTime(generated.resolve("a/Same32.java"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(generated.resolve("a/Other32.java"))).isNotEqualTo(LONG_AGO);
        assertThat(generated.resolve("a/Other32.java")).hasContent("class Other32 { float x; }");
    }

    @Test
    void noSourcesGiveAnEmptyFolder() throws IOException {
        Twins.main(new String[] {sources.resolve("absent").toString(), generated.toString()});

        assertThat(generated).isEmptyDirectory();
    }

    @Test
    void foldersComeInPairs() {
        assertThatIllegalArgumentException().isThrownBy(() -> Twins.main(new String[] {"src/main/java"}))
                .withMessage("expected pairs of folders, sources and generated, got [src/main/java]");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(sources.resolve(file), text);
    }

    private List<String> generatedFiles() throws IOException {
        try (var files = Files.walk(generated)) {
            return files.filter(Files::isRegularFile).map(file -> generated.relativize(file).toString().replace('\\', '/')).sorted()
                    .toList();
        }
    }
}
