package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source file must keep to, read from the files themselves. */
class HouseRulesTest {
    private static final int LONGEST = 300;
    private static final int WIDEST = 140;

    /** Nothing half done, nothing switched off. Put together from parts, so that this file does not match. */
    private static final Pattern HALF_DONE = Pattern.compile(String.join("|",
            "\\bTO" + "DO\\b", "\\bFIX" + "ME\\b", "\\bXX" + "X\\b", "@Dis" + "abled", "\\bassum" + "(e|ing)(True|False|That|ingThat)\\b",
            "Unsupported" + "OperationException", "(?i)not (yet )?" + "implemented"));

    /** The order in which lanes are added up is the vector library's own, so its sums differ between machines. */
    private static final Pattern SUM_OF_LANES = Pattern.compile("reduce" + "Lanes\\(\\s*(VectorOperators\\.)?ADD");

    @Test
    void filesAreShort() throws IOException {
        assertThat(offenders(text -> text.lines().count() > LONGEST)).as("files of more than " + LONGEST + " lines").isEmpty();
    }

    /** The formatter breaks code and Javadoc; strings, tables and other comments are broken by hand. */
    @Test
    void linesAreNarrow() throws IOException {
        assertThat(offenders(text -> text.lines().anyMatch(line -> line.length() > WIDEST)))
                .as("files with lines of more than " + WIDEST + " columns").isEmpty();
    }

    @Test
    void nothingIsHalfDone() throws IOException {
        assertThat(offenders(HALF_DONE.asPredicate())).isEmpty();
    }

    @Test
    void lanesAreNeverAddedUpByTheVectorLibrary() throws IOException {
        assertThat(offenders(SUM_OF_LANES.asPredicate())).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() throws IOException {
        assertThat(sources())
                .noneMatch(file -> file.getFileName().toString().matches(".*(Util|Utils|Helper|Helpers|Manager|Impl)(Test)?\\.java"));
    }

    @Test
    void everyTestClassIsRun() throws IOException {
        var tests = Pattern.compile("@(Test|ParameterizedTest|TestFactory|RepeatedTest|Suite)\\b");
        assertThat(offenders(tests.asPredicate())).filteredOn(file -> file.startsWith("src/test"))
                .allMatch(file -> file.getFileName().toString().endsWith("Test.java"));
    }

    private static List<Path> offenders(Predicate<String> fault) throws IOException {
        var offenders = Stream.<Path>builder();
        for (var file : sources()) {
            if (fault.test(Files.readString(file))) {
                offenders.add(file);
            }
        }
        return offenders.build().toList();
    }

    private static List<Path> sources() throws IOException {
        try (var code = Files.walk(Path.of("src")); var grammar = Files.walk(Path.of("grammar"))) {
            var sources = Stream.concat(code, grammar).filter(file -> file.toString().matches(".*\\.(java|sh|g4)")).toList();
            assertThat(sources).hasSizeGreaterThan(50);
            return sources;
        }
    }
}
