package brickwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.cli.FakeJdk.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in front of the jar, run with JDKs that are none. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("src/main/sh/nn.sh").toAbsolutePath();
    private static final String MODULES = "java.base jdk.incubator.vector";

    @TempDir
    Path folder;
    private Path home;

    /** The script, but asking for a Java that no machine has, so that only the fakes of a test are new enough. */
    private Path script;

    @BeforeEach
    void askForJava99() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        var text = Files.readString(SCRIPT);
        assertThat(text).contains("\nneed=25\n");
        script = Files.writeString(folder.resolve("nn"), text.replace("\nneed=25\n", "\nneed=99\n"));
    }

    @Test
    void passesArgumentsOptionsAndExitCodeThrough() throws Exception {
        var jdk = jdk("mine", "25", MODULES);

        var ended = run(SCRIPT, Map.of("NN_JAVA_HOME", jdk.toString()), "train", "a b.nn", "", "*");

        assertThat(ended.exit()).isEqualTo(FakeJdk.EXIT);
        assertThat(ended.lines()).containsExactly("home: " + jdk, FakeJdk.VECTORS.get(0), FakeJdk.VECTORS.get(1), FakeJdk.VECTORS.get(2),
                FakeJdk.VECTORS.get(3), FakeJdk.VECTORS.get(4),
                "- -XX:+UseSerialGC", "- -jar", "- " + SCRIPT, "- train", "- a b.nn", "- ", "- *");
    }

    @Test
    void putsTheUsersOptionsLastAndLeavesTheirStarsAlone() throws Exception {
        var jdk = jdk("mine", "25.0.3", MODULES);

        var ended = run(SCRIPT, Map.of("NN_JAVA_HOME", jdk.toString(), "NN_JAVA_OPTIONS", "-Xmx1g  -Da=/*"), "train");

        assertThat(ended.lines()).containsExactly("home: " + jdk, FakeJdk.VECTORS.get(0), FakeJdk.VECTORS.get(1), FakeJdk.VECTORS.get(2),
                FakeJdk.VECTORS.get(3), FakeJdk.VECTORS.get(4),
                "- -XX:+UseSerialGC", "- -Xmx1g", "- -Da=/*", "- -jar", "- " + SCRIPT, "- train");
    }

    @Test
    void leavesTheCollectorToAUserWhoNamesOne() throws Exception {
        var jdk = jdk("mine", "25", MODULES);

        var ended = run(SCRIPT, Map.of("NN_JAVA_HOME", jdk.toString(), "NN_JAVA_OPTIONS", "-XX:+UseZGC"));

        assertThat(ended.lines()).contains("- -XX:+UseZGC").doesNotContain("- -XX:+UseSerialGC");
    }

    @Test
    void doesNotAskForAModuleTheJdkLacks() throws Exception {
        var jdk = jdk("mine", "25", "java.base jdk.incubator.vectors");

        var ended = run(SCRIPT, Map.of("NN_JAVA_HOME", jdk.toString()), "plan");

        assertThat(ended.exit()).isEqualTo(FakeJdk.EXIT);
        assertThat(ended.lines()).containsExactly("home: " + jdk, "- -XX:+UseSerialGC", "- -jar", "- " + SCRIPT, "- plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "fmt", "explain", "--version"})
    void startsWhatComputesNothingWithoutVectorsAndOptimizer(String command) throws Exception {
        var jdk = jdk("mine", "25", MODULES);

        var ended = run(SCRIPT, Map.of("NN_JAVA_HOME", jdk.toString()), command);

        assertThat(ended.lines()).containsExactly("home: " + jdk, "- -XX:TieredStopAtLevel=1", "- -XX:+UseSerialGC", "- -jar",
                "- " + SCRIPT,
                "- " + command);
    }

    @ParameterizedTest
    @CsvSource({"check, .aot, -XX:AOTCache", "train, .jsa, -XX:SharedArchiveFile"})
    void usesACacheThatIsNewerUnlessTheUserHasOptions(String command, String ending, String option) throws Exception {
        var jdk = jdk("mine", "99", MODULES);
        var cache = Files.writeString(Path.of(script + ending), "classes");
        var used = "- " + option + "=" + cache;
        Files.setLastModifiedTime(script, FileTime.fromMillis(1_000_000));

        Files.setLastModifiedTime(cache, FileTime.fromMillis(2_000_000));
        assertThat(run(script, Map.of("NN_JAVA_HOME", jdk.toString()), command).lines()).contains(used, "- -Xlog:disable");
        assertThat(run(script, Map.of("NN_JAVA_HOME", jdk.toString(), "NN_JAVA_OPTIONS", "-Xmx1g"), command).lines()).doesNotContain(used);
        Files.setLastModifiedTime(cache, FileTime.fromMillis(500_000));
        assertThat(run(script, Map.of("NN_JAVA_HOME", jdk.toString()), command).lines()).doesNotContain(used);
    }

    @Test
    void looksAtTheVariablesThenThePathThenTheUsersFolders() throws Exception {
        var explicit = jdk("explicit", "99", MODULES);
        var javaHome = jdk("javaHome", "99.0.1", MODULES);
        var onPath = jdk("onPath", "100", MODULES);
        var linked = Files.createDirectory(folder.resolve("links"));
        Files.createSymbolicLink(linked.resolve("java"), onPath.resolve("bin/java"));
        var sdkman = FakeJdk.in(home.resolve(".sdkman/candidates/java/99-tem"), "99", MODULES);
        var jdks = FakeJdk.in(home.resolve(".jdks/temurin-99"), "99-ea", MODULES);
        var plain = Map.of("HOME", home.toString());
        var path = with(plain, "PATH", linked + ":/usr/bin:/bin");
        var all = with(path, "JAVA_HOME", javaHome.toString());

        assertThat(run(script, with(all, "NN_JAVA_HOME", explicit.toString())).lines()).startsWith("home: " + explicit);
        assertThat(run(script, with(all, "NN_JAVA_HOME", "")).lines()).startsWith("home: " + javaHome);
        assertThat(run(script, path).lines()).startsWith("home: " + onPath);
        assertThat(run(script, plain).lines()).startsWith("home: " + sdkman);
        Files.delete(sdkman.resolve("release"));
        assertThat(run(script, plain).lines()).startsWith("home: " + jdks);
    }

    @Test
    void passesOverAnOldJavaHome() throws Exception {
        var old = jdk("old", "98", MODULES);
        var jdks = FakeJdk.in(home.resolve(".jdks/new"), "99", MODULES);

        var ended = run(script, Map.of("HOME", home.toString(), "JAVA_HOME", old.toString()));

        assertThat(ended.lines()).startsWith("home: " + jdks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24.0.2", "17", "1.8.0_402"})
    void refusesAnExplicitJdkThatIsTooOld(String version) throws Exception {
        var jdk = jdk("old", version, MODULES);

        var ended = run(SCRIPT, Map.of("NN_JAVA_HOME", jdk.toString(), "JAVA_HOME", jdk("new", "25", MODULES).toString()));

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.lines()).containsExactly(
                "nn: NN_JAVA_HOME is " + jdk + ", which is Java " + version + ", but nn needs Java 25 or later.",
                "help: set NN_JAVA_HOME to a JDK 25 or later, or unset it so that nn looks for one");
    }

    @Test
    void refusesAnExplicitFolderThatIsNoJdk() throws Exception {
        var ended = run(SCRIPT, Map.of("NN_JAVA_HOME", home.toString(), "JAVA_HOME", jdk("new", "25", MODULES).toString()));

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.lines()).first().isEqualTo("nn: NN_JAVA_HOME is " + home + ", but no JDK is there (bin/java and release).");
    }

    @Test
    void saysWhatItFoundWhereNothingIsNewEnough() throws Exception {
        var old = jdk("old", "21.0.8", MODULES);

        var ended = run(script, Map.of("HOME", home.toString(), "JAVA_HOME", old.toString()));

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.lines()).hasSize(2);
        assertThat(ended.lines().getFirst()).startsWith("nn: needs Java 99 or later, but only found 21.0.8 (" + old.toRealPath() + ")");
        assertThat(ended.lines().getLast()).startsWith("help: install a JDK 99 or later").endsWith("or set NN_JAVA_HOME to one");
    }

    @Test
    void runsFromAnyFolderByAnyName() throws Exception {
        var jdk = jdk("mine", "99", MODULES);
        var spaced = Files.copy(script, Files.createDirectory(folder.resolve("a b")).resolve("my nn"));

        var ended = run(spaced, Map.of("NN_JAVA_HOME", jdk.toString()), "check");

        assertThat(ended.lines()).endsWith("- -jar", "- " + spaced, "- check");
    }

    private Path jdk(String name, String version, String modules) throws IOException {
        return FakeJdk.in(folder.resolve(name), version, modules);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        var wider = new HashMap<>(map);
        wider.put(key, value);
        return wider;
    }

    private static Ended run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        return FakeJdk.run(command, environment);
    }
}
