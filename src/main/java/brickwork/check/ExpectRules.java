package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Bound;
import brickwork.model.DatasetPart;
import brickwork.model.Definition;
import brickwork.model.Expectation;
import brickwork.model.Language;
import brickwork.model.Limits;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.Clause;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What can be expected of a network. An empty answer means that the fault is reported. */
final class ExpectRules {

    private static final int DIGEST_LENGTH = 64;

    private final Statements statements;
    private final DataShape data;
    private final Optional<Activation> last;
    private final HealthRules health;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;
    private final ConditionText texts;

    ExpectRules(Statements statements, DataShape data, Optional<Activation> last, HealthRules health, NumberRules quantities,
            DiagnosticCollector faults) {
        this.statements = statements;
        this.data = data;
        this.last = last;
        this.health = health;
        this.quantities = quantities;
        this.faults = faults;
        this.texts = new ConditionText(faults.source(), e -> quantities.number(e).orElse(Double.NaN));
    }

    Optional<Expectation> expectation(Statement.Expect expect) {
        return switch (expect.condition()) {
            case Clause.MetricCondition measured -> measured(measured);
            case Clause.GradcheckCondition gradcheck -> gradcheck(gradcheck);
            case Clause.InitialLossCondition initial -> {
                var value = quantities.number(initial.value());
                var tolerance = tolerance(initial.tolerance());
                yield value.isEmpty() || tolerance.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Expectation.InitialLoss(texts.of(initial), value.getAsDouble(), tolerance.getAsDouble(),
                                faults.origin(initial.span())));
            }
            case Clause.LossDecreasesCondition decreases -> Optional.of(new Expectation.LossDecreases(texts.of(decreases),
                    decreases.everyEpoch(), faults.origin(decreases.span())));
            case Clause.OutputCondition output -> {
                var inputs = quantities.numbers(output.inputs().values());
                var outputs = quantities.numbers(output.outputs().values());
                var tolerance = tolerance(output.tolerance());
                yield inputs.isEmpty() || outputs.isEmpty() || tolerance.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Expectation.Output(texts.of(output), inputs.get(), outputs.get(), tolerance.getAsDouble(),
                                faults.origin(output.span())));
            }
            case Clause.FingerprintCondition fingerprint -> fingerprint(fingerprint);
        };
    }

    private OptionalDouble tolerance(Expression tolerance) {
        return quantities.number(tolerance, "a tolerance", Bound.NOT_NEGATIVE);
    }

    private Optional<Expectation> measured(Clause.MetricCondition condition) {
        var figure = HealthRules.figure(condition.metric());
        var metric = figure.isPresent() ? Optional.<Metric>empty()
                : MetricWords.metric(condition.metric(), MetricWords.MEASURED, data, last, faults);
        figure.ifPresent(f -> health.check(condition, f));
        metric.ifPresent(_ -> health.checkMetric(condition));
        var layer = figure.flatMap(f -> condition.layer().map(written -> health.layer(written, f)));
        var part = condition.part().map(this::part);
        var value = quantities.number(condition.value());
        var tolerance = condition.tolerance().map(this::tolerance);
        var within = condition.withinEpochs().map(n -> quantities.count(n, "the number of epochs"));
        var seeds = condition.seeds().map(this::seeds);
        var relation = condition.comparison().relation();
        if (condition.tolerance().isPresent() && relation != Relation.EQUAL) {
            faults.add(Code.NN074, condition.tolerance().get().span(),
                    "a tolerance goes with `=` only, not with `" + relation.symbol() + "`")
                    .help("for a number of epochs write `within " + faults.source().text(condition.tolerance().get().span()) + " epochs`");
        }
        if (metric.isEmpty() && figure.isEmpty() || layer.filter(OptionalInt::isEmpty).isPresent()
                || part.filter(Optional::isEmpty).isPresent() || value.isEmpty()
                || tolerance.filter(OptionalDouble::isEmpty).isPresent() || within.filter(OptionalInt::isEmpty).isPresent()
                || seeds.filter(Optional::isEmpty).isPresent()) {
            return Optional.empty();
        }
        var text = texts.of(condition);
        var off = tolerance.orElse(OptionalDouble.empty());
        var epochs = within.orElse(OptionalInt.empty());
        var ofSeeds = seeds.flatMap(s -> s);
        var origin = faults.origin(condition.span());
        return Optional.of(figure.isPresent()
                ? new Expectation.OfHealth(text, figure.get(), condition.initial().isPresent(), layer.orElse(OptionalInt.empty()),
                        part.flatMap(p -> p), relation, value.getAsDouble(), off, epochs, ofSeeds, origin)
                : new Expectation.OfMetric(text, metric.get(), part.flatMap(p -> p), relation, value.getAsDouble(), off, epochs, ofSeeds,
                        origin));
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

    private Optional<Expectation> gradcheck(Clause.GradcheckCondition condition) {
        var relation = condition.comparison().relation();
        var bound = quantities.number(condition.bound(), "the bound of gradcheck", Bound.POSITIVE);
        if (relation != Relation.LESS && relation != Relation.LESS_OR_EQUAL) {
            faults.add(Code.NN075, condition.comparison().span(),
                    "gradcheck is compared by `<` or `<=`, not by `" + relation.symbol() + "`");
        }
        return bound.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expectation.Gradcheck(texts.of(condition), condition.norm().isPresent(), relation, bound.getAsDouble(),
                        faults.origin(condition.span())));
    }

    private Optional<Expectation> fingerprint(Clause.FingerprintCondition condition) {
        var digest = condition.digest().value();
        if (digest.length() != DIGEST_LENGTH || !digest.matches("[0-9a-f]*")) {
            var lower = digest.toLowerCase(Locale.ROOT);
            faults.add(Code.NN077, condition.digest().span(), "a fingerprint is 64 lower-case hex digits")
                    .help(lower.length() == DIGEST_LENGTH && lower.matches("[0-9a-f]*")
                            ? "write \"" + lower + "\"" : "`nn train` prints the fingerprint of a network");
        }
        return Optional.of(new Expectation.Fingerprint(texts.of(condition), digest, faults.origin(condition.span())));
    }

    /** An expected output must have the widths of the network; empty ones are not known. */
    void checkWidths(Statement.Expect expect, OptionalInt inputs, OptionalInt outputs) {
        if (expect.condition() instanceof Clause.OutputCondition output) {
            checkWidth(output.inputs().values().size(), inputs, output.inputs().span(), "input");
            checkWidth(output.outputs().values().size(), outputs, output.outputs().span(), "output");
        }
    }

    private void checkWidth(int written, OptionalInt width, Span span, String what) {
        if (width.isPresent() && written != width.getAsInt()) {
            faults.add(Code.NN076, span,
                    "the network has " + DiagnosticCollector.counted(width.getAsInt(), what) + ", but here are " + written);
        }
    }
}
