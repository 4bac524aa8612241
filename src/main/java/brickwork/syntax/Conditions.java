package brickwork.syntax;

import static brickwork.syntax.Nodes.quoted;
import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.token;
import static brickwork.syntax.Nodes.word;

import brickwork.model.Relation;
import brickwork.source.Code;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.Clause.Comparison;
import brickwork.syntax.Clause.Quoted;
import brickwork.syntax.Clause.Values;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What an {@code expect} may state: each form is a record, which is built from the grammar and printed here. */
public final class Conditions {

    /** How a form is written, by a word that shows it; for messages. */
    static final Map<Integer, String> EXAMPLES = Map.of(
            NnParser.DECREASES, "loss decreases every epoch",
            NnParser.FALLS, "loss falls by 10x within 50 epochs",
            NnParser.GRADCHECK, "gradcheck < 1e-7",
            NnParser.INITIAL, "initial loss = 0.25 within 0.01",
            NnParser.OUTPUT, "output for [0 1] = [1] within 0.1",
            NnParser.CONFUSION, "confusion = [[50 0] [1 49]]",
            NnParser.FINGERPRINT, "fingerprint = \"0f3a…\"");

    private Conditions() {}

    /** What an {@code expect} states. */
    public sealed interface Condition {

        Span span();

        /**
         * Its text with single spaces: numbers as they were written, and the value of whatever was calculated.
         *
         * @param source the text it stands in
         * @param value  gives what an expression comes to
         */
        default String text(SourceText source, ToDoubleFunction<Expression> value) {
            return Conditions.text(this, new ConditionPrinter(source, value));
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
    public record Measured(Span span, Optional<Word> initial, Word metric, Clause.Place place, Clause.Claim claim, Clause.Scope scope)
            implements
                Condition {}

    /** {@code gradcheck [norm] < V}; {@code norm} holds the word where it stands. */
    public record Gradcheck(Span span, Optional<Word> norm, Comparison comparison, Expression bound) implements Condition {}

    /** {@code initial loss = V within T}. */
    public record InitialLoss(Span span, Expression value, Expression tolerance) implements Condition {}

    /** {@code loss decreases [every epoch]}. */
    public record LossDecreases(Span span, boolean everyEpoch) implements Condition {}

    /** {@code loss falls by Fx within N epochs}. */
    public record LossFalls(Span span, Expression factor, Expression epochs) implements Condition {}

    /** {@code output for [X …] = [A …] within T}. */
    public record Output(Span span, Values inputs, Values outputs, Expression tolerance) implements Condition {}

    /** {@code confusion [on PART] = [[N …] …]}: a row a true class, a column a class it is taken for. */
    public record Confusion(Span span, Optional<Word> part, Span matrix, List<Values> rows) implements Condition {
        public Confusion {
            rows = List.copyOf(rows);
        }
    }

    /** {@code fingerprint = "…"}. */
    public record Fingerprint(Span span, Quoted digest) implements Condition {}

    private static String text(Condition condition, ConditionPrinter printer) {
        return switch (condition) {
            case Measured measured ->
                    measured.initial().map(_ -> "initial ").orElse("") + measured.metric().text() + printer.compared(measured);
            case Gradcheck gradcheck -> "gradcheck" + gradcheck.norm().map(_ -> " norm").orElse("")
                    + ConditionPrinter.compared(gradcheck.comparison().relation(), printer.number(gradcheck.bound()));
            case InitialLoss initial -> "initial loss" + equal(printer.number(initial.value()), printer.number(initial.tolerance()));
            case LossDecreases decreases -> decreases.everyEpoch() ? "loss decreases every epoch" : "loss decreases";
            case LossFalls falls ->
                    "loss falls by " + printer.number(falls.factor()) + "x within " + printer.number(falls.epochs()) + " epochs";
            case Output output -> "output for " + printer.list(output.inputs().values())
                    + equal(printer.list(output.outputs().values()), printer.number(output.tolerance()));
            case Confusion confusion -> "confusion" + confusion.part().map(part -> " on " + part.text()).orElse("")
                    + ConditionPrinter.compared(Relation.EQUAL, printer.matrix(confusion.rows()));
            case Fingerprint fingerprint ->
                    "fingerprint" + ConditionPrinter.compared(Relation.EQUAL, SpecPrinter.quoted(fingerprint.digest().value()));
        };
    }

    private static String equal(String value, String tolerance) {
        return ConditionPrinter.compared(Relation.EQUAL, value) + " within " + tolerance;
    }

    /** Builds the forms from the grammar. */
    static final class Builder extends NnBaseVisitor<Condition> {

        private final ExpressionBuilder expressions;
        private final LayerBuilder lists;
        private final MeasuredBuilder measured;
        private final SyntaxDiagnostics faults;

        Builder(ExpressionBuilder expressions, LayerBuilder lists, SyntaxDiagnostics faults) {
            this.expressions = expressions;
            this.lists = lists;
            this.measured = new MeasuredBuilder(expressions, faults);
            this.faults = faults;
        }

        @Override
        public Condition visitMetricCondition(NnParser.MetricConditionContext condition) {
            return switch (condition.metricClaim()) {
                case NnParser.DecreasesContext decreases -> {
                    requireLoss(condition, "decrease", "loss decreases");
                    yield new LossDecreases(span(condition), decreases.EVERY() != null);
                }
                case NnParser.FallsContext falls -> {
                    requireLoss(condition, "fall", "loss falls by 10x within 50 epochs");
                    yield new LossFalls(span(condition), factor(token(falls.MULTIPLE())), expression(falls.expression()));
                }
                case NnParser.ComparesContext compares ->
                        measured.compares(span(condition), Optional.empty(), word(condition.metric()), compares.comparing());
                default -> throw new IllegalArgumentException("a claim about a metric was expected, got " + condition.getText());
            };
        }

        /** The number before the {@code x}. */
        private Expression factor(SpecToken multiple) {
            var place = new Span(multiple.span().start(), multiple.span().end() - 1);
            return expressions.literal(SpecToken.of(NnParser.NUMBER, place, multiple.text().substring(0, multiple.text().length() - 1)));
        }

        /** Refuses any metric but the loss, of which alone something is said. */
        private void requireLoss(NnParser.MetricConditionContext condition, String verb, String help) {
            var metric = word(condition.metric());
            if (!metric.text().equals("loss")) {
                faults.add(Code.NN001, "only `loss` can be expected to " + verb + ", found " + GrammarNames.quote(metric.text()),
                        metric.span(),
                        "write `" + help + "`");
                throw new BrokenStatement();
            }
        }

        @Override
        public Condition visitInitial(NnParser.InitialContext condition) {
            return switch (condition.initialClaim()) {
                case NnParser.InitialLossContext loss ->
                        new InitialLoss(span(condition), expression(loss.expression(0)), expression(loss.expression(1)));
                case NnParser.InitialFigureContext figure ->
                        measured.compares(span(condition), Optional.of(word(condition.INITIAL())), word(figure.figure()),
                                figure.comparing());
                default -> throw new IllegalArgumentException("a loss or a figure was expected, got " + condition.getText());
            };
        }

        @Override
        public Condition visitGradcheck(NnParser.GradcheckContext condition) {
            return new Gradcheck(span(condition), Optional.ofNullable(condition.NORM()).map(Nodes::word),
                    MeasuredBuilder.comparison(condition.comparison()), expression(condition.expression()));
        }

        @Override
        public Condition visitOutput(NnParser.OutputContext condition) {
            return new Output(span(condition), lists.list(condition.list(0)), lists.list(condition.list(1)),
                    expression(condition.expression()));
        }

        @Override
        public Condition visitConfusion(NnParser.ConfusionContext condition) {
            return new Confusion(span(condition), Optional.ofNullable(condition.part()).map(Nodes::word),
                    span(condition.LBRACKET()).to(span(condition.RBRACKET())), condition.list().stream().map(lists::list).toList());
        }

        @Override
        public Condition visitFingerprint(NnParser.FingerprintContext condition) {
            return new Fingerprint(span(condition), quoted(condition.STRING()));
        }

        private Expression expression(NnParser.ExpressionContext expression) {
            return expressions.expression(expression);
        }
    }
}
