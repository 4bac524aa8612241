package brickwork.syntax;

import static brickwork.syntax.Nodes.quoted;
import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.word;

import brickwork.source.Code;
import brickwork.syntax.Clause.Comparison;
import brickwork.syntax.Clause.Condition;
import brickwork.syntax.Clause.Relation;
import brickwork.syntax.Clause.Seeds;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.Optional;

/** What an {@code expect} states. */
final class ConditionBuilder extends NnBaseVisitor<Condition> {

    private final ExpressionBuilder expressions;
    private final LayerBuilder lists;
    private final Faults faults;

    ConditionBuilder(ExpressionBuilder expressions, LayerBuilder lists, Faults faults) {
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
                : compares(condition, (NnParser.ComparesContext) condition.metricClaim());
    }

    private Condition decreases(NnParser.MetricConditionContext condition, NnParser.DecreasesContext claim) {
        var metric = word(condition.metric());
        if (!metric.text().equals("loss")) {
            faults.add(Code.NN001, "only `loss` can be expected to decrease, found " + Wording.quote(metric.text()), metric.span(),
                    "write `loss decreases`");
            throw new BrokenStatement();
        }
        return new Clause.LossDecreasesCondition(span(condition), claim.EVERY() != null);
    }

    private Condition compares(NnParser.MetricConditionContext condition, NnParser.ComparesContext claim) {
        var tolerance = new Once("`within`", faults);
        var withinEpochs = new Once("`within … epochs`", faults);
        var seeds = new Once("`for`", faults);
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
        return new Clause.MetricCondition(span(condition), word(condition.metric()), Optional.ofNullable(claim.part()).map(Nodes::word),
                comparison(claim.comparison()), expression(claim.expression()), off, epochs, which);
    }

    @Override
    public Condition visitGradcheck(NnParser.GradcheckContext condition) {
        return new Clause.GradcheckCondition(span(condition), Optional.ofNullable(condition.NORM()).map(Nodes::word),
                comparison(condition.comparison()), expression(condition.expression()));
    }

    @Override
    public Condition visitInitialLoss(NnParser.InitialLossContext condition) {
        return new Clause.InitialLossCondition(span(condition), expression(condition.expression(0)), expression(condition.expression(1)));
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
