package brickwork.check;

import brickwork.check.DataCatalog.Answer.Known;
import brickwork.check.DataCatalog.Targets;
import brickwork.model.ActivationTraits;
import brickwork.model.Activation;
import brickwork.model.Expectation;
import brickwork.model.Language;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Code;
import brickwork.source.DecimalText;
import brickwork.syntax.Clause;
import brickwork.syntax.Conditions;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a text without fault may still not mean. */
record Lints(Statements statements, Specification network, DataShape data, NumberRules quantities, DiagnosticCollector faults) {

    private static final double LARGEST_USUAL_RATE = 10;

    void check(Constants constants, LayerDraft last) {
        for (var name : constants.unused()) {
            faults.add(Code.NN105, name.span(), "constant `" + name.text() + "` is not used");
        }
        checkSoftmax(last);
        checkRate();
        checkTime();
        checkExpectations();
        data.known().ifPresent(known -> {
            checkRange(known, last);
            checkOrder(known);
        });
    }

    private void checkSoftmax(LayerDraft last) {
        if (network.outputs() == 1 && network.feedForward().lastLayer().activation() instanceof Activation.Softmax) {
            faults.add(Code.NN101, last.clause().activation().span(), "softmax over one unit always gives 1")
                    .help("use `sigmoid`, or a unit for each class");
        }
    }

    private void checkTime() {
        statements.first(Statement.Train.class).flatMap(Statement.Train::time).ifPresent(time -> faults
                .add(Code.NN109, time.span(), "how far this training comes depends on the machine, and so do its bits")
                .help("for the same numbers everywhere say how many epochs, and leave `" + faults.source().text(time.span()) + "` out"));
    }

    private void checkRate() {
        if (network.learning().descent().optimizer().rate() > LARGEST_USUAL_RATE) {
            statements.first(Statement.Optimizer.class).stream()
                    .flatMap(optimizer -> optimizer.options().stream())
                    .filter(option -> option.name().text().equals("rate"))
                    .flatMap(option -> option.value().stream())
                    .findFirst()
                    .ifPresent(
                            rate -> faults
                                    .add(Code.NN104, rate.span(),
                                            "a rate of " + DecimalText.of(network.learning().descent().optimizer().rate())
                                                    + " is unusually high")
                                    .help("rates above " + DecimalText.of(LARGEST_USUAL_RATE)
                                            + " seldom learn anything; common ones lie between 0.0001 and 1"));
        }
    }

    private void checkRange(Known known, LayerDraft last) {
        var activation = network.feedForward().lastLayer().activation();
        var real = data.targets(Optional.of(activation)).filter(Targets.Reals.class::isInstance).isPresent();
        activation.traits().misses(known.smallestTarget(), known.largestTarget()).filter(_ -> real).ifPresent(missed -> {
            var fault = faults.add(Code.NN102, last.clause().activation().span(), missed);
            data.place().ifPresent(place -> fault.note("the data stands here", place));
            fault.help(ActivationTraits.MISSED_TARGETS);
        });
    }

    /** Batches of one class each undo one another, and a part at the end of sorted data holds the last classes alone. */
    private void checkOrder(Known known) {
        if (!known.sortedByClass()) {
            return;
        }
        var split = statements.first(Statement.Split.class);
        if (split.isPresent() && split.get().inOrder() && !split.get().stratified()) {
            faults.add(Code.NN106, SplitRules.flag(split.get(), faults, "in"), "the samples come class after class, and are split in order")
                    .help("the parts will hold different classes; leave `in order` out, or add `stratified`");
            return;
        }
        var train = statements.first(Statement.Train.class);
        var rows = BatchRules.samples(data, network.data().split()).orElseThrow();
        if (train.isPresent() && TrainRules.inOrder(train.get()) && split.map(Statement.Split::inOrder).orElse(true)
                && network.learning().training().orElseThrow().batch().size(rows) < rows) {
            faults.add(Code.NN106, train.get().order().orElseThrow().span(), "the samples come class after class, and are taken in order")
                    .help("each batch holds one class or two; leave `in order` out");
        }
        train.flatMap(Statement.Train::window)
                .filter(_ -> network.learning().training().orElseThrow().window().orElseThrow() < rows)
                .ifPresent(window -> faults.add(Code.NN106, window.span(),
                        "the samples come class after class, and are shuffled within windows")
                        .help("a window holds one class or two; leave `within` out, or mix the rows of the source"));
    }

    private void checkExpectations() {
        for (var stop : statements.all(Statement.StopWhen.class)) {
            checkShare(stop.metric(), stop.value());
        }
        for (var expect : statements.all(Statement.Expect.class)) {
            if (expect.condition() instanceof Conditions.Measured metric) {
                checkShare(metric.metric(), metric.claim().value());
            }
        }
        var written = statements.all(Statement.Expect.class);
        IntStream.range(0, written.size()).filter(i -> !lacking(network.expectations().get(i)).isEmpty()).findFirst()
                .ifPresent(i -> reportLack(written.get(i), lacking(network.expectations().get(i))));
    }

    private static boolean isShare(String word) {
        return Language.METRICS.find(word).filter(metric -> metric.example().isShare()).isPresent()
                || Language.HEALTH.find(word).filter(figure -> figure.example().isShare()).isPresent();
    }

    private void checkShare(Clause.Word metric, Expression value) {
        var number = quantities.number(value).orElse(0);
        if (isShare(metric.text()) && (number < 0 || number > 1)) {
            var fault = faults.add(Code.NN108, value.span(),
                    metric.text() + " lies between 0 and 1, and is never " + DecimalText.of(number));
            if (number > 1 && number <= 100) {
                fault.help("for a share in per cent write `" + DecimalText.of(number) + "%`");
            }
        }
    }

    /** The statements without which it cannot be judged and that the text does not have. */
    private List<String> lacking(Expectation expectation) {
        var need = Claims.of(expectation).need();
        var lacking = new ArrayList<String>();
        if (need != Claims.Need.NOTHING && network.data().source().isEmpty()) {
            lacking.add("`data`");
        }
        if (need == Claims.Need.TRAINING && network.learning().training().isEmpty()) {
            lacking.add("`train`");
        }
        return lacking;
    }

    private void reportLack(Statement.Expect expect, List<String> lacking) {
        faults.add(Code.NN107, expect.keyword(),
                "this can only be judged with " + String.join(" and ", lacking) + ", which the text does not have")
                .help("add what is missing, or leave it to the program that embeds this spec");
    }
}
