package brickwork.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All words of the language that name things, as one place to look them up. */
public final class Language {

    public static final Vocabulary<Activation> ACTIVATIONS = Activation.vocabulary();
    public static final Vocabulary<Initialization.Scheme> SCHEMES = Initialization.vocabulary();
    public static final Vocabulary<Bias> LAYER_OPTIONS = Bias.vocabulary();
    public static final Vocabulary<LossTerm.Kind> LOSSES = LossTerm.vocabulary();
    public static final Vocabulary<Penalty> PENALTIES = Penalty.vocabulary();
    public static final Vocabulary<Optimizer.Rule> OPTIMIZERS = Optimizer.vocabulary();
    public static final Vocabulary<Schedule.Change> SCHEDULES = Schedule.vocabulary();
    public static final Vocabulary<Clip> CLIPS = Clip.vocabulary();
    public static final Vocabulary<DataSource> SOURCES = SourceVocabulary.named();
    public static final List<Form> SOURCE_FORMS = SourceVocabulary.forms();
    public static final Vocabulary<Scaling> SCALINGS = Scaling.vocabulary();
    public static final Vocabulary<Precision> PRECISIONS = constants("number type", Precision.values());
    public static final Vocabulary<Metric> METRICS = constants("metric", Metric.values());
    public static final Vocabulary<HealthMetric> HEALTH = constants("figure of health", HealthMetric.values());
    public static final Vocabulary<DatasetPart> PARTS = constants("part", DatasetPart.values());

    /** The version of the language. */
    public static final int VERSION = 1;

    private Language() {}

    private static <T extends Named> Vocabulary<T> constants(String kind, T[] things) {
        return new Vocabulary<>(kind, Arrays.stream(things).map(thing -> Definition.of(() -> thing)).toList());
    }

    /** The words that name things and have no place of their own in the grammar. */
    public static Set<String> names() {
        return Stream.of(ACTIVATIONS, SCHEMES, LOSSES, PENALTIES, OPTIMIZERS, CLIPS, SOURCES, SCALINGS, PRECISIONS, METRICS, HEALTH)
                .flatMap(vocabulary -> vocabulary.words().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The words of options, of optimizers, sources and layers alike. */
    public static Set<String> options() {
        return options(parameter -> parameter.kind() == Parameter.Kind.NUMBER || parameter.kind() == Parameter.Kind.COUNT);
    }

    /** The words of options that take nothing. */
    public static Set<String> flags() {
        return options(Parameter::isFlag);
    }

    private static Set<String> options(Predicate<Parameter> which) {
        return Stream.of(OPTIMIZERS, SOURCES, LAYER_OPTIONS).flatMap(Vocabulary::parameters).filter(which).map(Parameter::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The activations whose units a figure of health counts. */
    public static List<String> activationsOf(Flatness.Figure figure) {
        return ACTIVATIONS.words(activation -> activation.traits().course().flatness().figure() == figure);
    }

    /** The data terms that are computed from z of the last layer. */
    public static List<String> lossesOfPreActivations() {
        return LOSSES.words(LossTerm.Kind::readsPreActivation);
    }
}
