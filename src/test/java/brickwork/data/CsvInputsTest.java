package brickwork.data;

import static brickwork.data.Sources.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import brickwork.source.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvInputsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1,2\\n3,4|features",
            "a,b\\n1,2\\n3,4|features",
            "b,a\\n2,1\\n4,3|features a,b",
            "b,c,a\\n2,0,1\\n4,0,3|features a,b",
            "1,2\\n3,4|features a,b",
            "0,1,2\\n0,3,4|features #2,#3",
            "1,2\\n3,4|features #5,#3",
            "a,y,b\\n1,0,2\\n3,0,4|features",
            "a,y,b\\n1,0,2\\n3,0,4|features a,b"})
    void inputsAreFound(String text, String features) throws IOException {
        assertThat(Sources.inputs(success(read(text, features)))).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    }

    @Test
    void theyAreScaledAndHaveNoTargets() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "1,2\n3,4\n");
        var network = Sources.network(Sources.moons(10, 0), 2, 1, SIGMOID).network();
        var samples = success(Sources.in(folder).prepareInputs("new.csv", Sources.at("new.csv"), network, FittedScaling.by(2)));
        assertThat(Sources.inputs(samples)).isDeepEqualTo(new double[][] {{0.5, 1}, {1.5, 2}});
        assertThat(samples.targets()).isZero();
        assertThat(samples.hasClasses()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1,2,3\\n|features|NN205", "x,z\\n1,2|features a,b|NN063", "1,x\\n2,3\\n4,|features|NN204", "1,2\\n3,4,5|features|NN205",
            "a,b\\n|features|NN206"})
    void whatDoesNotFitIsRefused(String text, String features, Code code) throws IOException {
        var fault = Sources.onlyFault(read(text, features));
        assertThat(fault.code()).isEqualTo(code);
    }

    @Test
    void anAbsentFileIsRefusedWhereItWasNamed() {
        var network = Sources.network(Sources.moons(10, 0), 2, 1, SIGMOID).network();
        var fault = Sources.onlyFault(Sources.in(folder).prepareInputs("new.csv", Sources.at("new.csv"), network, FittedScaling.NONE));
        assertThat(fault.code()).isEqualTo(Code.NN202);
        assertThat(Sources.place(fault)).isEqualTo("new.csv");
    }

    private Outcome<Samples> read(String text, String features) throws IOException {
        Files.writeString(folder.resolve("new.csv"), text.replace("\\n", "\n"));
        var names = features.equals("features") ? List.<String>of() : List.of(features.substring("features ".length()).split(","));
        var network = Sources.network(Sources.csv("train.csv", List.of("y"), names), 2, 1, SIGMOID).network();
        return Sources.in(folder).prepareInputs("new.csv", Sources.at("new.csv"), network, FittedScaling.NONE);
    }

    private static Samples success(Outcome<Samples> outcome) {
        return switch (outcome) {
            case Outcome.Success<Samples>(var samples, _) -> samples;
            case Outcome.Failure<Samples>(var faults) -> throw new AssertionError(faults.getFirst().message());
        };
    }
}
