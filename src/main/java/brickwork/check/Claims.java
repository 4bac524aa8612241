package brickwork.check;

import brickwork.model.Bound;
import brickwork.model.DatasetPart;
import brickwork.model.Expectation;
import brickwork.model.HealthMetric;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.source.Code;
import brickwork.source.Plural;
import brickwork.source.Span;
import brickwork.syntax.Conditions;
import brickwork.syntax.Conditions.Condition;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What expectations may state, and the rules by which the checker reads it. */
public final class Claims {

    private Claims() {}

    /** What an expectation states. */
    public sealed interface Stated extends Expectation.Claim {

        /** What must be there to judge it. */
        Need need();
    }

    /** What must be there to judge a claim. */
    public enum Need {
        NOTHING,
        SAMPLES,
        TRAINING
    }

    /**
     * A comparison of a measured number with a value.
     *
     * @param tolerance with relation EQUAL: how far off it may be
     */
    public record Compared(Relation relation, double value, OptionalDouble tolerance) {}

    /**
     * When, and under which seeds.
     *
     * @param withinEpochs it holds at the end of some epoch up to this one; absent: at the end of training, or at its start
     * @param seeds        absent: the spec's own
     */
    public record Scope(OptionalInt withinEpochs, Optional<Expectation.Seeds> seeds) {}

    /**
     * A metric compares so with a value.
     *
     * @param ofClass the name of the one class meant; absent: the metric is of all samples
     * @param part    absent: test where there is one, else train
     */
    public record OfMetric(Metric metric, Optional<String> ofClass, Optional<DatasetPart> part, Compared compared,
            Scope scope) implements Stated {
        @Override
        public Need need() {
            return Need.TRAINING;
        }
    }

    /**
     * A figure of health compares so with a value; one of layers in every layer that has it.
     *
     * @param initial whether it is that of the initial parameters
     * @param layer   the one layer meant, counted from 1; absent: every layer that has the figure
     * @param part    absent: train
     */
    public record OfHealth(HealthMetric figure, boolean initial, OptionalInt layer, Optional<DatasetPart> part, Compared compared,
            Scope scope) implements Stated {
        @Override
        public Need need() {
            return initial || figure == HealthMetric.CONSTANT_INPUTS ? Need.SAMPLES : Need.TRAINING;
        }
    }

    /** The gradient check's {@code diff}, or its {@code norm}, is below (or at most) the bound. */
    public record Gradcheck(boolean norm, Relation relation, double bound) implements Stated {
        @Override
        public Need need() {
            return Need.NOTHING;
        }
    }

    /** The loss over the training part at the initial parameters. */
    public record InitialLoss(double value, double tolerance) implements Stated {
        @Override
        public Need need() {
            return Need.SAMPLES;
        }
    }

    /** How the loss goes from epoch to epoch. */
    public sealed interface OfLossCourse extends Stated {
        @Override
        default Need need() {
            return Need.TRAINING;
        }
    }

    /** The last row of the history is below the first, or each below the one before it. */
    public record LossDecreases(boolean everyEpoch) implements OfLossCourse {}

    /** Some row of the history, of the first {@code epochs}, is at most the first row divided by {@code factor}. */
    public record LossFalls(double factor, int epochs) implements OfLossCourse {}

    /** What the trained network gives for one input row, unscaled inputs as the data would hold them. */
    public record Output(List<Double> inputs, List<Double> outputs, double tolerance) implements Stated {
        public Output {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        @Override
        public Need need() {
            return Need.TRAINING;
        }
    }

    /**
     * Which classes are taken for which.
     *
     * @param part   absent: test where there is one, else train
     * @param counts a row a true class, a column a class that is found, at least two
     */
    public record Confusion(Optional<DatasetPart> part, List<List<Integer>> counts) implements Stated {
        public Confusion {
            counts = counts.stream().map(List::copyOf).toList();
        }

        @Override
        public Need need() {
            return Need.TRAINING;
        }
    }

    /** SHA-256 over the parameters, lower-case hex. */
    public record Fingerprint(String digest) implements Stated {
        @Override
        public Need need() {
            return Need.TRAINING;
        }
    }

    /**
     * What {@code expectation} states.
     *
     * @throws IllegalArgumentException where it is none that the checker made
     */
    public static Stated of(Expectation expectation) {
        if (expectation.claim() instanceof Stated stated) {
            return stated;
        }
        throw new IllegalArgumentException("a claim the checker makes was expected, got " + expectation.claim());
    }

    /** Reads conditions. An empty answer means that the fault is reported. */
    static final class Rules {

        private static final int DIGEST_LENGTH = 64;

        private final Statements statements;
        private final MeasuredRules measurements;
        private final NumberRules quantities;
        private final DiagnosticCollector faults;

        Rules(Statements statements, DataShape data, Optional<LayerDraft> last, HealthRules health, NumberRules quantities,
                DiagnosticCollector faults) {
            this.statements = statements;
            this.measurements = new MeasuredRules(statements, data, last, health, quantities, faults);
            this.quantities = quantities;
            this.faults = faults;
        }

        Optional<Expectation> expectation(Statement.Expect expect) {
            var condition = expect.condition();
            return claim(condition).map(claim -> new Expectation(
                    condition.text(faults.source(), e -> quantities.number(e).orElse(Double.NaN)), claim, faults.origin(condition.span())));
        }

        private Optional<? extends Stated> claim(Condition condition) {
            return switch (condition) {
                case Conditions.Measured measured -> measurements.claim(measured);
                case Conditions.Gradcheck gradcheck -> gradcheck(gradcheck);
                case Conditions.InitialLoss initial -> {
                    var value = quantities.number(initial.value());
                    var tolerance = tolerance(initial.tolerance());
                    yield value.isEmpty() || tolerance.isEmpty() ? Optional.empty()
                            : Optional.of(new InitialLoss(value.getAsDouble(), tolerance.getAsDouble()));
                }
                case Conditions.LossDecreases decreases -> Optional.of(new LossDecreases(decreases.everyEpoch()));
                case Conditions.LossFalls falls -> falls(falls);
                case Conditions.Output output -> {
                    var inputs = quantities.numbers(output.inputs().values());
                    var outputs = quantities.numbers(output.outputs().values());
                    var tolerance = tolerance(output.tolerance());
                    yield inputs.isEmpty() || outputs.isEmpty() || tolerance.isEmpty() ? Optional.empty()
                            : Optional.of(new Output(inputs.get(), outputs.get(), tolerance.getAsDouble()));
                }
                case Conditions.Confusion confusion -> measurements.confusion(confusion);
                case Conditions.Fingerprint fingerprint -> fingerprint(fingerprint);
            };
        }

        private OptionalDouble tolerance(Expression tolerance) {
            return quantities.number(tolerance, "a tolerance", Bound.NOT_NEGATIVE);
        }

        private Optional<Gradcheck> gradcheck(Conditions.Gradcheck condition) {
            var relation = condition.comparison().relation();
            var bound = quantities.number(condition.bound(), "the bound of gradcheck", Bound.POSITIVE);
            if (relation != Relation.LESS && relation != Relation.LESS_OR_EQUAL) {
                faults.add(Code.NN075, condition.comparison().span(),
                        "gradcheck is compared by `<` or `<=`, not by `" + relation.symbol() + "`");
            }
            return bound.isEmpty() ? Optional.empty()
                    : Optional.of(new Gradcheck(condition.norm().isPresent(), relation, bound.getAsDouble()));
        }

        private Optional<LossFalls> falls(Conditions.LossFalls condition) {
            var factor = quantities.number(condition.factor(), "the factor by which the loss falls", Bound.above(1));
            var epochs = quantities.count(condition.epochs(), "the number of epochs");
            epochs.ifPresent(count -> checkEpochs(condition.epochs().span(), count));
            return factor.isEmpty() || epochs.isEmpty() ? Optional.empty()
                    : Optional.of(new LossFalls(factor.getAsDouble(), epochs.getAsInt()));
        }

        /** The loss falls from that of the first epoch, in the epochs that are trained. */
        private void checkEpochs(Span written, int epochs) {
            if (epochs == 1) {
                faults.add(Code.NN035, written, "the loss cannot fall within 1 epoch, for it falls from that of the first")
                        .help("write `within 2 epochs` or more");
            }
            var train = statements.first(Statement.Train.class).map(Statement.Train::epochs);
            train.ifPresent(expression -> quantities.count(expression, "the number of epochs").ifPresent(trained -> {
                if (epochs > Math.max(1, trained)) {
                    faults.add(Code.NN035, written, "training takes " + Plural.of(trained, "epoch") + ", fewer than " + epochs)
                            .note("how many is written here", expression.span())
                            .help("train longer" + (trained > 1 ? ", or write `within " + trained + " epochs`" : ""));
                }
            }));
        }

        private Optional<Fingerprint> fingerprint(Conditions.Fingerprint condition) {
            var digest = condition.digest().value();
            if (digest.length() != DIGEST_LENGTH || !digest.matches("[0-9a-f]*")) {
                var lower = digest.toLowerCase(Locale.ROOT);
                faults.add(Code.NN077, condition.digest().span(), "a fingerprint is 64 lower-case hex digits")
                        .help(lower.length() == DIGEST_LENGTH && lower.matches("[0-9a-f]*")
                                ? "write \"" + lower + "\"" : "`nn train` prints the fingerprint of a network");
            }
            return Optional.of(new Fingerprint(digest));
        }

        /** An expected output must have the widths of the network; empty ones are not known. */
        void checkWidths(Statement.Expect expect, OptionalInt inputs, OptionalInt outputs) {
            if (expect.condition() instanceof Conditions.Output output) {
                checkWidth(output.inputs().values().size(), inputs, output.inputs().span(), "input");
                checkWidth(output.outputs().values().size(), outputs, output.outputs().span(), "output");
            }
        }

        private void checkWidth(int written, OptionalInt width, Span span, String what) {
            if (width.isPresent() && written != width.getAsInt()) {
                faults.add(Code.NN076, span, "the network has " + Plural.of(width.getAsInt(), what) + ", but here are " + written);
            }
        }
    }
}
