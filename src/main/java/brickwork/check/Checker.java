package brickwork.check;

import brickwork.model.Expectation;
import brickwork.model.FeedForward;
import brickwork.model.FunctionRegistry;
import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.Loss;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Outcome;
import brickwork.source.Span;
import brickwork.syntax.Parsed;
import brickwork.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** The door from tree to model: a network that keeps every rule of the language, or every fault of the text. */
public final class Checker {

    private final DiagnosticCollector faults;
    private final Statements statements;
    private final Constants constants;
    private final NumberRules quantities;
    private final DataCatalog catalog;
    private final FunctionRegistry host;

    private Checker(Parsed parsed, Map<String, Double> overrides, DataCatalog catalog, FunctionRegistry host) {
        this.catalog = catalog;
        this.host = host;
        this.faults = new DiagnosticCollector(parsed.tree().source(), parsed.faults());
        this.statements = new Statements(parsed.tree(), faults);
        this.constants = new Constants(statements, overrides, faults);
        this.quantities = new NumberRules(new ExpressionEvaluator(constants, faults), faults);
    }

    /**
     * Checks a text that was read.
     *
     * @param parsed    the text's statements, and the parser's faults, which are among the answer's diagnostics
     * @param overrides values for the text's constants ({@code --set}), by name
     * @param seed      a seed in place of the text's ({@code --seed})
     * @param catalog   what is known of data
     * @param host      the functions beside those of the language
     * @return the network with every default resolved and the lints, or every error, in either case sorted by place
     * @throws IllegalArgumentException if the tree holds unreadable statements and there are no faults
     */
    public static Outcome<Specification> check(Parsed parsed, Map<String, Double> overrides, OptionalLong seed, DataCatalog catalog,
            FunctionRegistry host) {
        var checker = new Checker(parsed, overrides, catalog, host);
        if (parsed.faults().isEmpty() && !checker.statements.readable()) {
            throw new IllegalArgumentException("a tree with unreadable statements needs the faults that say why, got none");
        }
        return checker.check(seed);
    }

    /** Checks a text in the language as it is. */
    public static Outcome<Specification> check(Parsed parsed, Map<String, Double> overrides, OptionalLong seed, DataCatalog catalog) {
        return check(parsed, overrides, seed, catalog, FunctionRegistry.NONE);
    }

    /** Checks a text as it stands, without values from a command line. */
    public static Outcome<Specification> check(Parsed parsed, DataCatalog catalog) {
        return check(parsed, Map.of(), OptionalLong.empty(), catalog);
    }

    private Outcome<Specification> check(OptionalLong seedOverride) {
        statements.check();
        var head = new HeadRules(quantities, faults);
        statements.all(Statement.Version.class).forEach(head::checkVersion);
        var seed = head.seed(statements, seedOverride);
        var precision = firstOf(Statement.Precision.class, head::precision);

        var splitRules = new SplitRules(quantities, faults);
        var split = firstOf(Statement.Split.class, splitRules::split);
        var dataRules = new DataRules(catalog, seed, quantities, faults);
        var data = dataRules.facts(statements, split);
        var chain = new LayerExpansion(new LayerRules(host, quantities, faults), quantities, faults).lay(statements.outermost());
        var layers = new LayerShapes(data, faults).fit(chain);
        var last = chain.isEmpty() ? Optional.<LayerDraft>empty() : chain.getLast();
        var lastActivation = last.flatMap(LayerDraft::activation);
        last.ifPresent(l -> dataRules.checkTargets(data, l, chain.size()));

        var lossRules = new LossRules(host, quantities, faults);
        var loss = statements.all(Statement.Loss.class).stream().map(lossRules::draft).toList();
        last.ifPresent(l -> loss.stream().limit(1).forEach(first -> lossRules.checkAgainst(first, l)));

        statements.first(Statement.Split.class).ifPresent(s -> splitRules.check(s, split, data, lastActivation));
        var scaling = firstOf(Statement.Scale.class, splitRules::scaling);
        var optimizer = firstOf(Statement.Optimizer.class, new OptimizerRules(quantities, faults)::optimizer);

        var trainRules = new TrainRules(quantities, faults);
        var clip = firstOf(Statement.Clip.class, trainRules::clip);
        var training = firstOf(Statement.Train.class, trainRules::training);
        var stops = stops(trainRules, data, last);
        var checkpoint = statements.all(Statement.Checkpoint.class).stream().map(trainRules::checkpoint).toList();
        var whole = loss.isEmpty() || loss.getFirst().data().isEmpty() ? Optional.<Loss>empty()
                : Optional.of(new Loss(loss.getFirst().data(), loss.getFirst().penalties()));
        var samples = BatchRules.samples(data, split);
        if (statements.lacks(Statement.Train.class)) {
            BatchRules.checkUntrained(layers, samples, data, faults);
        }
        training.ifPresent(t -> new BatchRules(statements.first(Statement.Train.class).orElseThrow(), t.batch(), faults)
                .check(layers, samples));
        var health = new HealthRules(statements, Optional.of(layers).filter(l -> !l.isEmpty() && l.size() == chain.size()), whole,
                quantities,
                faults);
        var expectations = expectations(data, chain, health);

        if (faults.holdErrors()) {
            return new Outcome.Failure<>(faults.sorted());
        }
        var learning = new Learning(new GradientDescent(optimizer.orElseGet(Optimizer::standard), clip), training, stops,
                checkpoint.isEmpty() ? OptionalInt.empty() : checkpoint.getFirst());
        var network = new Specification(statements.first(Statement.Name.class).map(n -> n.name().text()), seed,
                precision.orElse(Precision.F32),
                data.data().withSplit(split).withScaling(scaling), new FeedForward(layers, whole.orElseThrow()), learning, expectations,
                faults.origin(new Span(0, faults.source().text().length())));
        new Lints(statements, network, data, quantities, faults).check(constants, last.orElseThrow());
        return new Outcome.Success<>(network, faults.sorted());
    }

    /** Reads every statement of a kind, for its faults, and answers with the first. */
    private <S extends Statement, T> Optional<T> firstOf(Class<S> kind, Function<S, Optional<T>> read) {
        var all = statements.all(kind).stream().map(read).toList();
        return all.isEmpty() ? Optional.empty() : all.getFirst();
    }

    private List<Training.Stop> stops(TrainRules rules, DataShape data, Optional<LayerDraft> last) {
        var stops = new ArrayList<Training.Stop>();
        for (var statement : statements.outermost()) {
            if (statement instanceof Statement.StopWhen when) {
                rules.stop(when, data, last).ifPresent(stops::add);
            } else if (statement instanceof Statement.StopStalled stalled) {
                rules.stop(stalled, data, last).ifPresent(stops::add);
            }
        }
        return stops;
    }

    private List<Expectation> expectations(DataShape data, List<Optional<LayerDraft>> chain, HealthRules health) {
        var last = chain.isEmpty() ? Optional.<LayerDraft>empty() : chain.getLast();
        var rules = new Claims.Rules(statements, data, last, health, quantities, faults);
        var inputs = chain.isEmpty() ? OptionalInt.empty() : inputs(chain.getFirst(), data);
        var outputs = last.map(LayerDraft::units).orElse(OptionalInt.empty());
        var expectations = new ArrayList<Expectation>();
        for (var expect : statements.all(Statement.Expect.class)) {
            rules.checkWidths(expect, inputs, outputs);
            rules.expectation(expect).ifPresent(expectations::add);
        }
        return expectations;
    }

    private static OptionalInt inputs(Optional<LayerDraft> first, DataShape data) {
        if (first.isEmpty() || first.get().clause().inputs().isPresent()) {
            return first.map(LayerDraft::inputs).orElse(OptionalInt.empty());
        }
        return data.known().map(k -> OptionalInt.of(k.inputs())).orElse(OptionalInt.empty());
    }
}
