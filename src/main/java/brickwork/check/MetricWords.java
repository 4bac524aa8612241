package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import brickwork.syntax.Clause.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of metrics and comparisons, for {@code stop} and {@code expect}. */
final class MetricWords {

    /** Metrics, by which training may also stop. */
    static final List<String> METRICS = Arrays.stream(Metric.values()).map(Metric::word).toList();

    /** Everything that may be measured and expected. */
    static final List<String> MEASURED = Stream.concat(METRICS.stream(), HealthRules.WORDS.stream()).toList();

    private MetricWords() {}

    /** The metric a word names; empty where it names none, which is reported with the nearest of {@code known}. */
    static Optional<Metric> metric(Word word, List<String> known, DataShape data, Optional<Activation> last, DiagnosticCollector faults) {
        var metric = Arrays.stream(Metric.values()).filter(m -> m.word().equals(word.text())).findFirst();
        if (metric.isEmpty()) {
            faults.unknown(Code.NN070, word, "metric", known);
        } else if (metric.get().needsClasses() && data.classless(last)) {
            var fault = faults.add(Code.NN073, word.span(), word.text() + " needs classes, but " + data.title() + " has real targets");
            data.place().ifPresent(place -> fault.note("the data stands here", place));
            fault.help("real targets count as classes where one column holds only 0 and 1, or every row is one-hot; "
                    + "for others use mse, mae, rmse or r2");
        }
        return metric;
    }

    static Relation relation(Clause.Comparison comparison) {
        return switch (comparison.relation()) {
            case LESS -> Relation.LESS;
            case LESS_OR_EQUAL -> Relation.LESS_OR_EQUAL;
            case GREATER -> Relation.GREATER;
            case GREATER_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
            case EQUAL -> Relation.EQUAL;
        };
    }
}
