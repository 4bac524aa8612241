package brickwork.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {

    static Stream<Vocabulary<? extends Named>> vocabularies() {
        return Stream.of(Language.ACTIVATIONS, Language.SCHEMES, Language.LOSSES, Language.PENALTIES, Language.OPTIMIZERS,
                Language.SCHEDULES,
                Language.CLIPS, Language.SOURCES, Language.SCALINGS, Language.PRECISIONS, Language.METRICS, Language.HEALTH,
                Language.PARTS);
    }

    /** A record that is forgotten in the vocabulary could be neither written nor read. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyRecordHasItsWord(Class<?> kind, Vocabulary<? extends Named> vocabulary, Set<String> others) {
        var records = records(kind).map(Class::getSimpleName).filter(name -> !others.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        var named = vocabulary.definitions().stream().map(definition -> definition.example().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(records);
    }

    static Stream<Object[]> kinds() {
        return Stream.of(new Object[] {Activation.class, Language.ACTIVATIONS, Set.of("Host")},
                new Object[] {Initialization.class, Language.SCHEMES, Set.of("Values")},
                new Object[] {LossTerm.Kind.class, Language.LOSSES, Set.of("Host")},
                new Object[] {Penalty.class, Language.PENALTIES, Set.of("Host")},
                new Object[] {Optimizer.Rule.class, Language.OPTIMIZERS, Set.of()},
                new Object[] {Schedule.Decay.class, Language.SCHEDULES, Set.of("Constant")},
                new Object[] {Clip.class, Language.CLIPS, Set.of()},
                new Object[] {Scaling.class, Language.SCALINGS, Set.of()},
                new Object[] {DataSource.class, Language.SOURCES, Set.of("Rows", "Csv", "Idx", "Npz", "Registered")});
    }

    private static Stream<Class<?>> records(Class<?> kind) {
        return kind.isRecord() ? Stream.of(kind) : Arrays.stream(kind.getPermittedSubclasses()).flatMap(LanguageTest::records);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void aThingIsMadeAgainOfItsArguments(Vocabulary<? extends Named> vocabulary) {
        vocabulary.definitions().forEach(LanguageTest::isMadeAgain);
        assertThat(vocabulary.words()).doesNotHaveDuplicates().isNotEmpty();
    }

    private static <T extends Named> void isMadeAgain(Definition<T> definition) {
        var thing = definition.example();

        assertThat(definition.make(thing.arguments())).isEqualTo(thing);
        assertThat(thing.word()).isEqualTo(definition.word());
    }

    @Test
    void numbersOutOfBoundsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Optimizer.Sgd(1, false))
                .withMessage("the momentum of sgd must be a finite number, at least 0 and below 1, got 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Activation.LeakyRelu(Double.NaN))
                .withMessage("the slope of leaky_relu must be a finite number, got NaN");
    }

    /** The pattern is a constant, for annotations take nothing else. */
    @Test
    void thePatternOfSentencesHoldsAllMetrics() {
        var pattern = Pattern.compile(Metric.SENTENCE_WORD);

        assertThat(Language.METRICS.words()).allMatch(word -> pattern.matcher(word).matches())
                .allMatch(word -> pattern.matcher(word.replace('_', ' ')).matches());
        assertThat(Metric.SENTENCE_WORD.split("\\|")).hasSameSizeAs(Language.METRICS.words());
    }

    /** The grammar tells these kinds of words apart. */
    @Test
    void noOptionBearsTheNameOfAThing() {
        var names = new HashSet<>(Language.names());
        names.retainAll(Language.options());
        assertThat(names).isEmpty();
        assertThat(Language.flags()).doesNotContainAnyElementsOf(Language.options()).doesNotContainAnyElementsOf(Language.names());
    }

    @Test
    void formulasTakeNumbersForTheirLetters() {
        var formula = new Activation.Elu(-2).traits().writing().formula();

        assertThat(formula.text(letter -> letter)).isEqualTo("z where z > 0, else A*(e^z - 1)");
        assertThat(formula.textAt(1, letter -> "1", letter -> "(1)")).isEqualTo("1");
        assertThat(formula.textAt(-1, letter -> letter.equals("z") ? "-1" : "", letter -> "(-2)")).isEqualTo("(-2)*(e^-1 - 1)");
    }

    @Test
    void stepsOfAnOptimizerAreWrittenOut() {
        assertThat(new Optimizer.Sgd(0, false).state()).isEmpty();
        assertThat(new Optimizer.Sgd(0.5, true).state()).isEqualTo(List.of("v"));
        assertThat(new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01, true).state()).isEqualTo(List.of("m", "v"));
    }
}
