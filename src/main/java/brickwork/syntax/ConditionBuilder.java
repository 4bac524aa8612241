package brickwork.syntax;

import static brickwork.syntax.Nodes.quoted;
import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.word;

import brickwork.model.Relation;
import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.Clause.Comparison;
import brickwork.syntax.Clause.Condition;
import brickwork.syntax.Clause.Seeds;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.Optional;

/** What an {@code expect} states. */
final class ConditionBuilder extends NnBaseVisitor<Condition> {

    private final ExpressionBuilder expressions;
    private final LayerBuilder lists;
    private final SyntaxDiagnostics faults;

    ConditionBuilder(ExpressionBuilder expressions, LayerBuilder lists, SyntaxDiagnostics faults) {
        this.expressions = expressions;
        this.lists = lists;
        this.faults = faults;
    }

    static Comparison comparison(NnParser.ComparisonContext comparison) {
        return new Comparison(span(comparison), switch (comparison.getStart().getType()) {
            case NnParser.LESS -> Relation.LESS;
            case NnParser.LESS_OR_EQUAL -> Relation.LESS_OR_EQUAL;
            case NnParser.GREATER -> Relation.GREATER;
            case NnParser.GREATER_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
            case NnParser.EQUAL -> Relation.EQUAL;
            default -> throw new IllegalArgumentException("a comparison was expected, got " + comparison.getText());
        });
    }

    @Override
    public Condition visitMetricCondition(NnParser.MetricConditionContext condition) {
        return condition.metricClaim() instanceof NnParser.DecreasesContext decreases
                ? decreases(condition, decreases)
                : compares(span(condition), Optional.empty(), word(condition.metric()),
                        ((NnParser.ComparesContext) condition.metricClaim()).comparing());
    }

    @Override
    public Condition visitInitial(NnParser.InitialContext condition) {
        return switch (condition.initialClaim()) {
            case NnParser.InitialLossContext loss ->
                    new Clause.InitialLossCondition(span(condition), expression(loss.expression(0)), expression(loss.expression(1)));
            case NnParser.InitialFigureContext figure ->
                    compares(span(condition), Optional.of(word(condition.INITIAL())), word(figure.figure()), figure.comparing());
            default -> throw new IllegalArgumentException("a loss or a figure was expected, got " + condition.getText());
        };
    }

    private Condition decreases(NnParser.MetricConditionContext condition, NnParser.DecreasesContext claim) {
        var metric = word(condition.metric());
        if (!metric.text().equals("loss")) {
            faults.add(Code.NN001, "only `loss` can be expected to decrease, found " + GrammarNames.quote(metric.text()), metric.span(),
                    "write `loss decreases`");
            throw new BrokenStatement();
        }
        return new Clause.LossDecreasesCondition(span(condition), claim.EVERY() != null);
    }

    private Condition compares(Span span, Optional<Word> initial, Word metric, NnParser.ComparingContext claim) {
        var tolerance = new SingleUse("`within`", faults);
        var withinEpochs = new SingleUse("`within … epochs`", faults);
        var seeds = new SingleUse("`for`", faults);
        var off = Optional.<Expression>empty();
        var epochs = Optional.<Expression>empty();
        var which = Optional.<Seeds>empty();
        for (var option : claim.claimOption()) {
            switch (option.claimSetting()) {
                case NnParser.WithinContext within when within.EPOCHS() != null -> {
                    seeds.refuseAfter("within", span(within.WITHIN()), "the seeds stand last");
                    if (withinEpochs.meet(span(within))) {
                        epochs = Optional.of(expression(within.expression()));
                    }
                }
                case NnParser.WithinContext within -> {
                    seeds.refuseAfter("within", span(within.WITHIN()), "the seeds stand last");
                    if (tolerance.meet(span(within))) {
                        off = Optional.of(expression(within.expression()));
                    }
                }
                case NnParser.ForSeedsContext some -> {
                    if (seeds.meet(span(some.FOR()))) {
                        which = Optional.of(some.seeds().accept(new SeedsBuilder()));
                    }
                }
                default -> throw new IllegalArgumentException("within or for was expected, got " + option.getText());
            }
        }
        var layer = claim.LAYER() == null ? Optional.<Expression>empty() : Optional.of(expression(claim.expression(0)));
        return new Clause.MetricCondition(span, initial, metric,
                new Clause.Place(layer, Optional.ofNullable(claim.part()).map(Nodes::word)),
                new Clause.Claim(comparison(claim.comparison()), expression(claim.expression(layer.isPresent() ? 1 : 0)), off),
                new Clause.Scope(epochs, which));
    }

    @Override
    public Condition visitGradcheck(NnParser.GradcheckContext condition) {
        return new Clause.GradcheckCondition(span(condition), Optional.ofNullable(condition.NORM()).map(Nodes::word),
                comparison(condition.comparison()), expression(condition.expression()));
    }

    @Override
    public Condition visitOutput(NnParser.OutputContext condition) {
        return new Clause.OutputCondition(span(condition), lists.list(condition.list(0)), lists.list(condition.list(1)),
                expression(condition.expression()));
    }

    @Override
    public Condition visitFingerprint(NnParser.FingerprintContext condition) {
        return new Clause.FingerprintCondition(span(condition), quoted(condition.STRING()));
    }

    private Expression expression(NnParser.ExpressionContext expression) {
        return expressions.expression(expression);
    }

    private final class SeedsBuilder extends NnBaseVisitor<Seeds> {
        @Override
        public Seeds visitAtLeastSeeds(NnParser.AtLeastSeedsContext seeds) {
            return new Clause.AtLeastSeeds(span(seeds), expression(seeds.expression(0)), expression(seeds.expression(1)));
        }

        @Override
        public Seeds visitEverySeed(NnParser.EverySeedContext seeds) {
            return new Clause.EverySeed(span(seeds), expression(seeds.expression(0)), expression(seeds.expression(1)));
        }
    }
}
