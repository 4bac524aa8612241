package brickwork.build;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds what is published a second time, from a copy in another folder, in another time zone and another language, and compares: the same
 * sources give the same files, byte for byte.
 */
public final class Rebuild {

    private static final List<String> SOURCES = List.of("pom.xml", "LICENSE", "grammar", "specs", "features", "src");

    private Rebuild() {}

    /**
     * Fails where a file differs, and prints the digest of each where none does.
     *
     * @param arguments the folder of the project; the command of Maven; the beginning of the names of the files; what to give to Maven
     * @throws IOException          if a file cannot be read or copied
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException("expected project, mvn, name of the files and arguments of mvn, got " + List.of(arguments));
        }
        var project = Path.of(arguments[0]).toAbsolutePath();
        var copy = project.resolve("target/rebuild/another-folder");
        for (var source : SOURCES) {
            copy(project.resolve(source), copy.resolve(source));
        }
        var command = new ArrayList<>(List.of(arguments[1], "-q", "-Duser.language=tr", "-Duser.timezone=Asia/Kathmandu"));
        command.addAll(List.of(arguments).subList(3, arguments.length));
        var maven = new ProcessBuilder(command).directory(copy.toFile()).inheritIO();
        maven.environment().putAll(Map.of("TZ", "Asia/Kathmandu", "LC_ALL", "C"));
        var code = maven.start().waitFor();
        if (code != 0) {
            throw new IOException("the second build ended with " + code);
        }
        var first = digests(project.resolve("target"), arguments[2]);
        var second = digests(copy.resolve("target"), arguments[2]);
        if (!first.equals(second) || first.isEmpty()) {
            throw new IOException("two builds of the same sources differ:\n" + lines(first) + "and\n" + lines(second));
        }
        System.out.print("built twice, the same bytes:\n" + lines(first));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var source : (Iterable<Path>) all::iterator) {
                var target = to.resolve(from.relativize(source).toString());
                Files.createDirectories(Files.isDirectory(source) ? target : target.getParent());
                if (!Files.isDirectory(source)) {
                    Files.write(target, Files.readAllBytes(source));
                }
            }
        }
    }

    /** The SHA-256 of each file in the folder whose name begins so. */
    static Map<String, String> digests(Path folder, String beginning) throws IOException {
        var digests = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith(beginning)) {
                    digests.put(file.getFileName().toString(), sha256(Files.readAllBytes(file)));
                }
            }
        }
        return digests;
    }

    private static String sha256(byte[] content) {
        try {
            return "%064x".formatted(new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String lines(Map<String, String> digests) {
        var text = new StringBuilder();
        digests.forEach((name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
        return text.toString();
    }
}
