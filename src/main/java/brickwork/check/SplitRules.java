package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Bound;
import brickwork.model.Language;
import brickwork.model.Scaling;
import brickwork.model.Split;
import brickwork.source.Code;
import brickwork.source.Plural;
import brickwork.source.Span;
import brickwork.syntax.Statement;
import java.util.Optional;
import java.util.OptionalDouble;

/** How samples are parted and inputs scaled. An empty answer means that the fault is reported. */
record SplitRules(NumberRules quantities, DiagnosticCollector faults) {

    Optional<Split> split(Statement.Split statement) {
        var test = quantities.share(statement.test(), "the test share", Bound.BETWEEN_ZERO_AND_ONE);
        var validation = statement.validation()
                .map(v -> quantities.share(v, "the validation share", Bound.BETWEEN_ZERO_AND_ONE))
                .orElse(OptionalDouble.of(0));
        if (test.isEmpty() || validation.isEmpty()) {
            return Optional.empty();
        }
        var place = statement.validation().orElse(statement.test()).span();
        if (test.getAsDouble() + validation.getAsDouble() >= 1) {
            faults.add(Code.NN065, place, "test and validation together leave nothing to train on");
            return Optional.empty();
        }
        return Optional.of(new Split(test.getAsDouble(), validation.getAsDouble(), statement.stratified(), statement.inOrder(),
                faults.origin(statement.span())));
    }

    /** Whether the parts of the data have samples, and classes where they are to have the same shares of them. */
    void check(Statement.Split statement, Optional<Split> split, DataShape data, Optional<Activation> last) {
        var place = statement.validation().orElse(statement.test()).span();
        split.ifPresent(parts -> data.known().ifPresent(known -> checkRows(parts, known.rows(), place)));
        checkStratified(statement, data, last);
    }

    private void checkRows(Split split, int rows, Span place) {
        var test = split.testRows(rows);
        var validation = split.validationRows(rows);
        if (split.trainRows(rows) < 1) {
            faults.add(Code.NN065, place, "of " + Plural.of(rows, "sample") + ", "
                    + (validation == 0 ? test + " for test leave" : test + " for test and " + validation + " for validation leave")
                    + " nothing to train on");
        }
    }

    /** The place of a split's flag, which the tree holds as a truth alone. */
    static Span flag(Statement.Split statement, DiagnosticCollector faults, String word) {
        var text = faults.source().text(statement.span());
        var at = text.lastIndexOf(word);
        var start = statement.span().start() + at;
        return at < 0 ? statement.keyword() : new Span(start, start + word.length());
    }

    private void checkStratified(Statement.Split statement, DataShape data, Optional<Activation> last) {
        if (statement.stratified() && data.classless(last)) {
            var fault = faults.add(Code.NN066, flag(statement, faults, "stratified"), "stratified needs classes, but "
                    + data.title() + " has real targets");
            data.place().ifPresent(place -> fault.note("the data stands here", place));
        }
    }

    Optional<Scaling> scaling(Statement.Scale statement) {
        var definition = Language.SCALINGS.find(statement.method().text());
        if (definition.isEmpty()) {
            faults.unknown(Code.NN055, statement.method(), Language.SCALINGS.kind(), Language.SCALINGS.words());
            return Optional.empty();
        }
        return quantities.numbered(definition.get(), statement.number().stream().toList(), "scale");
    }
}
