package brickwork.syntax;

import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import java.util.List;
import java.util.Optional;

/** A statement of a spec, as written. {@link #keyword()} is the place of its first word, for messages about the statement itself. */
public sealed interface Statement {

    Span span();

    Span keyword();

    /** {@code nn 1}. */
    record Version(Span span, Span keyword, Expression number) implements Statement {}

    record Name(Span span, Span keyword, Word name) implements Statement {}

    record Let(Span span, Span keyword, Word name, Expression value) implements Statement {}

    record Seed(Span span, Span keyword, Expression value) implements Statement {}

    record Precision(Span span, Span keyword, Word type) implements Statement {}

    record Data(Span span, Span keyword, Clause.Source source) implements Statement {}

    record Split(Span span, Span keyword, Expression test, Optional<Expression> validation, boolean stratified, boolean inOrder)
            implements
                Statement {}

    /** {@code scale standard | minmax | by N}: {@code by} has a number. */
    record Scale(Span span, Span keyword, Word method, Optional<Expression> number) implements Statement {}

    /** {@code missing mean | median | drop | V [for COLUMN, …]}: a text, or a number or word. */
    record Missing(Span span, Span keyword, Optional<Clause.Quoted> text, Optional<Expression> value, List<Clause.Column> columns)
            implements
                Statement {}

    record Layers(Span span, Span keyword, List<Clause.Layer> layers) implements Statement {}

    /** {@code repeat N { … }}; the checker says that only layers may stand inside. */
    record Repeat(Span span, Span keyword, Expression count, List<Statement> body) implements Statement {}

    record Loss(Span span, Span keyword, List<Clause.Term> terms) implements Statement {}

    record Optimizer(Span span, Span keyword, Word name, List<Clause.Option> options, Optional<Expression> warmupEpochs,
            Optional<Clause.Schedule> schedule) implements Statement {}

    record Clip(Span span, Span keyword, Word method, Expression bound) implements Statement {}

    /**
     * {@code batch} is absent where nothing is said of it; {@code batchFull} tells {@code batch full}, {@code window} what stands behind
     * {@code shuffle within}, and {@code time} what stands behind {@code within} before a unit of time.
     */
    record Train(Span span, Span keyword, Expression epochs, Optional<Expression> batch, boolean batchFull, Optional<Word> order,
            Optional<Expression> window, Optional<Clause.Time> time)
            implements
                Statement {}

    /** {@code stop when METRIC OP VALUE [for N epochs]}. */
    record StopWhen(Span span, Span keyword, Word metric, Clause.Comparison comparison, Expression value, Optional<Expression> epochs)
            implements
                Statement {}

    /** {@code stop when METRIC stalls N epochs [keep best]}. */
    record StopStalled(Span span, Span keyword, Word metric, Expression epochs, boolean keepBest) implements Statement {}

    record Checkpoint(Span span, Span keyword, Expression epochs) implements Statement {}

    record Expect(Span span, Span keyword, Conditions.Condition condition) implements Statement {}

    /** A statement that could not be read; its fault is already reported. {@code word} is its first word where it has one. */
    record Broken(Span span, Span keyword, Optional<Word> word) implements Statement {}
}
