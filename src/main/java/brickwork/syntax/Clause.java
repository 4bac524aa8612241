package brickwork.syntax;

import brickwork.model.Relation;
import brickwork.source.SourceText;
import brickwork.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The parts statements are made of. Words are kept as written: which of them mean something is the checker's business. */
public sealed interface Clause {

    Span span();

    /** A word that names something: an activation, a loss, a constant, an option. */
    record Word(Span span, String text) implements Clause {}

    /** A quoted text; {@code value} has its escapes resolved, the span holds the quotes. */
    record Quoted(Span span, String value) implements Clause {}

    /** An option of the form {@code noise 0.1}, or a flag such as {@code nesterov} without a value. */
    record Option(Span span, Word name, Optional<Expression> value) implements Clause {}

    /** One dense layer of a {@code layer} statement. */
    record Layer(Span span, Optional<Expression> inputs, Expression units, Word activation, Optional<Expression> parameter,
            List<LayerOption> options) implements Clause {}

    /** An option of a layer. */
    sealed interface LayerOption extends Clause {}

    record Init(Span span, Scheme scheme) implements LayerOption {}

    /** {@code bias none} (no scheme), {@code bias SCHEME} or {@code bias fixed SCHEME}. */
    record Bias(Span span, boolean fixed, Optional<Scheme> scheme) implements LayerOption {}

    record Frozen(Span span) implements LayerOption {}

    record Dropout(Span span, Expression share) implements LayerOption {}

    record As(Span span, Word name) implements LayerOption {}

    /** How values start. */
    sealed interface Scheme extends Clause {}

    /** {@code xavier}, {@code normal 0.1}, … */
    record NamedScheme(Span span, Word name, Optional<Expression> number) implements Scheme {}

    /** {@code [[1 2] [3 4]]}: one inner list an output unit. */
    record Matrix(Span span, List<Values> rows) implements Scheme {}

    /** {@code [1 2]}. */
    record Values(Span span, List<Expression> values) implements Scheme {}

    /** Where samples come from. */
    sealed interface Source extends Clause {}

    /** A generator, a built-in set or a registered name, with its options. */
    record NamedSource(Span span, Word name, List<Option> options) implements Source {}

    /** {@code rows [ … ]}. */
    record RowsSource(Span span, List<Row> rows) implements Source {}

    record Row(Span span, List<Expression> inputs, List<Expression> targets) implements Clause {}

    record CsvSource(Span span, Quoted file, List<Column> targets, List<Column> features) implements Source {}

    /** A csv column, by name (bare or quoted) or by its number. */
    sealed interface Column extends Clause {}

    record NamedColumn(Span span, String name) implements Column {}

    record NumberedColumn(Span span, Expression number) implements Column {}

    record IdxSource(Span span, Quoted images, Quoted labels) implements Source {}

    record NpzSource(Span span, Quoted file, Quoted inputs, Quoted targets) implements Source {}

    /** {@code [FACTOR *] NAME [NUMBER]} of a loss. */
    record Term(Span span, Optional<Expression> factor, Word name, Optional<Expression> number) implements Clause {}

    /** What follows an optimizer's options. */
    sealed interface Schedule extends Clause {}

    record DecayStep(Span span, Expression factor, Expression epochs) implements Schedule {}

    record DecayExponential(Span span, Expression factor) implements Schedule {}

    record DecayInverse(Span span, Expression factor) implements Schedule {}

    record DecayCosine(Span span, Expression floor) implements Schedule {}

    record DecayLinear(Span span, Expression floor) implements Schedule {}

    record Plateau(Span span, Expression factor, Expression epochs) implements Schedule {}

    /** {@code < <= > >= =} with its place. */
    record Comparison(Span span, Relation relation) implements Clause {}

    /** What an {@code expect} states. */
    sealed interface Condition extends Clause {

        /**
         * Its text with single spaces: numbers as they were written, and the value of whatever was calculated.
         *
         * @param source the text it stands in
         * @param value  gives what an expression comes to
         */
        default String text(SourceText source, ToDoubleFunction<Expression> value) {
            return new ConditionPrinter(source, value).print(this);
        }
    }

    /**
     * A metric, or a figure of health, compared with a value.
     *
     * @param initial the word where it stands
     * @param metric  what is measured
     * @param place   of which layer, on which part
     * @param claim   what it is compared with
     * @param scope   by when, under which seeds
     */
    record MetricCondition(Span span, Optional<Word> initial, Word metric, Place place, Claim claim, Scope scope) implements Condition {}

    /** {@code [of layer N] [on PART]}. */
    record Place(Optional<Expression> layer, Optional<Word> part) {}

    /** {@code OP VALUE [within T]}. */
    record Claim(Comparison comparison, Expression value, Optional<Expression> tolerance) {}

    /** {@code [within N epochs] [for SEEDS]}. */
    record Scope(Optional<Expression> epochs, Optional<Seeds> seeds) {}

    /** {@code gradcheck [norm] < V}; {@code norm} holds the word where it stands. */
    record GradcheckCondition(Span span, Optional<Word> norm, Comparison comparison, Expression bound) implements Condition {}

    record InitialLossCondition(Span span, Expression value, Expression tolerance) implements Condition {}

    record LossDecreasesCondition(Span span, boolean everyEpoch) implements Condition {}

    record OutputCondition(Span span, Values inputs, Values outputs, Expression tolerance) implements Condition {}

    record FingerprintCondition(Span span, Quoted digest) implements Condition {}

    /** Which seeds a metric condition speaks of. */
    sealed interface Seeds extends Clause {}

    record AtLeastSeeds(Span span, Expression share, Expression count) implements Seeds {}

    record EverySeed(Span span, Expression from, Expression to) implements Seeds {}
}
