package brickwork.syntax;

import static brickwork.syntax.Nodes.quoted;
import static brickwork.syntax.Nodes.span;
import static brickwork.syntax.Nodes.token;
import static brickwork.syntax.Nodes.word;

import brickwork.syntax.Clause.Column;
import brickwork.syntax.Clause.CsvPart;
import brickwork.syntax.Clause.Row;
import brickwork.syntax.Clause.Source;
import brickwork.syntax.antlr.NnBaseVisitor;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

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
        var parts = new ArrayList<CsvPart>();
        var uses = new HashMap<String, SingleUse>();
        var into = targets;
        targets.add(column(source.columns()));
        for (var part : source.csvPart()) {
            if (part.columns() != null) {
                into.add(column(part.columns()));
                continue;
            }
            var setting = part.csvSetting();
            var keyword = token((TerminalNode) setting.getChild(0));
            if (!uses.computeIfAbsent(keyword.text(), word -> new SingleUse("`" + word + "`", faults)).meet(keyword.span())) {
                into = new ArrayList<>();
                continue;
            }
            switch (setting) {
                case NnParser.CsvColumnsContext columns -> {
                    into = new ArrayList<>(List.of(column(columns.columns())));
                    parts.add(new Clause.CsvColumns(span(columns), new Clause.Word(keyword.span(), keyword.text()), into));
                }
                case NnParser.PositiveContext positive -> parts.add(new Clause.Positive(span(positive), label(positive.label())));
                case NnParser.UnseenAsContext unseen -> parts.add(new Clause.Unseen(span(unseen), word(unseen.unseen())));
                default -> throw new IllegalArgumentException("a part of csv was expected, got " + setting.getText());
            }
        }
        return new Clause.CsvSource(span(source), quoted(source.STRING()), targets, parts);
    }

    private Clause.Word label(NnParser.LabelContext label) {
        return label.STRING() == null ? new Clause.Word(span(label), label.getText())
                : new Clause.Word(span(label), quoted(label.STRING()).value());
    }

    /** A column, or some by their numbers. */
    Column column(NnParser.ColumnsContext columns) {
        var first = column(columns.column());
        return columns.expression() == null ? first
                : new Clause.ColumnRange(span(columns), first, expressions.expression(columns.expression()));
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
