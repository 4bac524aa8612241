package brickwork.check;

import brickwork.model.Arguments;
import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Optimizer;
import brickwork.model.Parameter;
import brickwork.source.Code;
import brickwork.syntax.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which optimizers there are, what options each takes, and their defaults. */
final class OptimizerRules {

    private final ScheduleRules schedules;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;

    OptimizerRules(NumberRules quantities, DiagnosticCollector faults) {
        this.schedules = new ScheduleRules(quantities);
        this.quantities = quantities;
        this.faults = faults;
    }

    /** The optimizer; empty where the statement is at fault. */
    Optional<Optimizer> optimizer(Statement.Optimizer statement) {
        var schedule = schedules.schedule(statement);
        var definition = Language.OPTIMIZERS.find(statement.name().text());
        if (definition.isEmpty()) {
            faults.unknown(Code.NN050, statement.name(), Language.OPTIMIZERS.kind(), Language.OPTIMIZERS.words());
            statement.options().forEach(option -> option.value().ifPresent(quantities::number));
            return Optional.empty();
        }
        var takes = definition.get().parameters();
        var options = new OptionList(statement.name(), statement.options(), takes, homes(takes), quantities, faults);
        var arguments = options.arguments();
        return !standsOnMomentum(options, arguments) || !options.isWhole() || schedule.isEmpty()
                ? Optional.empty()
                : Optional.of(new Optimizer(definition.get().make(arguments), arguments.number(Optimizer.RATE.name()), schedule.get(),
                        faults.origin(statement.span())));
    }

    /** Whether nesterov, if it stands there, has its momentum; where not, that is reported. */
    private boolean standsOnMomentum(OptionList options, Arguments arguments) {
        var nesterov = options.option(Optimizer.Sgd.NESTEROV.name())
                .filter(_ -> Double.valueOf(0).equals(arguments.values().get(Optimizer.Sgd.MOMENTUM)));
        nesterov.ifPresent(option -> faults.add(Code.NN053, option.name().span(), "nesterov needs momentum")
                .help("add a momentum above 0, such as `momentum 0.9 nesterov`"));
        return nesterov.isEmpty();
    }

    /** For each option this optimizer does not take, a help that names those which do. */
    private static Map<String, String> homes(List<Parameter> taken) {
        var homes = new LinkedHashMap<String, String>();
        Language.OPTIMIZERS.definitions().stream().sorted(Comparator.comparing(Definition::word)).forEach(optimizer -> optimizer
                .parameters().forEach(option -> homes.merge(option.name(), optimizer.word(), (a, b) -> a + " or " + b)));
        taken.forEach(option -> homes.remove(option.name()));
        homes.replaceAll((option, owners) -> "`" + option + "` belongs to " + owners);
        return homes;
    }
}
