package brickwork.syntax;

import static brickwork.syntax.Nodes.span;

import brickwork.model.Relation;
import brickwork.source.Span;
import brickwork.syntax.Clause.Comparison;
import brickwork.syntax.Clause.Seeds;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.Optional;

/** A metric or a figure of health, compared with a value. */
record MeasuredBuilder(ExpressionBuilder expressions, SyntaxDiagnostics faults) {

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

    Conditions.Measured compares(Span span, Optional<Word> initial, Word metric, NnParser.ComparingContext claim) {
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
        return new Conditions.Measured(span, initial, metric,
                new Clause.Place(layer, Optional.ofNullable(claim.part()).map(Nodes::word)),
                new Clause.Claim(comparison(claim.comparison()), expression(claim.expression(layer.isPresent() ? 1 : 0)), off),
                new Clause.Scope(epochs, which));
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
