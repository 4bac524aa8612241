package brickwork.build;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleMainClassAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes the module descriptor of the jar. It is made after everything is compiled, and not by the compiler, so that only the SIMD kernels
 * are compiled with the incubator module in sight. It exports the packages of the list of what programs may rely on.
 */
public final class Descriptor {

    /** Without these modules nothing works. */
    static final List<String> NEEDED = List.of("java.management", "jdk.management", "de.siegmar.fastcsv");

    /** These are used if they are there: vectors, the adapters for JUnit and Cucumber, the command. */
    static final List<String> OPTIONAL = List.of("jdk.incubator.vector", "org.junit.jupiter.api", "org.junit.platform.commons",
            "io.cucumber.core",
            "io.cucumber.core.gherkin", "io.cucumber.datatable", "io.cucumber.java", "io.cucumber.plugin", "org.opentest4j",
            "info.picocli");

    /** Packages into whose classes others look, as annotations ask them to. */
    private static final List<String> OPEN = List.of("brickwork.cli", "brickwork.cucumber", "brickwork.junit");

    private Descriptor() {}

    /**
     * Writes the descriptor.
     *
     * @param arguments the list of the surface, the folder of classes, the file to write, and the version
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("expected surface, classes, file and version, got " + List.of(arguments));
        }
        var file = Path.of(arguments[2]);
        Files.createDirectories(file.getParent());
        Files.write(file, of(exported(Path.of(arguments[0]), Path.of(arguments[1])), arguments[3]));
    }

    /**
     * The packages that hold what the list names: of {@code a.b} and {@code a.b.Type} it is {@code a.b}, of {@code a.b..} all below it too.
     */
    static SortedSet<String> exported(Path surface, Path classes) throws IOException {
        var packages = new TreeSet<String>();
        for (var entry : Files.readAllLines(surface)) {
            if (!entry.isBlank() && !entry.startsWith("#")) {
                var found = packagesOf(entry, classes);
                if (found.isEmpty()) {
                    throw new IOException(surface + " names " + entry + ", of which there is no class in " + classes);
                }
                packages.addAll(found);
            }
        }
        return packages;
    }

    private static List<String> packagesOf(String entry, Path classes) throws IOException {
        var folder = classes.resolve(entry.replaceAll("\\.\\.$", "").replace('.', '/'));
        if (Files.exists(Path.of(folder + ".class"))) {
            return List.of(entry.substring(0, entry.lastIndexOf('.')));
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var within = Files.walk(folder, entry.endsWith("..") ? Integer.MAX_VALUE : 1)) {
            return within.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file.getParent()).toString().replace('/', '.')).distinct().toList();
        }
    }

    static byte[] of(SortedSet<String> exported, String version) {
        var module = ModuleAttribute.of(ModuleDesc.of("brickwork"), builder -> {
            builder.moduleVersion(version);
            builder.requires(ModuleDesc.of("java.base"), ClassFile.ACC_MANDATED, null);
            NEEDED.forEach(name -> builder.requires(ModuleDesc.of(name), 0, null));
            OPTIONAL.forEach(name -> builder.requires(ModuleDesc.of(name), ClassFile.ACC_STATIC_PHASE, null));
            exported.forEach(name -> builder.exports(PackageDesc.of(name), 0));
            OPEN.forEach(name -> builder.opens(PackageDesc.of(name), 0));
            builder.uses(ClassDesc.of("brickwork.BrickworkExtension"));
            builder.uses(ClassDesc.of("brickwork.FeatureRunner"));
            builder.provides(ClassDesc.of("brickwork.FeatureRunner"), ClassDesc.of("brickwork.cucumber.CucumberFeatureRunner"));
        });
        return ClassFile.of().buildModule(module,
                descriptor -> descriptor.with(ModuleMainClassAttribute.of(ClassDesc.of("brickwork.cli.Main"))));
    }
}
