package brickwork.syntax;

import static brickwork.syntax.Nodes.quoted;
import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.word;

import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.List;
import java.util.Optional;

/** Statements that were read whole. */
final class StatementBuilder extends NnBaseVisitor<Statement> {

    private static final String ONE_ORDER = "one of them alone says how samples come";

    private final TreeBuilder tree;
    private final SyntaxDiagnostics faults;
    private final ExpressionBuilder expressions;
    private final LayerBuilder layers;
    private final SourceBuilder sources;
    private final LossBuilder losses;
    private final Conditions.Builder conditions;

    StatementBuilder(TreeBuilder tree, List<SpecToken> tokens, ConstantNames constants, SyntaxDiagnostics faults) {
        this.tree = tree;
        this.faults = faults;
        this.expressions = new ExpressionBuilder(faults);
        this.layers = new LayerBuilder(expressions, constants, faults);
        this.sources = new SourceBuilder(expressions, faults);
        this.losses = new LossBuilder(tokens, expressions, faults);
        this.conditions = new Conditions.Builder(expressions, layers, faults);
    }

    private Expression expression(NnParser.ExpressionContext expression) {
        return expressions.expression(expression);
    }

    @Override
    public Statement visitVersion(NnParser.VersionContext statement) {
        return new Statement.Version(span(statement), span(statement.NN()), expression(statement.expression()));
    }

    @Override
    public Statement visitNetwork(NnParser.NetworkContext statement) {
        return new Statement.Name(span(statement), span(statement.NETWORK()), word(statement.title()));
    }

    @Override
    public Statement visitLet(NnParser.LetContext statement) {
        var name = word(statement.constantName());
        return new Statement.Let(span(statement), span(statement.LET()), name, expression(statement.expression()));
    }

    @Override
    public Statement visitSeed(NnParser.SeedContext statement) {
        return new Statement.Seed(span(statement), span(statement.SEED()), expression(statement.expression()));
    }

    @Override
    public Statement visitPrecision(NnParser.PrecisionContext statement) {
        return new Statement.Precision(span(statement), span(statement.PRECISION()), word(statement.numberType()));
    }

    @Override
    public Statement visitData(NnParser.DataContext statement) {
        return new Statement.Data(span(statement), span(statement.DATA()), statement.source().accept(sources));
    }

    @Override
    public Statement visitSplit(NnParser.SplitContext statement) {
        var validation = new SingleUse("`validation`", faults);
        var stratified = new SingleUse("`stratified`", faults);
        var inOrder = new SingleUse("`in order`", faults);
        var share = Optional.<Expression>empty();
        for (var option : statement.splitOption()) {
            switch (option.splitSetting()) {
                case NnParser.ValidationContext part -> {
                    if (validation.meet(span(part.VALIDATION()))) {
                        share = Optional.of(expression(part.expression()));
                    }
                }
                case NnParser.StratifiedContext flag -> stratified.meet(span(flag));
                case NnParser.SplitInOrderContext flag -> inOrder.meet(span(flag));
                default -> throw new IllegalArgumentException("an option of split was expected, got " + option.getText());
            }
        }
        return new Statement.Split(span(statement), span(statement.SPLIT()), expression(statement.expression()), share, stratified.isMet(),
                inOrder.isMet());
    }

    @Override
    public Statement visitScale(NnParser.ScaleContext statement) {
        var scaling = statement.scaling();
        return new Statement.Scale(span(statement), span(statement.SCALE()), word(scaling),
                Optional.ofNullable(scaling.expression()).map(this::expression));
    }

    @Override
    public Statement visitMissing(NnParser.MissingContext statement) {
        var text = statement.treatment() instanceof NnParser.MissingTextContext quoted ? Optional.of(quoted(quoted.STRING()))
                : Optional.<Clause.Quoted>empty();
        var value = statement.treatment() instanceof NnParser.MissingValueContext number ? Optional.of(expression(number.expression()))
                : Optional.<Expression>empty();
        var columns = statement.missingColumns() == null ? List.<Clause.Column>of()
                : statement.missingColumns().columns().stream().map(sources::column).toList();
        return new Statement.Missing(span(statement), span(statement.MISSING()), text, value, columns);
    }

    @Override
    public Statement visitLayers(NnParser.LayersContext statement) {
        return new Statement.Layers(span(statement), span(statement.LAYER()), layers.layers(statement));
    }

    @Override
    public Statement visitRepeat(NnParser.RepeatContext statement) {
        return new Statement.Repeat(span(statement), span(statement.REPEAT()), expression(statement.expression()),
                tree.statements(statement.block().line()));
    }

    @Override
    public Statement visitLoss(NnParser.LossContext statement) {
        return new Statement.Loss(span(statement), span(statement.LOSS()), statement.term().stream().map(losses::term).toList());
    }

    @Override
    public Statement visitOptimizer(NnParser.OptimizerContext statement) {
        return new OptimizerBuilder(expressions, faults).build(statement);
    }

    @Override
    public Statement visitClip(NnParser.ClipContext statement) {
        var method = word(statement.clipMethod());
        return new Statement.Clip(span(statement), span(statement.CLIP()), method, expression(statement.expression()));
    }

    @Override
    public Statement visitTrain(NnParser.TrainContext statement) {
        var batch = new SingleUse("`batch`", faults);
        var shuffle = new SingleUse("`shuffle`", faults);
        var inOrder = new SingleUse("`in order`", faults);
        var size = Optional.<NnParser.BatchSizeContext>empty();
        var order = Optional.<Word>empty();
        var window = Optional.<Expression>empty();
        var time = new SingleUse("`within`", faults);
        var limit = Optional.<Clause.Time>empty();
        var shuffles = false;
        for (var option : statement.trainOption()) {
            var place = span(option.trainSetting());
            switch (option.trainSetting()) {
                case NnParser.BatchContext clause -> {
                    if (batch.meet(span(clause.BATCH()))) {
                        size = Optional.of(clause.batchSize());
                    }
                }
                case NnParser.ShuffleContext clause -> {
                    var word = span(clause.SHUFFLE());
                    inOrder.refuseAfter("shuffle", word, ONE_ORDER);
                    if (shuffle.meet(word)) {
                        order = Optional.of(order.orElse(new Word(word, "shuffle")));
                    }
                }
                case NnParser.TrainWithinContext clause when clause.timeUnit() != null -> {
                    if (time.meet(place)) {
                        limit = Optional.of(new Clause.Time(place, expression(clause.expression()), clause.timeUnit().MINUTES() != null));
                    }
                }
                case NnParser.TrainWithinContext clause -> {
                    if (!shuffles) {
                        throw withoutUnit(place);
                    }
                    window = Optional.of(expression(clause.expression()));
                }
                case NnParser.TrainInOrderContext _ -> {
                    shuffle.refuseAfter("in order", place, ONE_ORDER);
                    if (inOrder.meet(place)) {
                        order = Optional.of(order.orElse(new Word(place, "in order")));
                    }
                }
                default -> throw new IllegalArgumentException("an option of train was expected, got " + option.getText());
            }
            shuffles = option.trainSetting() instanceof NnParser.ShuffleContext;
        }
        var number = size.map(NnParser.BatchSizeContext::expression).map(this::expression);
        var isFull = size.filter(it -> it.FULL() != null).isPresent();
        return new Statement.Train(span(statement), span(statement.TRAIN()), expression(statement.expression()), number, isFull, order,
                window, limit);
    }

    private BrokenStatement withoutUnit(Span within) {
        faults.add(Code.NN001, "expected `minutes` or `seconds` behind the time", within,
                "write `" + faults.source().text(within) + " minutes`; a window to shuffle in stands behind its word, as in "
                        + "`shuffle within 1000`");
        return new BrokenStatement();
    }

    @Override
    public Statement visitStop(NnParser.StopContext statement) {
        var metric = word(statement.metric());
        if (statement.stopRule() instanceof NnParser.StopStalledContext stalled) {
            return new Statement.StopStalled(span(statement), span(statement.STOP()), metric, expression(stalled.expression()),
                    stalled.KEEP() != null);
        }
        var when = (NnParser.StopWhenContext) statement.stopRule();
        return new Statement.StopWhen(span(statement), span(statement.STOP()), metric, MeasuredBuilder.comparison(when.comparison()),
                expression(when.expression(0)), Optional.ofNullable(when.expression(1)).map(this::expression));
    }

    @Override
    public Statement visitCheckpoint(NnParser.CheckpointContext statement) {
        return new Statement.Checkpoint(span(statement), span(statement.CHECKPOINT()), expression(statement.expression()));
    }

    @Override
    public Statement visitExpect(NnParser.ExpectContext statement) {
        return new Statement.Expect(span(statement), span(statement.EXPECT()), statement.condition().accept(conditions));
    }
}
