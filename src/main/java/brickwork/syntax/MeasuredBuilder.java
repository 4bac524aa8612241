package brickwork.syntax;

import static brickwork.syntax.Nodes.quoted;
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
        var layer = claim.subject() instanceof NnParser.LayerSubjectContext of ? Optional.of(expression(of.expression()))
                : Optional.<Expression>empty();
        var ofClass = claim.subject() instanceof NnParser.ClassSubjectContext of ? Optional.of(label(of.classLabel()))
                : Optional.<Word>empty();
        return new Conditions.Measured(span, initial, metric,
                new Clause.Place(layer, ofClass, Optional.ofNullable(claim.part()).map(Nodes::word)),
                new Clause.Claim(comparison(claim.comparison()), expression(claim.expression()), off),
                new Clause.Scope(epochs, which));
    }

    /** The name of a class: a word, a text without its quotes, or a number as it is written. */
    private static Word label(NnParser.ClassLabelContext label) {
        return switch (label) {
            case NnParser.ClassTextContext text -> new Word(span(text), quoted(text.STRING()).value());
            case NnParser.ClassWordContext word -> Nodes.word(word);
            case NnParser.ClassNumberContext number ->
                    new Word(span(number), (number.MINUS() == null ? "" : "-") + Nodes.token(number.NUMBER()).text());
            default -> throw new IllegalArgumentException("the name of a class was expected, got " + label.getText());
        };
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
