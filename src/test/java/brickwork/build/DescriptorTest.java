package brickwork.build;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module descriptor of the jar fits the list of the surface and what the classes use. */
class DescriptorTest {

    private static final Path SURFACE = Path.of("src/test/resources/api/surface.txt");
    private static final Path CLASSES = Path.of("target/classes");
    private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("brickwork");

    @TempDir
    Path folder;

    @Test
    void whatAnExportedSignatureNamesIsExported() throws IOException {
        var exported = Descriptor.exported(SURFACE, CLASSES);
        var hidden = OURS.stream().filter(type -> exported.contains(type.getPackageName()) && isListed(type)).flatMap(DescriptorTest::named)
                .filter(name -> name.startsWith("brickwork.") && !exported.contains(name.substring(0, name.lastIndexOf('.'))))
                .collect(toCollection(TreeSet::new));
        assertThat(hidden).as("types that a program meets and cannot name").isEmpty();
    }

    @Test
    void whatTheClassesUseIsRequired() throws IOException {
        var required = descriptor().requires().stream().map(ModuleDescriptor.Requires::name).toList();
        var used = OURS.stream().filter(type -> !type.getPackageName().startsWith("brickwork.syntax"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType()).filter(type -> !type.isPrimitive())
                .filter(type -> !type.getPackageName().startsWith("brickwork")).distinct().map(DescriptorTest::moduleOf)
                .collect(toCollection(TreeSet::new));
        assertThat(required).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void whatIsNotForProgramsIsNotExported() throws IOException {
        assertThat(descriptor().exports()).allMatch(entry -> !entry.isQualified()).extracting(ModuleDescriptor.Exports::source)
                .contains("brickwork", "brickwork.model", "brickwork.verify.check")
                .doesNotContain("brickwork.cli", "brickwork.syntax.antlr", "brickwork.kernel.simd", "brickwork.random");
    }

    @Test
    void refusesAnEntryThatNamesNothing() throws IOException {
        var surface = Files.writeString(folder.resolve("surface.txt"), "# a comment\nbrickwork\nbrickwork.Brickwrok\n");
        assertThatThrownBy(() -> Descriptor.exported(surface, CLASSES)).hasMessageContaining("names brickwork.Brickwrok");
    }

    @Test
    void isWrittenToAFile() throws IOException {
        var file = folder.resolve("deeper/module-info.class");
        Descriptor.main(new String[] {SURFACE.toString(), CLASSES.toString(), file.toString(), "1.2"});
        var read = ModuleDescriptor.read(Files.newInputStream(file));
        assertThat(read.toNameAndVersion()).isEqualTo("brickwork@1.2");
        assertThat(read.mainClass()).contains("brickwork.cli.Main");
        assertThatThrownBy(() -> Descriptor.main(new String[0])).hasMessageContaining("expected surface, classes, file and version");
    }

    private static ModuleDescriptor descriptor() throws IOException {
        return ModuleDescriptor.read(new ByteArrayInputStream(Descriptor.of(Descriptor.exported(SURFACE, CLASSES), "1")));
    }

    /** Whether the type is public, and not only its package is exported for the sake of another. */
    private static boolean isListed(JavaClass type) {
        try {
            return type.getModifiers().contains(JavaModifier.PUBLIC) && Files.readAllLines(SURFACE).stream().anyMatch(
                    entry -> entry.equals(type.getPackageName()) || (type.getFullName().replace('$', '.') + ".").startsWith(entry + ".")
                            && !type.getPackageName().startsWith(entry)
                            || entry.endsWith("..") && (type.getPackageName() + ".").startsWith(entry.substring(0, entry.length() - 1)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The types in the signatures of its public and protected members. */
    private static Stream<String> named(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC) || unit.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(unit -> Stream.of(List.of(unit.getReturnType()), unit.getParameterTypes()).flatMap(Collection::stream))
                .flatMap(part -> part.getAllInvolvedRawTypes().stream()).map(JavaClass::getFullName);
    }

    private static String moduleOf(JavaClass type) {
        var module = type.reflect().getModule();
        return module.isNamed() ? module.getName() : moduleOfJar(type.reflect()).orElse("nothing that is a module: " + type.getName());
    }

    private static Optional<String> moduleOfJar(Class<?> type) {
        try {
            var jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return ModuleFinder.of(jar).findAll().stream().findAny().map(found -> found.descriptor().name());
        } catch (URISyntaxException odd) {
            throw new AssertionError(odd);
        }
    }
}
