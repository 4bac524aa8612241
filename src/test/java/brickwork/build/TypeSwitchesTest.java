package brickwork.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeSwitchesTest {

    private static final String SOURCE = """
            import java.util.List;
            public interface Shapes {
                sealed interface Shape permits Circle, Square, Pair {}
                record Circle(double radius) implements Shape {}
                record Square(double side) implements Shape {}
                record Pair(Shape one, Shape other) implements Shape {}
                static String of(Object thing) {
                    return switch (thing) {
                        case null -> "nothing";
                        case Circle(var radius) when radius > 10 -> "large";
                        case Circle(var radius) when radius < 0 -> "none";
                        case Circle _ -> "circle";
                        case Square(var side) -> "square " + side;
                        case Pair(Circle _, Square _) -> "circle and square";
                        case Pair(var one, var other) -> of(one) + " with " + of(other);
                        case int[] numbers -> "numbers " + numbers.length;
                        case List<?> list when list.isEmpty() -> "no list";
                        default -> "other";
                    };
                }
                static String word(String text) {
                    return switch (text) {
                        case "a" -> "first";
                        case String longer when longer.length() > 3 -> "long";
                        case String _ -> "short";
                    };
                }
                static String all() {
                    var said = new StringBuilder();
                    for (var thing : new Object[] {null, new Circle(11), new Circle(-1), new Circle(5), new Square(2),
                            new Pair(new Circle(1), new Square(1)), new Pair(new Square(1), new Pair(new Circle(20), new Circle(2))),
                            new int[3], List.of(), List.of(1), "text"}) {
                        said.append(of(thing)).append('\\n');
                    }
                    return said + word("a") + word("four") + word("b");
                }
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void compile() throws IOException {
        var source = Files.writeString(folder.resolve("Shapes.java"), SOURCE);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString())).isZero();
    }

    @Test
    void theSameCasesAreChosen() throws Exception {
        var before = answers();

        TypeSwitches.main(new String[] {folder.toString(), System.getProperty("java.class.path")});

        assertThat(answers()).isEqualTo(before).contains("circle and square", "square 1.0 with large with circle", "numbers 3",
                "firstlongshort");
        assertThat(calls(folder.resolve("Shapes.class"))).noneMatch(call -> call.bootstrapArgs().stream().allMatch(
                label -> label instanceof ClassDesc));
    }

    @Test
    void whatIsRewrittenOnceStaysAsItIs() throws IOException {
        var file = folder.resolve("Shapes.class");
        TypeSwitches.main(new String[] {folder.toString(), ""});
        var once = Files.readAllBytes(file);
        TypeSwitches.main(new String[] {folder.toString(), ""});

        assertThat(Files.readAllBytes(file)).isEqualTo(once);
    }

    @Test
    void theProjectHasHardlyAnyLeft() throws IOException {
        try (var files = Files.walk(Path.of("target/classes/brickwork"))) {
            var left = files.filter(file -> file.toString().endsWith(".class")).flatMap(file -> calls(file).stream())
                    .filter(call -> call.name().equalsString("typeSwitch")).toList();
            assertThat(left).as("switches whose labels are not all types").hasSizeLessThan(10);
        }
    }

    private String answers() throws Exception {
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return (String) loader.loadClass("Shapes").getMethod("all").invoke(null);
        }
    }

    private static List<InvokeDynamicInstruction> calls(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("SwitchBootstraps")) {
                return List.of();
            }
            return ClassFile.of().parse(bytes).methods().stream().flatMap(method -> method.code().stream())
                    .flatMap(code -> code.elementStream())
                    .filter(InvokeDynamicInstruction.class::isInstance).map(InvokeDynamicInstruction.class::cast)
                    .filter(call -> call.bootstrapMethod().owner().descriptorString().contains("SwitchBootstraps")).toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
