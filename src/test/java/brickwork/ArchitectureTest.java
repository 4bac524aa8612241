package brickwork;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ladder of packages, the homes of foreign libraries, and what keeps two runs equal, read from the compiled classes. */
class ArchitectureTest {

    /** Each package, with those below it, may use those before it and no other. */
    private static final List<String> LADDER = List.of("source", "random", "model", "syntax", "check", "data", "plan", "kernel", "engine",
            "train", "store", "exchange", "verify", "report");

    /** The rooms of verify, in the same order: what judges stands on what measures, and the reference on nothing of either. */
    private static final List<String> ROOMS = List.of("verify.reference..", "verify.gradient..", "verify.health..", "verify.trace..",
            "verify", "verify.check..");

    /** They stand on the root package and never on one another. */
    private static final List<String> ADAPTERS = List.of("junit", "cucumber", "cli");

    /**
     * The classes that may look at the clock: for the report's {@code seconds}, and to end what has no time left. No number depends on it.
     */
    private static final List<String> CLOCKS = List.of("brickwork.train.Stopwatch", "brickwork.engine.Cancellation");

    /**
     * Rules about an empty set of classes always hold, so this many must have been seen. Raise it to about nine tenths of what
     * {@code find target/classes -name '*.class' | wc -l} counts whenever a stage is finished; lower it only with what it counted.
     */
    private static final int FLOOR = 1_000;

    private static final Map<String, String> HOMES = Map.of(
            "org.antlr..", "brickwork.syntax..",
            "jdk.incubator..", "brickwork.kernel.simd..",
            "de.siegmar.fastcsv..", "brickwork.data..",
            "org.junit..", "brickwork.junit..",
            "org.opentest4j..", "brickwork.junit..",
            "io.cucumber..", "brickwork.cucumber..",
            "picocli..", "brickwork.cli..");

    /** What the JDK says of the machine and of garbage. */
    private static final String[] MANAGEMENT = {"java.lang.management..", "com.sun.management.."};

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("brickwork");

    @Test
    void enoughClassesWereSeen() {
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void everyPackageHasItsRung() {
        var known = Stream.concat(LADDER.stream(), ADAPTERS.stream()).map(ArchitectureTest::tree);
        check(classes().should().resideInAnyPackage(Stream.concat(Stream.of("brickwork"), known).toArray(String[]::new)));
    }

    @ParameterizedTest
    @FieldSource("LADDER")
    void usesOnlyWhatStandsBeforeIt(String rung) {
        var after = LADDER.subList(LADDER.indexOf(rung) + 1, LADDER.size());
        var forbidden = Stream.of(after.stream().map(ArchitectureTest::tree), Stream.of("brickwork"), adapters());
        check(noClasses().that().resideInAPackage(tree(rung)).should().dependOnClassesThat()
                .resideInAnyPackage(forbidden.flatMap(packages -> packages).toArray(String[]::new)));
    }

    @Test
    void everyPackageOfVerifyIsARoom() {
        check(classes().that().resideInAPackage("brickwork.verify..").should()
                .resideInAnyPackage(ROOMS.stream().map(room -> "brickwork." + room).toArray(String[]::new)));
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void usesOnlyTheRoomsBeforeIt(String room) {
        var after = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream().map(other -> "brickwork." + other);
        check(noClasses().that().resideInAPackage("brickwork." + room).should().dependOnClassesThat()
                .resideInAnyPackage(after.toArray(String[]::new)));
    }

    /** Files that hold a spec are read in the store. */
    @Test
    void trainingReadsNoTexts() {
        check(noClasses().that().resideInAPackage("brickwork.train..").should().dependOnClassesThat()
                .resideInAnyPackage("brickwork.syntax..", "brickwork.check..", "java.nio.file.."));
    }

    @Test
    void theRootUsesNoAdapter() {
        check(noClasses().that().resideInAPackage("brickwork").should().dependOnClassesThat()
                .resideInAnyPackage(adapters().toArray(String[]::new)));
    }

    @ParameterizedTest
    @FieldSource("ADAPTERS")
    void adaptersDoNotUseEachOther(String adapter) {
        var others = adapters().filter(other -> !other.equals(tree(adapter))).toArray(String[]::new);
        check(noClasses().that().resideInAPackage(tree(adapter)).should().dependOnClassesThat().resideInAnyPackage(others));
    }

    @Test
    void thereAreNoCycles() {
        check(slices().matching("brickwork.(**)").should().beFreeOfCycles());
    }

    static Stream<Map.Entry<String, String>> homes() {
        return HOMES.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void foreignLibrariesStayAtHome(Map.Entry<String, String> home) {
        check(noClasses().that().resideOutsideOfPackage(home.getValue()).should().dependOnClassesThat().resideInAPackage(home.getKey()));
    }

    @Test
    void everyLibraryHasAHome() {
        check(classes().should().onlyDependOnClassesThat().resideInAnyPackage(
                Stream.of(Stream.of("java..", "brickwork.."), HOMES.keySet().stream(), Stream.of(MANAGEMENT)).flatMap(each -> each)
                        .toArray(String[]::new)));
    }

    @Test
    void onlyTheChoiceOfKernelsAndTheCheckOfGarbageAskTheMachine() {
        check(noClasses().that().resideOutsideOfPackages("brickwork.kernel..", "brickwork.verify.check..").should().dependOnClassesThat()
                .resideInAnyPackage(MANAGEMENT));
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        check(noClasses().that().resideOutsideOfPackage("brickwork.cli..").should(ACCESS_STANDARD_STREAMS)
                .orShould().accessField(System.class, "in").orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.Console"));
    }

    @Test
    void onlyTheCommandLineExits() {
        check(noClasses().that().resideOutsideOfPackage("brickwork.cli..")
                .should(use("java.lang.System", "exit")).orShould(use("java.lang.Runtime", "exit|halt")));
    }

    @Test
    void nothingLooksAtTheClock() {
        check(noClasses().that(resideInAnyPackage(rungs()))
                .and(describe("are not clocks", (JavaClass type) -> CLOCKS.stream().noneMatch(type.getName()::startsWith)))
                .should(use("java.lang.System", "nanoTime|currentTimeMillis"))
                .orShould().dependOnClassesThat().resideInAPackage("java.time..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Date"));
    }

    @Test
    void nothingDrawsFromTheRandomnessOfJava() {
        check(noClasses().that(resideInAnyPackage(rungs()))
                .should().dependOnClassesThat().haveNameMatching("java\\.(util|security)\\.(\\w+\\.)*\\w*Random\\w*")
                .orShould(use("java.lang.Math", "random")).orShould(use("java.util.UUID", "randomUUID"))
                .orShould(use("java.util.Collections", "shuffle")));
    }

    /** These may differ by machine and release; the elementary functions are the project's own or StrictMath's. */
    @Test
    void nothingUsesInexactMathematics() {
        var functions = "exp|expm1|log|log10|log1p|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh";
        check(noClasses().that(resideInAnyPackage(rungs()))
                .should(use("java.lang.Math", functions))
                .orShould(use("jdk.incubator.vector.VectorOperators", functions.toUpperCase(Locale.ROOT))));
    }

    @Test
    void nothingDependsOnTheDefaultLocale() {
        check(noClasses().should(use("java.util.Locale", "getDefault")).orShould(use("java.lang.String", "formatted"))
                .orShould().callMethod(String.class, "format", String.class, Object[].class)
                .orShould().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase"));
    }

    /** A trial says which engines; what judges it opens no others. */
    @Test
    void checksRunOnTheEnginesOfTheirTrial() {
        check(noClasses().that().resideInAnyPackage("brickwork.verify.check..", "brickwork.verify.health..",
                "brickwork.junit..")
                .should(use("brickwork.engine.Engines", "open")).orShould(use("brickwork.engine.EngineFactory", "STANDARD"))
                .orShould(use("brickwork.engine.EngineOptions", "standard")).orShould(use("brickwork.kernel.KernelChoice", "best")));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?"));
    }

    /** Access of any kind, method references too. */
    private static ArchCondition<JavaClass> use(String owner, String members) {
        var pattern = Pattern.compile(members);
        return accessTargetWhere(
                describe("the target is " + owner + "." + members, (JavaAccess<?> access) -> access.getTargetOwner().getName().equals(owner)
                        && pattern.matcher(access.getTarget().getName()).matches()));
    }

    /** A rule holds for a package that does not exist yet. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String[] rungs() {
        return LADDER.stream().map(ArchitectureTest::tree).toArray(String[]::new);
    }

    private static Stream<String> adapters() {
        return ADAPTERS.stream().map(ArchitectureTest::tree);
    }

    private static String tree(String name) {
        return "brickwork." + name + "..";
    }
}
