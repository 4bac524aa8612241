package brickwork.check;

import brickwork.model.Arguments;
import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Optimizer;
import brickwork.model.Parameter;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
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
        var rule = definition.get().make(whole(takes, arguments));
        return clashes(rule, statement, options, arguments) || !options.isWhole() || schedule.isEmpty()
                ? Optional.empty()
                : Optional.of(new Optimizer(rule, arguments.number(Optimizer.RATE.name()), schedule.get(),
                        faults.origin(statement.span())));
    }

    /** With an example for each value that is at fault. */
    private static Arguments whole(List<Parameter> takes, Arguments arguments) {
        var whole = arguments;
        for (var parameter : takes) {
            whole = whole.with(parameter, arguments.values().getOrDefault(parameter, parameter.example()));
        }
        return whole;
    }

    /** Whether words of the statement do not go together, which is reported unless the value of one is at fault already. */
    private boolean clashes(Optimizer.Rule rule, Statement.Optimizer statement, OptionList options, Arguments arguments) {
        var change = statement.schedule().map(Clause.Schedule::span).or(() -> statement.warmupEpochs().map(Expression::span));
        var clash = rule.clash(change.isPresent()).filter(found -> arguments.values().keySet().containsAll(found.options()));
        clash.ifPresent(found -> {
            var written = found.options().stream().flatMap(option -> options.option(option.name()).stream()).map(o -> o.name().span());
            var place = written.reduce((_, last) -> last).or(() -> change);
            faults.add(Code.NN053, place.orElse(statement.span()), found.fault()).help(found.cure());
        });
        return clash.isPresent();
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
