package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn verify} as somebody uses it who has a folder, a spec, a feature and a text that must be refused, and no project. */
class VerifyCommandTest {

    private static final String SPEC = """
            seed 1
            data xor
            layer 2 -> 3 tanh -> 1 sigmoid
            loss bce
            optimizer adam rate 0.05
            train 300 epochs batch full
            expect accuracy >= 100%
            """;
    private static final String FAULTY = "layer 2 -> 3 sigmod\nloss mse\n";
    private static final String FAULT = """
            error[NN016]: unknown activation `sigmod`
              --> faulty.nn:1:14
               |
             1 | layer 2 -> 3 sigmod
               |              ^^^^^^
               help: did you mean `sigmoid`?
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        write("xor.nn", SPEC);
        write("faulty.nn", FAULTY);
        write("faulty.err", FAULT);
        write("xor.feature", """
                Feature: exclusive or
                  Scenario: it is learnt
                    Given the spec "xor.nn"
                    When the network is trained
                    Then the accuracy is 100%
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void tellsEveryVerdictAndWritesThemAsXml() throws Exception {
        var xml = folder.resolve("verdicts.xml");
        var call = nn("verify", folder, "--junit", xml);
        assertThat(call.exit()).as(call.out() + call.err()).isZero();
        assertThat(call.out()).contains("passed        accuracy >= 100%  (line 7)", "passed        is refused as faulty.err says",
                "passed        it is learnt  (line 2)").endsWith("3 passed, 0 failed, 0 inconclusive\n");
        var cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile()).getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(3);
    }

    @Test
    void namesTheFirstLineThatDiffers() throws IOException {
        write("faulty.err", FAULT.replace("sigmoid`", "softmax`"));
        var call = nn("verify", folder.resolve("faulty.nn"));
        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("its line 6 is\n", "help: did you mean `sigmoid`?\n", "and not\n",
                "help: did you mean `softmax`?\n");
    }

    @Test
    void namesTheEndOfATextThatIsTooShort() throws IOException {
        write("faulty.err", FAULT + "more\n");
        assertThat(nn("verify", folder.resolve("faulty.nn")).out()).contains("its line 7 is\n", "(the text ends before it)");
        write("faulty.err", "");
        assertThat(nn("verify", folder.resolve("faulty.nn")).out()).contains("its line 1 is\n", "(the expected text ends before it)");
    }

    @Test
    void aWarningOfJavaIsNoPartOfTheText() throws IOException {
        write("faulty.err", "WARNING: Using incubator modules: jdk.incubator.vector\n" + FAULT);
        assertThat(nn("verify", folder.resolve("faulty.nn")).exit()).isZero();
    }

    @Test
    void aTextThatIsAcceptedThoughItShouldNotBeFails() throws IOException {
        write("faulty.nn", FAULTY.replace("sigmod", "sigmoid"));
        var call = nn("verify", folder.resolve("faulty.nn"));
        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("accepted, but faulty.err says that it is refused");
    }

    @Test
    void namesTheStepsNearAnUnknownOne() throws IOException {
        write("xor.feature",
                "Feature: f\n  Scenario: s\n    Given the spec \"xor.nn\"\n    Then training accuracy is 100%\n"
                        + "  Scenario: t\n    Then pigs fly\n");
        var call = nn("verify", folder.resolve("xor.feature"));
        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out())
                .contains("Then training accuracy is 100%: there is no such step; near it are:\n", "the {metric} is {number}\n",
                        "Then pigs fly: there is no such step\n")
                .endsWith("0 passed, 0 failed, 2 inconclusive\n");
    }
}
