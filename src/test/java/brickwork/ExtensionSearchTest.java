package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.source.InvalidSpecException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions are found beside the library and in the context of the thread, each once. */
class ExtensionSearchTest {

    private static final String SPEC = "layer 2 -> 3 swish -> 1 linear; loss mse";

    /** What a library offers; offered twice it would be refused, for the name is taken then. */
    public static final class Swish implements BrickworkExtension {
        @Override
        public Brickwork extend(Brickwork brickwork) {
            return brickwork.withActivation("swish", HostExamples.swish(1));
        }
    }

    @TempDir
    private Path folder;

    private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void asBefore() {
        Thread.currentThread().setContextClassLoader(usual);
    }

    private URL services() throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(BrickworkExtension.class.getName()), Swish.class.getName());
        return folder.toUri().toURL();
    }

    private static URL[] classPath(URL... more) {
        return Stream.concat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(entry -> {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (IOException unexpected) {
                throw new UncheckedIOException(unexpected);
            }
        }), Arrays.stream(more)).toArray(URL[]::new);
    }

    /** Compiles the spec by the copy of the library that {@code loader} has. */
    private static void compile(ClassLoader loader) throws ReflectiveOperationException {
        var type = loader.loadClass(Brickwork.class.getName());
        var extended = type.getMethod("withExtensions").invoke(type.getMethod("standard").invoke(null));
        type.getMethod("compile", String.class).invoke(extended, SPEC);
    }

    /** A plugin of a container: the library and the extension in a loader of their own, the container's loader as context. */
    @Test
    void theExtensionBesideTheLibraryIsFoundWhateverTheContextIs() throws Exception {
        try (var plugin = new URLClassLoader(classPath(services()), ClassLoader.getPlatformClassLoader())) {
            for (var context : new ClassLoader[] {usual, ClassLoader.getPlatformClassLoader(), null, plugin}) {
                Thread.currentThread().setContextClassLoader(context);
                compile(plugin);
            }
        }
    }

    @Test
    void theExtensionOfTheContextIsFound() throws IOException {
        assertThatThrownBy(() -> Brickwork.standard().withExtensions().compile(SPEC)).isInstanceOf(InvalidSpecException.class);
        try (var context = new URLClassLoader(new URL[] {services()}, Brickwork.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(context);
            assertThat(Brickwork.standard().withExtensions().compile(SPEC).network().outputs()).isOne();
        }
    }

    @Test
    void whatBothFindIsTakenOnce() throws Exception {
        try (var plugin = new URLClassLoader(classPath(services()), ClassLoader.getPlatformClassLoader());
                var context = new URLClassLoader(new URL[] {services()}, plugin)) {
            Thread.currentThread().setContextClassLoader(context);
            compile(plugin);
        }
    }

    /** Its extensions are of another copy of the library, and would be refused as no extensions at all. */
    @Test
    void aContextWithAnotherCopyOfTheLibraryIsNotAsked() throws Exception {
        try (var other = new URLClassLoader(classPath(services()), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(other);
            assertThatThrownBy(() -> Brickwork.standard().withExtensions().compile(SPEC)).isInstanceOf(InvalidSpecException.class)
                    .hasMessageContaining("swish");
        }
    }
}
