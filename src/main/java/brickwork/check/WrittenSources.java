package brickwork.check;

import brickwork.model.DataSource;
import brickwork.source.Code;
import brickwork.source.Plural;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources with a form of their own: rows written out, and csv files with their columns. */
record WrittenSources(NumberRules quantities, DiagnosticCollector faults) {

    /** Rows of one width; empty where a fault is reported. */
    Optional<DataSource> rows(Clause.RowsSource source) {
        var inputs = new ArrayList<List<Double>>();
        var targets = new ArrayList<List<Double>>();
        if (source.rows().isEmpty()) {
            faults.add(Code.NN062, source.span(), "there is no row").help("write samples, such as `rows [ 0 0 -> 0; 0 1 -> 1 ]`");
            return Optional.empty();
        }
        var first = source.rows().getFirst();
        var alike = true;
        for (var row : source.rows()) {
            alike &= checkWidth(row, row.inputs(), first.inputs(), first, "input");
            alike &= checkWidth(row, row.targets(), first.targets(), first, "target");
            quantities.numbers(row.inputs()).ifPresent(inputs::add);
            quantities.numbers(row.targets()).ifPresent(targets::add);
        }
        return alike && inputs.size() == source.rows().size() && targets.size() == source.rows().size()
                ? Optional.of(new DataSource.Rows(inputs, targets, faults.origin(source.span())))
                : Optional.empty();
    }

    private boolean checkWidth(Clause.Row row, List<Expression> values, List<Expression> wanted, Clause.Row first, String what) {
        if (values.isEmpty()) {
            faults.add(Code.NN062, row.span(), "this row has no " + what + "s");
            return false;
        }
        if (values.size() != wanted.size() && !wanted.isEmpty()) {
            var span = values.getFirst().span().to(values.getLast().span());
            faults.add(Code.NN062, span,
                    "this row has " + Plural.of(values.size(), what) + ", but the first has " + wanted.size())
                    .note("the first row stands here", first.span());
            return false;
        }
        return true;
    }
}
