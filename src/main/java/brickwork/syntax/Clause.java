package brickwork.syntax;

import brickwork.model.Relation;
import brickwork.source.Span;
import java.util.List;
import java.util.Optional;

/** The parts statements are made of. Words are kept as written: which of them mean something is the checker's business. */
public sealed interface Clause {

    Span span();

    /** A word that names something: an activation, a loss, a constant, an option. */
    record Word(Span span, String text) implements Clause {}

    /** A quoted text; {@code value} has its escapes resolved, the span holds the quotes. */
    record Quoted(Span span, String value) implements Clause {}

    /** An option of the form {@code noise 0.1}, or a flag such as {@code nesterov} without a value. */
    record Option(Span span, Word name, Optional<Expression> value) implements LayerOption {}

    /** One dense layer of a {@code layer} statement. */
    record Layer(Span span, Optional<Expression> inputs, Expression units, Word activation, Optional<Expression> parameter,
            List<LayerOption> options) implements Clause {}

    /** An option of a layer; one that the language knows by its vocabulary alone is an {@link Option}. */
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

    /** A csv file, its target columns, and what else is said of columns. */
    record CsvSource(Span span, Quoted file, List<Column> targets, List<CsvPart> parts) implements Source {}

    /** What is said of the columns of a csv file behind its targets. */
    sealed interface CsvPart extends Clause {}

    /** {@code features …}, {@code except …} or {@code categories …}. */
    record CsvColumns(Span span, Word kind, List<Column> columns) implements CsvPart {}

    /** {@code positive LABEL}. */
    record Positive(Span span, Word label) implements CsvPart {}

    /** {@code unseen as zeros}. */
    record Unseen(Span span, Word as) implements CsvPart {}

    /** A csv column, by name (bare or quoted) or by its number, or some by their numbers. */
    sealed interface Column extends Clause {}

    record ColumnRange(Span span, Column first, Expression last) implements Column {}

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

    /** {@code within T minutes}, or seconds. */
    record Time(Span span, Expression number, boolean inMinutes) implements Clause {}

    /** {@code [of layer N] [of CLASS] [on PART]}. */
    record Place(Optional<Expression> layer, Optional<Word> ofClass, Optional<Word> part) {}

    /** {@code OP VALUE [within T]}. */
    record Claim(Comparison comparison, Expression value, Optional<Expression> tolerance) {}

    /** {@code [within N epochs] [for SEEDS]}. */
    record Scope(Optional<Expression> epochs, Optional<Seeds> seeds) {}

    /** The seeds of a condition. */
    sealed interface Seeds extends Clause {}

    record AtLeastSeeds(Span span, Expression share, Expression count) implements Seeds {}

    record EverySeed(Span span, Expression from, Expression to) implements Seeds {}
}
