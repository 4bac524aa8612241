package brickwork.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Generates the single precision twins of sources written for double precision: {@code Foo32.java} of every master {@code Foo64.java} that
 * has no {@code Foo32.java} beside it, written by hand. A master may be a {@link Template}, {@code Foo64.template}: then both are
 * generated.
 *
 * <p>A twin is the text of its master with other words: 64 at the end of a word or within it becomes 32, {@code double} becomes
 * {@code float}, a literal {@code 0.5d} becomes {@code 0.5f}, and whole numbers that hold the bits of a double become those that hold the
 * bits of a float. A line with the comment {@code // stays double} changes its names only.
 */
public final class Twins {

    private static final Pattern MASTER = Pattern.compile("(.*)64(\\D*)\\.(java|template)");
    private static final Pattern NAME = Pattern.compile("(?<=\\b[A-Za-z_]\\w{0,80})64(?![0-9])");
    private static final Pattern LITERAL = Pattern.compile("\\b([0-9][0-9_]*\\.?[0-9_]*(?:[eE][+-]?[0-9]+)?)d\\b");
    private static final Map<String, String> WORDS = words();
    private static final Pattern WORD = Pattern.compile(String.join("|", WORDS.keySet()));
    private static final String STAYS = "// stays double";

    private Twins() {}

    /** The words that change; where one begins like another, the longer stands first. */
    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("doubleToRawLongBits", "floatToRawIntBits");
        words.put("longBitsToDouble", "intBitsToFloat");
        words.put("reinterpretAsLongs", "reinterpretAsInts");
        words.put("double", "float");
        words.put("Double", "Float");
        words.put("DOUBLE", "FLOAT");
        return words;
    }

    /**
     * Generates what a folder of sources asks for.
     *
     * @param arguments pairs of folders: sources, and where what is generated from them goes
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || arguments.length % 2 != 0) {
            throw new IllegalArgumentException("expected pairs of folders, sources and generated, got " + List.of(arguments));
        }
        for (var i = 0; i < arguments.length; i += 2) {
            generate(Path.of(arguments[i]), Path.of(arguments[i + 1]));
        }
    }

    /**
     * Makes {@code generated} hold the twins of {@code sources} and nothing else. Files that are right already are not touched, so that a
     * compiler that looks at their time has nothing to do.
     *
     * @param sources   a folder of sources; none at all is the same as an empty one
     * @param generated a folder that belongs to this program alone
     * @throws IOException if a file cannot be read or written
     */
    public static void generate(Path sources, Path generated) throws IOException {
        var texts = texts(sources);
        Files.createDirectories(generated);
        deleteAllBut(texts.keySet(), generated);
        for (var text : texts.entrySet()) {
            write(generated.resolve(text.getKey()), text.getValue());
        }
    }

    /** What is generated: file names and texts. */
    private static Map<Path, String> texts(Path sources) throws IOException {
        var texts = new TreeMap<Path, String>();
        for (var file : files(sources)) {
            var master = MASTER.matcher(file.getFileName().toString());
            if (!master.matches()) {
                continue;
            }
            var text = Files.readString(file);
            if (master.group(3).equals("template")) {
                text = Template.expand(text);
                texts.put(sources.relativize(file.resolveSibling(master.group(1) + "64" + master.group(2) + ".java")), text);
            }
            var twin = file.resolveSibling(master.group(1) + "32" + master.group(2) + ".java");
            if (!Files.exists(twin)) {
                texts.put(sources.relativize(twin), twin(text));
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void deleteAllBut(Set<Path> kept, Path folder) throws IOException {
        for (var file : files(folder)) {
            if (!kept.contains(folder.relativize(file))) {
                Files.delete(file);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The text of a twin. */
    public static String twin(String master) {
        return master.lines().map(Twins::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        var renamed = NAME.matcher(line).replaceAll("32");
        if (line.contains(STAYS)) {
            return renamed;
        }
        var words = WORD.matcher(renamed).replaceAll(word -> WORDS.get(word.group()));
        return LITERAL.matcher(words).replaceAll("$1f");
    }
}
