package brickwork.check;

import brickwork.check.NumberRules.Bound;
import brickwork.model.Schedule;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.Optional;
import java.util.OptionalInt;

/** How a rate may change with the epochs. */
final class ScheduleRules {

    private final NumberRules quantities;

    ScheduleRules(NumberRules quantities) {
        this.quantities = quantities;
    }

    /** The schedule of an optimizer; empty where it is at fault. */
    Optional<Schedule> schedule(Statement.Optimizer statement) {
        var warmup = statement.warmupEpochs().map(w -> quantities.count(w, "the number of warmup epochs")).orElse(OptionalInt.of(0));
        var decay = statement.schedule().map(this::decay).orElse(Optional.of(new Schedule.Constant()));
        return warmup.isEmpty() ? Optional.empty() : decay.map(d -> new Schedule(warmup.getAsInt(), d));
    }

    private Optional<Schedule.Decay> decay(Clause.Schedule schedule) {
        return switch (schedule) {
            case Clause.DecayStep step -> {
                var factor = quantities.number(step.factor(), "the factor of a decay", Bound.POSITIVE);
                var epochs = epochs(step.epochs());
                yield factor.isEmpty() || epochs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Schedule.Step(factor.getAsDouble(), epochs.getAsInt()));
            }
            case Clause.DecayExponential exponential -> one(exponential.factor(), "the factor of a decay", Bound.POSITIVE)
                    .map(Schedule.Exponential::new);
            case Clause.DecayInverse inverse -> one(inverse.factor(), "the number of an inverse decay", Bound.NOT_NEGATIVE)
                    .map(Schedule.Inverse::new);
            case Clause.DecayCosine cosine -> one(cosine.floor(), "the last rate of a decay", Bound.NOT_NEGATIVE).map(Schedule.Cosine::new);
            case Clause.DecayLinear linear -> one(linear.floor(), "the last rate of a decay", Bound.NOT_NEGATIVE).map(Schedule.Linear::new);
            case Clause.Plateau plateau -> {
                var factor = quantities.number(plateau.factor(), "the factor of plateau", Bound.POSITIVE);
                var epochs = epochs(plateau.epochs());
                yield factor.isEmpty() || epochs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Schedule.Plateau(factor.getAsDouble(), epochs.getAsInt()));
            }
        };
    }

    private OptionalInt epochs(Expression expression) {
        return quantities.count(expression, "the number of epochs");
    }

    private Optional<Double> one(Expression expression, String what, Bound bound) {
        return quantities.number(expression, what, bound).stream().boxed().findFirst();
    }
}
