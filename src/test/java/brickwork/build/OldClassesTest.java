package brickwork.build;

import static java.lang.constant.ConstantDescs.CD_int;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldClassesTest {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2001, 2, 3, 4, 6);

    @TempDir
    Path folder;

    private Path jar;

    /** A jar with a class of Java 5, which has a branch, one of Java 17, and a text. */
    @BeforeEach
    void writeJar() throws IOException {
        jar = folder.resolve("some.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(out, "Old.class", absolute("Old", ClassFile.JAVA_5_VERSION));
            put(out, "New.class", absolute("New", ClassFile.JAVA_17_VERSION));
            put(out, "text.txt", new byte[] {1, 2, 3});
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LONG_AGO);
        out.putNextEntry(entry);
        out.write(content);
    }

    /** {@code public static int of(int x)} gives |x|. */
    private static byte[] absolute(String name, int version) {
        var maps = version < ClassFile.JAVA_6_VERSION ? ClassFile.StackMapsOption.DROP_STACK_MAPS
                : ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED;
        return ClassFile.of(maps).build(ClassDesc.of(name), builder -> builder.withVersion(version, 0).withMethodBody("of",
                MethodTypeDesc.of(CD_int, CD_int), ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> {
                    var positive = code.newLabel();
                    code.iload(0).ifge(positive).iload(0).ineg().ireturn().labelBinding(positive).iload(0).ireturn();
                }));
    }

    @Test
    void anOldClassIsOfTodayAndDoesTheSame() throws Exception {
        OldClasses.main(new String[] {jar.toString()});

        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            var of = loader.loadClass("Old").getMethod("of", int.class);
            assertThat(of.invoke(null, -3)).isEqualTo(3);
            assertThat(of.invoke(null, 4)).isEqualTo(4);
        }
        assertThat(ClassFile.of().parse(content("Old.class")).majorVersion()).isEqualTo(ClassFile.JAVA_17_VERSION);
    }

    @Test
    void allElseStaysAsItIs() throws IOException {
        var before = content("New.class");

        OldClasses.main(new String[] {jar.toString()});

        assertThat(content("New.class")).isEqualTo(before);
        assertThat(content("text.txt")).containsExactly(1, 2, 3);
        try (var file = new ZipFile(jar.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName)).containsExactly("Old.class", "New.class", "text.txt");
            assertThat(file.getEntry("Old.class").getTimeLocal()).isEqualTo(LONG_AGO);
        }
    }

    private byte[] content(String name) throws IOException {
        try (var file = new ZipFile(jar.toFile()); var in = file.getInputStream(file.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
