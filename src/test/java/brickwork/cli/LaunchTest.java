package brickwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.cli.FakeJdk.Ended;
import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar's main class, in a Java without the vector module. */
class LaunchTest {
    private static final String CLASSES = Path.of("target/classes").toAbsolutePath().toString();

    @TempDir
    Path folder;

    @Test
    void startsABetterJavaWithTheSameOptionsAsTheScript() throws Exception {
        var jdk = FakeJdk.in(folder.resolve("jdk"), "25.0.1", "java.base jdk.incubator.vector");

        var ended = launch(Map.of("NN_JAVA_HOME", jdk.toString(), "NN_JAVA_OPTIONS", " -Xmx1g -Da=b "), "train", "a b.nn", "");

        assertThat(ended.exit()).isEqualTo(FakeJdk.EXIT);
        assertThat(ended.lines()).containsExactly("home: " + jdk, FakeJdk.VECTORS.get(0), FakeJdk.VECTORS.get(1), FakeJdk.VECTORS.get(2),
                FakeJdk.VECTORS.get(3), FakeJdk.VECTORS.get(4),
                "- -XX:+UseSerialGC", "- -Xmx1g", "- -Da=b", "- -Dbrickwork.launch=here", "- -cp", "- " + CLASSES, "- brickwork.cli.Launch",
                "- train", "- a b.nn", "- ");
    }

    @Test
    void readsTextsInAnyJavaThatIsNewEnough() throws Exception {
        var jdk = FakeJdk.in(folder.resolve("jdk"), "25.0.1", "java.base jdk.incubator.vector");

        var ended = launchWithLibraries(Map.of("NN_JAVA_HOME", jdk.toString()), "explain", "NN012");

        assertThat(ended.exit()).isZero();
        assertThat(ended.lines()).first().asString().startsWith("# NN012");
    }

    @Test
    void refusesAnExplicitJdkThatIsTooOld() throws Exception {
        var jdk = FakeJdk.in(folder.resolve("jdk"), "1.8.0_402", "");

        var ended = launch(Map.of("NN_JAVA_HOME", jdk.toString()), "train");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.lines()).containsExactly(
                "nn: NN_JAVA_HOME is " + jdk + ", which is Java 1.8.0_402, but nn needs Java 25 or later.",
                "help: set NN_JAVA_HOME to a JDK 25 or later, or unset it so that nn looks for one");
    }

    @Test
    void refusesAnExplicitFolderThatIsNoJdk() throws Exception {
        var ended = launch(Map.of("NN_JAVA_HOME", folder.toString()), "train");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.lines()).first().isEqualTo("nn: NN_JAVA_HOME is " + folder + ", but no JDK is there (bin/java and release).");
    }

    @Test
    void canBeLoadedByJava8() throws Exception {
        try (var in = new DataInputStream(Files.newInputStream(Path.of(CLASSES, "brickwork/cli/Launch.class")))) {
            assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(in.readUnsignedShort()).isZero();
            assertThat(in.readUnsignedShort()).as("class file version; 52 is Java 8").isEqualTo(52);
        }
    }

    private static Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(CLASSES, environment, arguments);
    }

    /** With all libraries on the class path. */
    private static Ended launchWithLibraries(Map<String, String> environment, String... arguments) throws Exception {
        return launch(System.getProperty("java.class.path"), environment, arguments);
    }

    private static Ended launch(String classPath, Map<String, String> environment, String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", classPath, "brickwork.cli.Launch"));
        command.addAll(List.of(arguments));
        return FakeJdk.run(command, environment);
    }
}
