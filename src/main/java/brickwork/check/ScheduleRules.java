package brickwork.check;

import brickwork.model.Language;
import brickwork.model.Schedule;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How a rate may change with the epochs. */
record ScheduleRules(NumberRules quantities) {

    /** The schedule of an optimizer; empty where it is at fault. */
    Optional<Schedule> schedule(Statement.Optimizer statement) {
        var warmup = statement.warmupEpochs().map(w -> quantities.count(w, "the number of warmup epochs")).orElse(OptionalInt.of(0));
        var decay = statement.schedule().map(this::decay).orElse(Optional.of(new Schedule.Constant()));
        return warmup.isEmpty() ? Optional.empty() : decay.map(d -> new Schedule(warmup.getAsInt(), d));
    }

    private Optional<Schedule.Decay> decay(Clause.Schedule schedule) {
        return switch (schedule) {
            case Clause.DecayStep step -> change("decay step", "a decay", step.factor(), step.epochs());
            case Clause.DecayExponential exponential -> change("decay exponential", "a decay", exponential.factor());
            case Clause.DecayInverse inverse -> change("decay inverse", "an inverse decay", inverse.factor());
            case Clause.DecayCosine cosine -> change("decay cosine", "a decay", cosine.floor());
            case Clause.DecayLinear linear -> change("decay linear", "a decay", linear.floor());
            case Clause.Plateau plateau -> change("plateau", "plateau", plateau.factor(), plateau.epochs());
        };
    }

    private Optional<Schedule.Decay> change(String word, String title, Expression... numbers) {
        return quantities.numbered(Language.SCHEDULES.find(word).orElseThrow(), List.of(numbers), title).map(Schedule.Decay.class::cast);
    }
}
