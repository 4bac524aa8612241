package brickwork;

import static brickwork.Setup.needed;

import brickwork.model.Activation;
import brickwork.model.Clip;
import brickwork.model.DataSource;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Scaling;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Split;
import brickwork.model.Training;
import brickwork.source.Origin;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A spec that a program says by types in the place of a text: every statement is a method, what it takes are the values of
 * {@code brickwork.model}, and whatever is not said has the default of the language. {@link Brickwork#compile(SpecBuilder)} checks it as it
 * checks a text, and the place of a diagnostic is one in {@link #text}. A value out of its bounds is refused by the value itself, with an
 * IllegalArgumentException. Immutable; each method gives a new one.
 *
 * <pre>{@code
 * var spec = SpecBuilder.empty().data(DataSources.moons(500, 0.1)).split(new Split(0.2, 0, false, false))
 *         .layer(16, new Activation.Tanh()).layer(1, new Activation.Sigmoid())
 *         .loss(new LossTerm.BinaryCrossEntropy(), new Penalty.L2(0.001))
 *         .train(100, new Training.Batch.Of(32));
 * }</pre>
 */
public final class SpecBuilder {

    private static final String NAME = "(program)";

    private final List<String> statements;
    private final OptionalInt inputs;

    private SpecBuilder(List<String> statements, OptionalInt inputs) {
        this.statements = List.copyOf(statements);
        this.inputs = inputs;
    }

    /** Nothing is said yet. */
    public static SpecBuilder empty() {
        return new SpecBuilder(List.of(), OptionalInt.empty());
    }

    /** All that a specification says, nothing left to defaults. */
    public static SpecBuilder of(Specification network) {
        return new SpecBuilder(SpecPrinter.statements(needed(network, "a specification")), OptionalInt.empty());
    }

    /**
     * The name of the network.
     *
     * @throws IllegalArgumentException where it is no name or a word of the language
     */
    public SpecBuilder name(String name) {
        return with("network " + HostName.free(name));
    }

    /** The seed of everything that is drawn. */
    public SpecBuilder seed(long seed) {
        return with("seed " + seed);
    }

    /** The number type; f32 where it is not said. */
    public SpecBuilder precision(Precision precision) {
        return with(SpecPrinter.statement(needed(precision, "a precision")));
    }

    /** Where the samples come from; {@link brickwork.model.DataSources} makes sources. */
    public SpecBuilder data(DataSource source) {
        return with(SpecPrinter.statement(needed(source, "a source of data")));
    }

    /** The parts of the samples. */
    public SpecBuilder split(Split split) {
        return with(SpecPrinter.statement(needed(split, "a split")));
    }

    /** How inputs are scaled. */
    public SpecBuilder scale(Scaling scaling) {
        return with(SpecPrinter.statement(needed(scaling, "a scaling")));
    }

    /** How many inputs the next layer takes; needed of the first alone, and not there either where the data says it. */
    public SpecBuilder inputs(int width) {
        return new SpecBuilder(statements, OptionalInt.of(width));
    }

    /** The next layer, all but units and activation by default. */
    public SpecBuilder layer(int units, Activation activation) {
        return layer(LayerBuilder.of(units, activation));
    }

    /** The next layer. */
    public SpecBuilder layer(LayerBuilder layer) {
        return new SpecBuilder(with(needed(layer, "a layer").statement(inputs)).statements, OptionalInt.empty());
    }

    /** A loss of one data term and any number of penalties. */
    public SpecBuilder loss(LossTerm.Kind kind, Penalty... penalties) {
        return loss(new Loss(List.of(new LossTerm(1, needed(kind, "a kind of loss"))), List.of(penalties)));
    }

    /** The loss. */
    public SpecBuilder loss(Loss loss) {
        return with(SpecPrinter.statement(needed(loss, "a loss")));
    }

    /** The optimizer at its usual rate, which stays as it is. */
    public SpecBuilder optimizer(Optimizer.Rule rule) {
        return optimizer(rule, needed(rule, "an optimizer").usualRate(), Schedule.constant());
    }

    /** The optimizer. */
    public SpecBuilder optimizer(Optimizer.Rule rule, double rate, Schedule schedule) {
        return with(SpecPrinter.statement(new Optimizer(needed(rule, "an optimizer"), rate, needed(schedule, "a schedule"), Origin.NONE)));
    }

    /** What is done to gradients before an update. */
    public SpecBuilder clip(Clip clip) {
        return with(SpecPrinter.statement(needed(clip, "a clipping")));
    }

    /** How long to train, and in which batches, in an order that is drawn anew each epoch. */
    public SpecBuilder train(int epochs, Training.Batch batch) {
        return train(new Training(epochs, needed(batch, "a batch"), true));
    }

    /** How to train. */
    public SpecBuilder train(Training training) {
        return with(SpecPrinter.statement(needed(training, "a training")));
    }

    /** When training ends before its last epoch; may be said more than once. */
    public SpecBuilder stop(Training.Stop stop) {
        return with(SpecPrinter.statement(needed(stop, "a stop")));
    }

    /** Keeps a checkpoint every so many epochs, where a run folder is given. */
    public SpecBuilder checkpointEvery(int epochs) {
        return with("checkpoint every " + epochs + " epochs");
    }

    /**
     * What is expected, as a text says it behind its word: {@code "accuracy on test >= 0.9"}; may be said more than once.
     *
     * @throws IllegalArgumentException where there is more than one statement in it
     */
    public SpecBuilder expect(String statement) {
        var expect = "expect " + needed(statement, "a statement");
        if (SpecParser.parse(new SourceText(NAME, expect)).tree().statements().size() > 1) {
            throw new IllegalArgumentException("one statement is expected, got: " + statement);
        }
        return with(expect);
    }

    /** All that was said, as a text; every line ends in {@code \n}. */
    public String text() {
        return String.join("\n", statements) + "\n";
    }

    /** The text under the name that diagnostics give as its place. */
    SourceText source() {
        return new SourceText(NAME, text());
    }

    @Override
    public String toString() {
        return text();
    }

    private SpecBuilder with(String statement) {
        var more = new ArrayList<>(statements);
        more.add(statement);
        return new SpecBuilder(more, inputs);
    }
}
