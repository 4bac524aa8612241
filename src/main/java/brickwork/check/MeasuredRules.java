package brickwork.check;

import brickwork.model.Bound;
import brickwork.model.DatasetPart;
import brickwork.model.Definition;
import brickwork.model.Expectation;
import brickwork.model.HealthMetric;
import brickwork.model.Language;
import brickwork.model.Limits;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.source.Code;
import brickwork.source.DecimalText;
import brickwork.source.Listing;
import brickwork.syntax.Clause;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Conditions;
import brickwork.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What can be stated of a metric or a figure of health. An empty answer means that the fault is reported. */
record MeasuredRules(Statements statements, DataShape data, Optional<LayerDraft> last, HealthRules health, NumberRules quantities,
        DiagnosticCollector faults) {

    /** A condition whose parts are read: what it says beside what is measured. */
    private record Draft(Optional<DatasetPart> part, Claims.Compared compared, Claims.Scope scope) {}

    Optional<? extends Claims.Stated> claim(Conditions.Measured condition) {
        var figure = HealthRules.figure(condition.metric());
        return figure.isPresent() ? ofHealth(condition, figure.get()) : ofMetric(condition);
    }

    private Optional<Claims.OfMetric> ofMetric(Conditions.Measured condition) {
        var metric = MetricWords.metric(condition.metric(), MetricWords.MEASURED, data, last, faults);
        metric.ifPresent(_ -> health.checkMetric(condition));
        metric.ifPresent(m -> checkClass(condition, m));
        var draft = draft(condition);
        return metric.flatMap(
                m -> draft.map(d -> new Claims.OfMetric(m, condition.place().ofClass().map(Word::text), d.part, d.compared, d.scope)));
    }

    /** Only some metrics are of a single class. */
    private void checkClass(Conditions.Measured condition, Metric metric) {
        condition.place().ofClass().filter(_ -> !metric.isOfOneClass()).ifPresent(label -> faults
                .add(Code.NN073, label.span(), metric.word() + " is of all classes together, not of one")
                .help("of one class are " + Listing.and(Language.METRICS.words(Metric::isOfOneClass)) + "; else leave `of "
                        + faults.source().text(label.span()) + "` out"));
    }

    /** Counts of samples, as many rows and columns as there are classes. */
    Optional<Claims.Confusion> confusion(Conditions.Confusion condition) {
        var part = condition.part().map(this::part);
        if (data.classless(last.flatMap(LayerDraft::activation))) {
            faults.add(Code.NN073, condition.span(), "confusion needs classes, but " + data.title() + " has real targets");
        }
        var classes = data.classes(last.flatMap(LayerDraft::activation));
        var rows = condition.rows();
        var size = classes.orElse(Math.max(2, rows.size()));
        var wrong = Stream.concat(Stream.of(rows.size()), rows.stream().map(row -> row.values().size())).filter(n -> n != size).findFirst();
        wrong.ifPresent(_ -> faults.add(Code.NN076, condition.matrix(), classes.isPresent()
                ? "there are " + size + " classes, so a confusion matrix has " + size + " rows of " + size + " counts"
                : "a confusion matrix has as many rows as columns, one for each class").help("a row is a true class, a column "
                        + "the class it is taken for, as in `[[50 0] [1 49]]`"));
        var counts = new ArrayList<List<Integer>>();
        for (var row : rows) {
            quantities.numbers(row.values()).filter(values -> areCounts(row, values))
                    .ifPresent(values -> counts.add(values.stream().map(Double::intValue).toList()));
        }
        return wrong.isPresent() || counts.size() < rows.size() || part.isPresent() && part.get().isEmpty() ? Optional.empty()
                : Optional.of(new Claims.Confusion(part.flatMap(p -> p), counts));
    }

    private boolean areCounts(Clause.Values written, List<Double> values) {
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
                faults.add(Code.NN035, written.values().get(i).span(), "a confusion matrix holds numbers of samples, not "
                        + DecimalText.of(value)).help("write whole numbers from 0");
                return false;
            }
        }
        return true;
    }

    private Optional<Claims.OfHealth> ofHealth(Conditions.Measured condition, HealthMetric figure) {
        var ofClass = condition.place().ofClass();
        if (ofClass.isPresent()) {
            var label = faults.source().text(ofClass.get().span());
            faults.add(Code.NN081, ofClass.get().span(), figure.word() + " is of "
                    + (figure.isOfLayers() ? "layers" : "the whole network") + ", not of a class")
                    .help("leave `of " + label + "` out"
                            + (figure.isOfLayers() ? ", or write `of layer " + (label.matches("[1-9]") ? label : "1") + "`" : ""));
            return Optional.empty();
        }
        health.check(condition, figure);
        var written = condition.place().layer();
        var layer = written.map(number -> health.layer(number, figure)).orElse(OptionalInt.empty());
        var draft = draft(condition);
        return written.isPresent() && layer.isEmpty() ? Optional.empty()
                : draft.map(d -> new Claims.OfHealth(figure, condition.initial().isPresent(), layer, d.part, d.compared, d.scope));
    }

    private Optional<Draft> draft(Conditions.Measured condition) {
        var claim = condition.claim();
        var parts = new WrittenParts();
        var part = parts.read(condition.place().part(), this::part);
        var value = parts.number(Optional.of(claim.value()), quantities::number);
        var tolerance = parts.number(claim.tolerance(), t -> quantities.number(t, "a tolerance", Bound.NOT_NEGATIVE));
        var epochs = parts.count(condition.scope().epochs(), n -> quantities.count(n, "the number of epochs"));
        var seeds = parts.read(condition.scope().seeds(), this::seeds);
        var relation = claim.comparison().relation();
        claim.tolerance().filter(_ -> relation != Relation.EQUAL).ifPresent(off -> faults
                .add(Code.NN074, off.span(), "a tolerance goes with `=` only, not with `" + relation.symbol() + "`")
                .help("for a number of epochs write `within " + faults.source().text(off.span()) + " epochs`"));
        return parts.areWhole() ? Optional.of(new Draft(part, new Claims.Compared(relation, value.getAsDouble(), tolerance),
                new Claims.Scope(epochs, seeds))) : Optional.empty();
    }

    private Optional<DatasetPart> part(Word word) {
        var part = Language.PARTS.find(word.text()).map(Definition::example);
        if (part.isEmpty()) {
            faults.unknown(Code.NN071, word, Language.PARTS.kind(), Language.PARTS.words());
            return Optional.empty();
        }
        var split = statements.first(Statement.Split.class);
        if (part.get() != DatasetPart.TRAIN && statements.lacks(Statement.Split.class)) {
            faults.add(Code.NN072, word.span(), "there is no " + word.text() + " part, for nothing is split")
                    .help("add `split test 20%" + (part.get() == DatasetPart.TEST ? "`" : " validation 10%`"));
        } else if (part.get() == DatasetPart.VALIDATION && split.isPresent() && split.get().validation().isEmpty()) {
            faults.add(Code.NN072, word.span(), "the split makes no validation part")
                    .note("the split stands here", split.get().keyword())
                    .help("add `validation 10%` to it");
        }
        return part;
    }

    private Optional<Expectation.Seeds> seeds(Clause.Seeds seeds) {
        return switch (seeds) {
            case Clause.AtLeastSeeds atLeast when areCounted(atLeast) -> Optional.empty();
            case Clause.AtLeastSeeds atLeast -> {
                var share = quantities.share(atLeast.share(), "the share of seeds", Bound.UP_TO_ONE);
                var count = quantities.count(atLeast.count(), "the number of seeds", Limits.SEEDS);
                yield share.isEmpty() || count.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Expectation.Seeds.AtLeast(share.getAsDouble(), count.getAsInt()));
            }
            case Clause.EverySeed every -> {
                var from = quantities.seed(every.from());
                var to = quantities.seed(every.to());
                yield from.isEmpty() || to.isEmpty() ? Optional.empty() : range(every, from.getAsLong(), to.getAsLong());
            }
        };
    }

    /** {@code at least 2 of 3 seeds}, where a share belongs: the largest whole percentage that so many reach. */
    private boolean areCounted(Clause.AtLeastSeeds written) {
        var number = quantities.number(written.share());
        var of = quantities.number(written.count());
        if (number.isEmpty() || of.isEmpty() || number.getAsDouble() <= 1 || number.getAsDouble() > of.getAsDouble()
                || number.getAsDouble() != Math.rint(number.getAsDouble())) {
            return false;
        }
        var percent = DecimalText.of(Math.floor(100 * number.getAsDouble() / of.getAsDouble())) + "%";
        faults.add(Code.NN034, written.share().span(), "the share of seeds must be at least 0 and at most 1, not "
                + DecimalText.of(number.getAsDouble()))
                .help("how many of the seeds is written as a share: `at least " + percent + " of " + DecimalText.of(of.getAsDouble())
                        + " seeds`, which " + DecimalText.of(number.getAsDouble()) + " reach");
        return true;
    }

    private Optional<Expectation.Seeds> range(Clause.EverySeed every, long from, long to) {
        if (to < from) {
            faults.add(Code.NN078, every.from().span().to(every.to().span()), "this range of seeds runs backwards")
                    .help("write `" + to + " .. " + from + "`");
            return Optional.empty();
        }
        if (to - from >= Limits.SEEDS) {
            faults.add(Code.NN036, every.from().span().to(every.to().span()), "these are " + Limits.text(to - from + 1)
                    + " seeds; an expectation may speak of " + Limits.text(Limits.SEEDS) + " at most");
            return Optional.empty();
        }
        return Optional.of(new Expectation.Seeds.Every(from, to));
    }
}
