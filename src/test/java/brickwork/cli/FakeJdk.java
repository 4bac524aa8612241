package brickwork.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JDK folders whose {@code java} only says who it is and what it was given, and then ends with code 7. */
final class FakeJdk {

    /** What a JDK with the vector module is told for a command that computes. */
    static final List<String> VECTORS = List.of("- --add-modules=jdk.incubator.vector", "- -XX:CompileCommand=quiet",
            "- -XX:CompileCommand=CompileThresholdScaling,brickwork.kernel.simd.*::*,0.02",
            "- -XX:CompileCommand=BackgroundCompilation,brickwork.kernel.simd.*::*,false", "- -Dbrickwork.vectors.early=true");

    static final int EXIT = 7;

    private FakeJdk() {}

    /** A JDK in {@code home} that calls itself {@code version} and holds the given modules. */
    static Path in(Path home, String version, String modules) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), """
                IMPLEMENTOR="Nobody"
                JAVA_VERSION="%s"
                MODULES="%s"
                """.formatted(version, modules));
        var java = home.resolve("bin/java");
        Files.writeString(java, """
                #!/bin/sh
                echo "home: %s"
                for argument in "$@"; do echo "- $argument"; done
                exit %s
                """.formatted(home, EXIT));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    /** Runs {@code command} with this environment and no other, but for a plain PATH where none is given. */
    static Ended run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var lines = new ArrayList<String>();
        try (var reader = process.inputReader()) {
            reader.lines().forEach(lines::add);
        }
        return new Ended(process.waitFor(), lines);
    }

    /** How a command ended. */
    record Ended(int exit, List<String> lines) {}
}
