package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Bound;
import brickwork.model.Expectation;
import brickwork.model.Relation;
import brickwork.source.Code;
import brickwork.source.Plural;
import brickwork.source.Span;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What can be expected of a network. An empty answer means that the fault is reported. */
final class ExpectRules {

    private static final int DIGEST_LENGTH = 64;

    private final MeasuredRules measurements;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;

    ExpectRules(Statements statements, DataShape data, Optional<Activation> last, HealthRules health, NumberRules quantities,
            DiagnosticCollector faults) {
        this.measurements = new MeasuredRules(statements, data, last, health, quantities, faults);
        this.quantities = quantities;
        this.faults = faults;
    }

    Optional<Expectation> expectation(Statement.Expect expect) {
        return switch (expect.condition()) {
            case Clause.MetricCondition measured -> measurements.expectation(measured, () -> text(measured));
            case Clause.GradcheckCondition gradcheck -> gradcheck(gradcheck);
            case Clause.InitialLossCondition initial -> {
                var value = quantities.number(initial.value());
                var tolerance = tolerance(initial.tolerance());
                yield value.isEmpty() || tolerance.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Expectation.InitialLoss(text(initial), value.getAsDouble(), tolerance.getAsDouble(),
                                faults.origin(initial.span())));
            }
            case Clause.LossDecreasesCondition decreases -> Optional.of(new Expectation.LossDecreases(text(decreases),
                    decreases.everyEpoch(), faults.origin(decreases.span())));
            case Clause.OutputCondition output -> {
                var inputs = quantities.numbers(output.inputs().values());
                var outputs = quantities.numbers(output.outputs().values());
                var tolerance = tolerance(output.tolerance());
                yield inputs.isEmpty() || outputs.isEmpty() || tolerance.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Expectation.Output(text(output), inputs.get(), outputs.get(), tolerance.getAsDouble(),
                                faults.origin(output.span())));
            }
            case Clause.FingerprintCondition fingerprint -> fingerprint(fingerprint);
        };
    }

    private OptionalDouble tolerance(Expression tolerance) {
        return quantities.number(tolerance, "a tolerance", Bound.NOT_NEGATIVE);
    }

    private String text(Clause.Condition condition) {
        return condition.text(faults.source(), e -> quantities.number(e).orElse(Double.NaN));
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
                : Optional.of(new Expectation.Gradcheck(text(condition), condition.norm().isPresent(), relation, bound.getAsDouble(),
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
        return Optional.of(new Expectation.Fingerprint(text(condition), digest, faults.origin(condition.span())));
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
                    "the network has " + Plural.of(width.getAsInt(), what) + ", but here are " + written);
        }
    }
}
