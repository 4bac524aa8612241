package brickwork.syntax;

import static brickwork.syntax.Nodes.quoted;
import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.token;
import static brickwork.syntax.Nodes.word;

import brickwork.syntax.Clause.Column;
import brickwork.syntax.Clause.Row;
import brickwork.syntax.Clause.Source;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sources of data. */
final class SourceBuilder extends NnBaseVisitor<Source> {

    private final ExpressionBuilder expressions;
    private final SyntaxDiagnostics faults;

    SourceBuilder(ExpressionBuilder expressions, SyntaxDiagnostics faults) {
        this.expressions = expressions;
        this.faults = faults;
    }

    @Override
    public Source visitNamedSource(NnParser.NamedSourceContext source) {
        var options = source.sourceOption().stream().map(option -> {
            var name = word(option.sourceOptionName());
            var value = expressions.expression(option.expression());
            return new Clause.Option(name.span().to(value.span()), name, Optional.of(value));
        });
        return new Clause.NamedSource(span(source), word(source.sourceName()), options.toList());
    }

    @Override
    public Source visitRowsSource(NnParser.RowsSourceContext source) {
        return new Clause.RowsSource(span(source), source.row().stream().map(this::row).toList());
    }

    private Row row(NnParser.RowContext row) {
        var inputs = values(row.inputs);
        var targets = values(row.targets);
        return new Row(inputs.getFirst().span().to(targets.getLast().span()), inputs, targets);
    }

    private List<Expression> values(List<NnParser.RowValueContext> values) {
        return values.stream().map(value -> expressions.value(value.value())).toList();
    }

    @Override
    public Source visitCsvSource(NnParser.CsvSourceContext source) {
        var targets = new ArrayList<Column>();
        var features = new ArrayList<Column>();
        var featuresWord = new SingleUse("`features`", faults);
        targets.add(column(source.column()));
        for (var more : source.csvColumn()) {
            if (more.FEATURES() != null) {
                featuresWord.meet(span(more.FEATURES()));
            }
            (featuresWord.isMet() ? features : targets).add(column(more.column()));
        }
        return new Clause.CsvSource(span(source), quoted(source.STRING()), targets, features);
    }

    private Column column(NnParser.ColumnContext column) {
        return switch (column) {
            case NnParser.NamedColumnContext name -> new Clause.NamedColumn(span(name), token(name.NAME()).text());
            case NnParser.QuotedColumnContext name -> new Clause.NamedColumn(span(name), quoted(name.STRING()).value());
            case NnParser.NumberedColumnContext number ->
                    new Clause.NumberedColumn(span(number), expressions.literal(token(number.NUMBER())));
            case NnParser.ComputedColumnContext number -> new Clause.NumberedColumn(span(number),
                    new Expression.Parenthesized(span(number), expressions.expression(number.expression())));
            default -> throw new IllegalArgumentException("a column was expected, got " + column.getText());
        };
    }

    @Override
    public Source visitIdxSource(NnParser.IdxSourceContext source) {
        return new Clause.IdxSource(span(source), quoted(source.images), quoted(source.labels));
    }

    @Override
    public Source visitNpzSource(NnParser.NpzSourceContext source) {
        return new Clause.NpzSource(span(source), quoted(source.file), quoted(source.in), quoted(source.out));
    }
}
