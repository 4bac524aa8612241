package brickwork.build;

import static java.lang.constant.ConstantDescs.CD_int;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the pattern switches of compiled classes as chains of {@code instanceof}. The compiler leaves the choice of a case to a method
 * that the JVM makes when it meets a switch for the first time, some tenths of a millisecond for each at every start; the chain is there
 * from the beginning and chooses the same case.
 */
public final class TypeSwitches {

    private static final String BOOTSTRAPS = "java/lang/runtime/SwitchBootstraps";

    private final ClassModel model;
    private final List<Chain> chains = new ArrayList<>();

    private TypeSwitches(ClassModel model) {
        this.model = model;
    }

    /**
     * The types that a switch asks for.
     *
     * @param method what it calls: {@code int (target, from)}
     * @param types  in their order
     */
    private record Chain(MethodTypeDesc method, List<ClassDesc> types) {

        /** What a call stands for; empty where it is none of a switch, or one whose labels are not all types. */
        static Optional<Chain> of(InvokeDynamicInstruction call) {
            var bootstrap = call.bootstrapMethod();
            var labels = call.bootstrapArgs();
            if (!bootstrap.owner().descriptorString().equals("L" + BOOTSTRAPS + ";") || !bootstrap.methodName().equals("typeSwitch")
                    || !labels.stream().allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive())) {
                return Optional.empty();
            }
            return Optional.of(new Chain(call.typeSymbol(), labels.stream().map(ClassDesc.class::cast).toList()));
        }
    }

    /**
     * Rewrites every class below a folder that has such switches.
     *
     * @param arguments the folder, and a class path on which the superclasses of its classes are
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected a folder and a class path, got " + List.of(arguments));
        }
        var folder = Path.of(arguments[0]);
        try (var loader = loader(folder + File.pathSeparator + arguments[1]); var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                var before = Files.readAllBytes(file);
                var after = rewritten(before, loader);
                if (after != before) {
                    Files.write(file, after);
                }
            }
        }
    }

    private static URLClassLoader loader(String path) throws IOException {
        var places = new ArrayList<URL>();
        for (var place : path.split(File.pathSeparator)) {
            places.add(Path.of(place).toUri().toURL());
        }
        return new URLClassLoader(places.toArray(URL[]::new), null);
    }

    /** The class with chains in place of its switches; {@code bytes} itself where it has none. Superclasses are found by {@code loader}. */
    static byte[] rewritten(byte[] bytes, ClassLoader loader) {
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(BOOTSTRAPS)) {
            return bytes;
        }
        var context = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL, ClassFile.ClassHierarchyResolverOption
                .of(ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        return new TypeSwitches(context.parse(bytes)).rewritten(context);
    }

    private byte[] rewritten(ClassFile context) {
        return context.transformClass(model, new ClassTransform() {
            @Override
            public void accept(ClassBuilder builder, ClassElement element) {
                if (element instanceof MethodModel method && method.code().isPresent()) {
                    builder.transformMethod(method, MethodTransform.transformingCode(TypeSwitches.this::replace));
                } else {
                    builder.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder builder) {
                for (var number = 0; number < chains.size(); number++) {
                    write(builder, name(number), chains.get(number));
                }
            }
        });
    }

    private void replace(CodeBuilder code, CodeElement element) {
        var chain = element instanceof InvokeDynamicInstruction call ? Chain.of(call) : Optional.<Chain>empty();
        if (chain.isEmpty()) {
            code.with(element);
            return;
        }
        code.invokestatic(model.thisClass().asSymbol(), name(chains.size()), chain.get().method, model.flags().has(AccessFlag.INTERFACE));
        chains.add(chain.get());
    }

    private static String name(int number) {
        return "typeSwitch$" + number;
    }

    /** The number of the first type from {@code from} on that the target is of; -1 for null, and how many there are where it is of none. */
    private static void write(ClassBuilder builder, String name, Chain chain) {
        var parameters = chain.method.parameterList();
        builder.withMethodBody(name, MethodTypeDesc.of(CD_int, parameters),
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, code -> {
                    var present = code.newLabel();
                    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
                    for (var i = 0; i < chain.types.size(); i++) {
                        var next = code.newLabel();
                        code.iload(1).loadConstant(i).if_icmpgt(next).aload(0).instanceOf(chain.types.get(i)).ifeq(next).loadConstant(i)
                                .ireturn().labelBinding(next);
                    }
                    code.loadConstant(chain.types.size()).ireturn();
                });
    }
}
