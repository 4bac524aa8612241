package brickwork;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What programs may rely on, {@code surface.txt}, has the signatures of {@code signatures.txt}, so that a break is a decision; and what is
 * public elsewhere, {@code internal.txt}, does not grow.
 */
class ApiTest {

    private static final Path FOLDER = Path.of("src/test/resources/api");
    private static final Path SURFACE = FOLDER.resolve("surface.txt");
    private static final Path SIGNATURES = FOLDER.resolve("signatures.txt");
    private static final Path INTERNAL = FOLDER.resolve("internal.txt");

    /** Lower it whenever {@code internal.txt} has become shorter. */
    private static final int MOST_INTERNAL = 141;

    private static final String HOW = "\nIf it is meant: mvn -q test -Dtest=ApiTest -Dapi=update, and a line in changes.md";

    private static final List<Class<?>> VISIBLE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("brickwork").stream().sorted((a, b) -> a.getName().compareTo(b.getName()))
            .<Class<?>>map(JavaClass::reflect).filter(Signatures::isVisible).toList();

    @BeforeAll
    static void acceptIfAsked() throws IOException {
        if ("update".equals(System.getProperty("api"))) {
            Files.write(SIGNATURES, signatures());
            Files.write(INTERNAL, internal());
        }
    }

    @Test
    void signaturesAreThoseOfTheFile() throws IOException {
        var accepted = Files.readAllLines(SIGNATURES);
        var found = signatures();
        assertThat(difference(accepted, found)).as("signatures that went (-) and came (+)" + HOW).isEmpty();
        assertThat(found).as("the order of the file" + HOW).isEqualTo(accepted);
    }

    @Test
    void everyEntryOfTheSurfaceIsThere() throws IOException {
        assertThat(surface()).hasSizeGreaterThan(5).allMatch(entry -> VISIBLE.stream().anyMatch(type -> covers(entry, type)));
    }

    @Test
    void publicTypesElsewhereDoNotGrow() throws IOException {
        var found = internal();
        assertThat(found.size()).as(() -> "public types that are not for programs: make one package-private; new are\n"
                + difference(List.of(), fresh(found))).isLessThanOrEqualTo(MOST_INTERNAL);
    }

    private static List<String> fresh(List<String> found) {
        try {
            var known = new HashSet<>(Files.readAllLines(INTERNAL));
            return found.stream().filter(name -> !known.contains(name)).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String difference(List<String> accepted, List<String> found) {
        var before = new HashSet<>(accepted);
        var after = new HashSet<>(found);
        return Stream.concat(accepted.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
                found.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line)).collect(joining("\n"));
    }

    private static List<String> signatures() throws IOException {
        var surface = surface();
        return VISIBLE.stream().filter(type -> surface.stream().anyMatch(entry -> covers(entry, type))).flatMap(Signatures::of).toList();
    }

    /** Types at the top of a file, outside the surface. */
    private static List<String> internal() throws IOException {
        var surface = surface();
        return VISIBLE.stream().filter(type -> type.getDeclaringClass() == null && surface.stream().noneMatch(entry -> covers(entry, type)))
                .map(Class::getName).toList();
    }

    private static List<String> surface() throws IOException {
        return Files.readAllLines(SURFACE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static boolean covers(String entry, Class<?> type) {
        var place = type.getPackageName();
        return entry.endsWith("..") ? (place + ".").startsWith(entry.substring(0, entry.length() - 1))
                : entry.equals(place) || (type.getCanonicalName() + ".").startsWith(entry + ".") && !place.startsWith(entry);
    }
}
