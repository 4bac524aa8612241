package brickwork;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The signatures that others can compile against: a line for a type and a line for each public or protected member that it declares,
 * without what every record and enum has. Types are written without their packages.
 */
final class Signatures {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private Signatures() {}

    /** Whether it and all types around it can be seen from elsewhere. */
    static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers()) && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** The lines of a type, each with its name in front, so that a line says by itself what it is about. */
    static Stream<String> of(Class<?> type) {
        var members = Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods()).flatMap(Arrays::stream)
                .filter(member -> canBeUsed(type, (Member) member)).map(member -> line(type, member)).sorted();
        return Stream.concat(Stream.of(head(type)), members).map(line -> type.getCanonicalName() + ": " + line);
    }

    private static boolean canBeUsed(Class<?> type, Member member) {
        var seen = Modifier.isPublic(member.getModifiers())
                || Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers());
        return seen && !member.isSynthetic() && !OF_EVERY_OBJECT.contains(member.getName())
                && !(type.isEnum() && member instanceof Method && OF_EVERY_ENUM.contains(member.getName()));
    }

    private static String head(Class<?> type) {
        var kind = type.isAnnotation() ? "@interface" : type.isInterface() ? "interface" : type.isEnum() ? "enum"
                : type.isRecord() ? "record" : "class";
        var modifiers = Modifier.toString(type.getModifiers() & ~Modifier.PUBLIC & ~Modifier.STATIC & ~Modifier.INTERFACE
                & (type.isInterface() ? ~Modifier.ABSTRACT : ~0) & (type.isEnum() || type.isRecord() ? ~Modifier.FINAL : ~0));
        var above = type.getGenericSuperclass();
        return words(modifiers, type.isSealed() && !type.isEnum() ? "sealed" : "", kind + " " + type.getSimpleName() + parameters(type),
                above == null || Set.of(Object.class, Record.class).contains(above) || type.isEnum() ? "" : "extends " + name(above),
                list("implements ", type.getGenericInterfaces()),
                type.isSealed() && !type.isEnum() ? list("permits ", type.getPermittedSubclasses()) : "");
    }

    private static String line(Class<?> type, AccessibleObject member) {
        return switch (member) {
            case Field field -> words(modifiers(field), name(field.getGenericType()), field.getName());
            case Constructor<?> constructor -> words(modifiers(constructor), parameters(constructor),
                    type.getSimpleName() + arguments(constructor), list("throws ", constructor.getGenericExceptionTypes()));
            case Method method -> words(modifiers(method), method.isDefault() ? "default" : "", parameters(method),
                    name(method.getGenericReturnType()), method.getName() + arguments(method),
                    list("throws ", method.getGenericExceptionTypes()));
            default -> throw new IllegalArgumentException("a field, a constructor or a method was expected, got " + member);
        };
    }

    private static String modifiers(Member member) {
        var kinds = member instanceof Executable ? Modifier.methodModifiers() : Modifier.fieldModifiers();
        var inInterface = member.getDeclaringClass().isInterface() ? Modifier.ABSTRACT : 0;
        return words(Modifier.toString(member.getModifiers() & kinds & ~Modifier.PUBLIC & ~inInterface),
                ((AnnotatedElement) member).isAnnotationPresent(Deprecated.class) ? "@Deprecated" : "");
    }

    private static String parameters(GenericDeclaration declaration) {
        var parameters = declaration.getTypeParameters();
        return parameters.length == 0 ? "" : Arrays.stream(parameters).map(parameter -> {
            var bounds = Arrays.stream(parameter.getBounds()).filter(bound -> bound != Object.class).map(Signatures::name)
                    .collect(joining(" & "));
            return parameter.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
        }).collect(joining(", ", "<", ">"));
    }

    private static String arguments(Executable executable) {
        var text = Arrays.stream(executable.getGenericParameterTypes()).map(Signatures::name).collect(joining(", ", "(", ")"));
        return executable.isVarArgs() ? text.replaceFirst("\\[]\\)$", "...)") : text;
    }

    private static String list(String before, Type[] types) {
        return types.length == 0 ? "" : before + Arrays.stream(types).map(Signatures::name).collect(joining(", "));
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\b([a-z_0-9]+\\.)+(?=\\p{Upper})", "").replace('$', '.');
    }

    private static String words(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(joining(" "));
    }
}
