package brickwork.check;

import brickwork.check.DataCatalog.Answer;
import brickwork.check.DataCatalog.Targets;
import brickwork.model.DataSpec;
import brickwork.model.Split;
import brickwork.source.Code;
import brickwork.source.Origin;
import brickwork.source.Plural;
import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Statement;
import java.util.Optional;

/** What the catalog knows of a text's data, and whether the last layer gives what its targets need. */
final class DataRules {

    private final SourceRules sources;
    private final DataCatalog catalog;
    private final long seed;
    private final DiagnosticCollector faults;

    DataRules(DataCatalog catalog, long seed, NumberRules quantities, DiagnosticCollector faults) {
        this.sources = new SourceRules(catalog, quantities, faults);
        this.catalog = catalog;
        this.seed = seed;
        this.faults = faults;
    }

    /** Checks every data statement; the first is the one that counts. */
    DataShape facts(Statements statements, Optional<Split> split) {
        var facts = statements.all(Statement.Data.class).stream().map(statement -> facts(statement, statements, split)).toList();
        return facts.isEmpty()
                ? new DataShape(DataSpec.NONE, Optional.empty(), statements.lacks(Statement.Data.class), Optional.empty())
                : facts.getFirst();
    }

    private DataShape facts(Statement.Data statement, Statements statements, Optional<Split> split) {
        var place = sources.place(statement.source());
        var source = sources.source(statement.source());
        var data = new DataSpec(source, split, Optional.empty(), sources.missing(statements, source));
        return new DataShape(data, source.flatMap(_ -> describe(data, place)), false, Optional.of(place));
    }

    private Optional<Answer.Known> describe(DataSpec data, Span place) {
        return switch (catalog.describe(data, seed)) {
            case Answer.Known known -> Optional.of(known);
            case Answer.UnknownName unknown -> {
                faults.unknown(Code.NN063, new Word(span(unknown.origin(), place), unknown.name()), unknown.kind(), unknown.known());
                yield Optional.empty();
            }
            case Answer.Unreadable unreadable -> closed(unreadable.code(), unreadable.message(), span(unreadable.origin(), place),
                    unreadable.help());
            case Answer.Refused refused -> closed(refused.code(), refused.message(), span(refused.origin(), place), refused.help());
        };
    }

    private Optional<Answer.Known> closed(Code code, String message, Span span, String help) {
        faults.add(code, span, message).help(Optional.ofNullable(help).filter(h -> !h.isBlank()));
        return Optional.empty();
    }

    private static Span span(Origin origin, Span otherwise) {
        return origin.span().orElse(otherwise);
    }

    /** The last layer must give what the targets need. */
    void checkTargets(DataShape data, LayerDraft last, int number) {
        if (last.units().isEmpty()) {
            return;
        }
        var units = last.units().getAsInt();
        data.targets(last.activation()).ifPresent(targets -> {
            switch (targets) {
                case Targets.Classes classes -> checkClasses(data, last, number, units, classes.count());
                case Targets.Reals reals -> checkReals(data, last, number, units, reals.width());
                case Targets.Whole _ -> {}
            }
        });
    }

    private void checkClasses(DataShape data, LayerDraft last, int number, int units, int classes) {
        if (units != classes && !(classes == 2 && units == 1)) {
            clash(data, last, number, units, data.title() + " has " + Plural.of(classes, "class", "classes"))
                    .help(classes == 2 ? "two classes need 1 unit or 2" : "give the last layer a unit for each class: " + classes);
        }
    }

    private void checkReals(DataShape data, LayerDraft last, int number, int units, int width) {
        if (units != width) {
            var fault = clash(data, last, number, units,
                    data.title() + " has " + Plural.of(width, "target number") + " a sample");
            var classesAsOneColumn = data.known().map(k -> k.targets() instanceof Targets.Whole w && w.count() == units).orElse(false);
            var classesAsNumbers = width == 1 && data.known().map(DataCatalog.Answer.Known::targetsAreClasses).orElse(false);
            fault.help(classesAsOneColumn ? "whole numbers in a csv column are classes only where the last layer is softmax"
                    : classesAsNumbers ? "give the last layer 1 unit, or write a target of 0 or 1 for each unit"
                    : "the last layer needs " + Plural.of(width, "unit"));
        }
    }

    private DiagnosticCollector.Fault clash(DataShape data, LayerDraft last, int number, int units, String has) {
        var fault = faults.add(Code.NN014, last.clause().units().span(),
                "layer " + number + " gives " + Plural.of(units, "output") + ", but " + has);
        data.place().ifPresent(place -> fault.note("the data stands here", place));
        return fault;
    }
}
