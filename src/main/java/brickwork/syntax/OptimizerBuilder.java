package brickwork.syntax;

import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.word;

import brickwork.source.Span;
import brickwork.syntax.Clause.Schedule;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An optimizer: its options, then a warm-up, then what the rate does. One builder reads one statement. */
final class OptimizerBuilder extends NnBaseVisitor<Void> {

    private static final String ORDER = "first the options, then `warmup`, then the schedule";

    private final ExpressionBuilder expressions;
    private final List<Clause.Option> options = new ArrayList<>();
    private final SingleUse warmup;
    private final SingleUse schedule;
    private Optional<Expression> warmupEpochs = Optional.empty();
    private Optional<Schedule> rates = Optional.empty();

    OptimizerBuilder(ExpressionBuilder expressions, SyntaxDiagnostics faults) {
        this.expressions = expressions;
        this.warmup = new SingleUse("`warmup`", faults);
        this.schedule = new SingleUse("the schedule", faults);
    }

    Statement.Optimizer build(NnParser.OptimizerContext statement) {
        statement.optimizerOption().forEach(option -> option.optimizerSetting().accept(this));
        return new Statement.Optimizer(span(statement), span(statement.OPTIMIZER()), word(statement.optimizerName()), options, warmupEpochs,
                rates);
    }

    @Override
    public Void visitOptimizerNumber(NnParser.OptimizerNumberContext option) {
        return option(span(option), word(option.optimizerOptionName()), Optional.of(expressions.expression(option.expression())));
    }

    @Override
    public Void visitFlag(NnParser.FlagContext flag) {
        return option(span(flag), word(flag.FLAG()), Optional.empty());
    }

    @Override
    public Void visitDecaySetting(NnParser.DecaySettingContext decay) {
        if (decay.decay() instanceof NnParser.WeightDecayContext weights) {
            return option(span(decay), word(decay.DECAY()), Optional.of(expressions.expression(weights.expression())));
        }
        return schedule(decay.decay().accept(new Decays(span(decay))), span(decay.DECAY()));
    }

    @Override
    public Void visitPlateau(NnParser.PlateauContext plateau) {
        return schedule(new Clause.Plateau(span(plateau), expression(plateau.expression(0)), expression(plateau.expression(1))),
                span(plateau.PLATEAU()));
    }

    @Override
    public Void visitWarmup(NnParser.WarmupContext clause) {
        schedule.refuseAfter("warmup", span(clause.WARMUP()), ORDER);
        if (warmup.meet(span(clause.WARMUP()))) {
            warmupEpochs = Optional.of(expression(clause.expression()));
        }
        return null;
    }

    private Void option(Span place, Word name, Optional<Expression> value) {
        warmup.refuseAfter(name.text(), name.span(), ORDER);
        if (!warmup.isMet()) {
            schedule.refuseAfter(name.text(), name.span(), ORDER);
        }
        options.add(new Clause.Option(place, name, value));
        return null;
    }

    private Void schedule(Schedule clause, Span keyword) {
        if (schedule.meet(keyword)) {
            rates = Optional.of(clause);
        }
        return null;
    }

    private Expression expression(NnParser.ExpressionContext expression) {
        return expressions.expression(expression);
    }

    /** What follows {@code decay}; the span holds that word. */
    private final class Decays extends NnBaseVisitor<Schedule> {
        private final Span span;

        Decays(Span span) {
            this.span = span;
        }

        @Override
        public Schedule visitDecayStep(NnParser.DecayStepContext decay) {
            return new Clause.DecayStep(span, expression(decay.expression(0)), expression(decay.expression(1)));
        }

        @Override
        public Schedule visitDecayExponential(NnParser.DecayExponentialContext decay) {
            return new Clause.DecayExponential(span, expression(decay.expression()));
        }

        @Override
        public Schedule visitDecayInverse(NnParser.DecayInverseContext decay) {
            return new Clause.DecayInverse(span, expression(decay.expression()));
        }

        @Override
        public Schedule visitDecayCosine(NnParser.DecayCosineContext decay) {
            return new Clause.DecayCosine(span, expression(decay.expression()));
        }

        @Override
        public Schedule visitDecayLinear(NnParser.DecayLinearContext decay) {
            return new Clause.DecayLinear(span, expression(decay.expression()));
        }
    }
}
