package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Metric;
import brickwork.source.Code;
import brickwork.source.Listing;
import brickwork.syntax.Clause.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of metrics, for {@code stop} and {@code expect}. */
final class MetricWords {

    /** Metrics, by which training may also stop. */
    static final List<String> METRICS = Language.METRICS.words();

    /** Everything that may be measured and expected. */
    static final List<String> MEASURED = Stream.concat(METRICS.stream(), Language.HEALTH.words().stream()).toList();

    private MetricWords() {}

    /**
     * The metric a word names; empty where it names none, which is reported with the nearest of {@code known}. Reported as well where it
     * can have no value.
     *
     * @param last the last layer; empty where it is not known
     */
    static Optional<Metric> metric(Word word, List<String> known, DataShape data, Optional<LayerDraft> last, DiagnosticCollector faults) {
        var metric = Language.METRICS.find(word.text()).map(Definition::example);
        if (metric.isEmpty()) {
            faults.unknown(Code.NN070, word, Language.METRICS.kind(), known);
        } else if (metric.get().needsClasses() && data.classless(last.flatMap(LayerDraft::activation))) {
            var fault = faults.add(Code.NN073, word.span(), word.text() + " needs classes, but " + data.title() + " has real targets");
            data.place().ifPresent(place -> fault.note("the data stands here", place));
            fault.help("real targets count as classes where one column holds only 0 and 1, or every row is one-hot; "
                    + "for others use " + Listing.or(Language.METRICS.words(Metric::isOfNumbers)));
        } else if (metric.get().needsProbabilities()) {
            last.ifPresent(layer -> checkProbabilities(word, layer, faults));
        }
        return metric;
    }

    /** Where the last layer surely gives no probabilities, what is measured of them has no value. */
    private static void checkProbabilities(Word word, LayerDraft last, DiagnosticCollector faults) {
        if (last.units().isPresent() && last.activation().filter(a -> !givesProbabilities(a, last.units().getAsInt())).isPresent()) {
            faults.add(Code.NN073, word.span(), word.text() + " has no value here: the outputs are not probabilities")
                    .note("the last layer stands here", last.clause().span())
                    .help("end with " + (last.units().getAsInt() == 1 ? "`1 sigmoid`" : "`" + last.units().getAsInt() + " softmax`")
                            + ", or use " + Listing.or(Language.METRICS.words(m -> m.needsClasses() && !m.needsProbabilities())));
        }
    }

    private static boolean givesProbabilities(Activation last, int units) {
        return last instanceof Activation.Softmax
                || units == 1 && last.traits().range().smallest() >= 0 && last.traits().range().largest() <= 1;
    }
}
