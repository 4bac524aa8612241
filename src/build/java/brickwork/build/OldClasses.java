package brickwork.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Brings classes that were compiled for Java 5 or older, as picocli's are, to the format of Java 17, in the jar of the command only. They
 * are the same to run; but the JVM keeps none of the older format in its caches of loaded classes, so that each start would read and check
 * them again.
 */
public final class OldClasses {

    /** The first whose classes say themselves what is on their stacks. */
    private static final int SINCE = ClassFile.JAVA_6_VERSION;

    private OldClasses() {}

    /**
     * Rewrites a jar in place.
     *
     * @param arguments the jar
     * @throws IOException if it cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected a jar, got " + List.of(arguments));
        }
        var jar = Path.of(arguments[0]);
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            var bytes = rewritten(Files.readAllBytes(jar), loader);
            Files.write(jar, bytes);
        }
    }

    private static byte[] rewritten(byte[] jar, ClassLoader loader) throws IOException {
        var written = new ByteArrayOutputStream(jar.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(jar)); var out = new ZipOutputStream(written)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
                var content = in.readAllBytes();
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(same);
                out.write(entry.getName().endsWith(".class") ? ofToday(content, loader) : content);
                out.closeEntry();
            }
        }
        return written.toByteArray();
    }

    /** The class in the newer format; {@code bytes} itself where it is not old. Superclasses are found by {@code loader}. */
    static byte[] ofToday(byte[] bytes, ClassLoader loader) {
        var context = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption
                .of(ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        var model = context.parse(bytes);
        return model.majorVersion() >= SINCE ? bytes : context.transformClass(model, OldClasses::bring);
    }

    private static void bring(ClassBuilder builder, ClassElement element) {
        switch (element) {
            case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_17_VERSION, 0);
            case MethodModel method when method.code().isPresent() ->
                    builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
            default -> builder.with(element);
        }
    }
}
