package brickwork.check;

import brickwork.check.NumberRules.Bound;
import brickwork.model.Optimizer;
import brickwork.model.Optimizer.AdaGrad;
import brickwork.model.Optimizer.Adam;
import brickwork.model.Optimizer.RmsProp;
import brickwork.model.Optimizer.Sgd;
import brickwork.source.Code;
import brickwork.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which optimizers there are, what options each takes, and their defaults. */
final class OptimizerRules {

    private static final Map<String, Set<String>> NUMBERS = Map.of(
            "sgd", Set.of("rate", "momentum"),
            "adam", Set.of("rate", "beta1", "beta2", "epsilon"),
            "adamw", Set.of("rate", "beta1", "beta2", "epsilon", "decay"),
            "rmsprop", Set.of("rate", "alpha", "epsilon"),
            "adagrad", Set.of("rate", "epsilon"));

    private static final Map<String, Set<String>> FLAGS = Map.of("sgd", Set.of("nesterov"));

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
        var word = statement.name().text();
        if (!NUMBERS.containsKey(word)) {
            faults.unknown(Code.NN050, statement.name(), "optimizer", NUMBERS.keySet());
            statement.options().forEach(option -> option.value().ifPresent(quantities::number));
            return Optional.empty();
        }
        var options = new OptionList(statement.name(), statement.options(), NUMBERS.get(word), FLAGS.getOrDefault(word, Set.of()),
                homes(word), quantities, faults);
        var standard = word.equals("sgd") ? Optimizer.DEFAULT_SGD_RATE : Optimizer.DEFAULT_ADAPTIVE_RATE;
        var rate = options.number("rate", standard, Bound.POSITIVE);
        var rule = switch (word) {
            case "sgd" -> sgd(options);
            case "adam" -> adam(options, false);
            case "adamw" -> adam(options, true);
            case "rmsprop" -> rmsprop(options);
            case String _ -> adagrad(options);
        };
        return rate.isEmpty() || rule.isEmpty() || schedule.isEmpty()
                ? Optional.empty()
                : Optional.of(new Optimizer(rule.get(), rate.getAsDouble(), schedule.get(), faults.origin(statement.span())));
    }

    /** For each option this optimizer does not take, a help that names those which do. */
    private static Map<String, String> homes(String word) {
        var homes = new LinkedHashMap<String, String>();
        for (var optimizer : new TreeSet<>(NUMBERS.keySet())) {
            for (var takes : new Set<?>[] {NUMBERS.get(optimizer), FLAGS.getOrDefault(optimizer, Set.of())}) {
                for (var option : takes) {
                    homes.merge((String) option, optimizer, (a, b) -> a + " or " + b);
                }
            }
        }
        homes.keySet().removeAll(NUMBERS.get(word));
        homes.replaceAll((option, owners) -> "`" + option + "` belongs to " + owners);
        return homes;
    }

    private Optional<Optimizer.Rule> sgd(OptionList options) {
        var momentum = options.number("momentum", 0, Bound.BELOW_ONE);
        var nesterov = options.has("nesterov");
        if (momentum.isEmpty()) {
            return Optional.empty();
        }
        if (nesterov && momentum.getAsDouble() == 0) {
            faults.add(Code.NN053, options.option("nesterov").orElseThrow().name().span(), "nesterov needs momentum")
                    .help("add a momentum above 0, such as `momentum 0.9 nesterov`");
            return Optional.empty();
        }
        return Optional.of(new Sgd(momentum.getAsDouble(), nesterov));
    }

    private Optional<Optimizer.Rule> adam(OptionList options, boolean decoupled) {
        var beta1 = options.number("beta1", Adam.DEFAULT_BETA1, Bound.BELOW_ONE);
        var beta2 = options.number("beta2", Adam.DEFAULT_BETA2, Bound.BELOW_ONE);
        var epsilon = options.number("epsilon", Adam.DEFAULT_EPSILON, Bound.NOT_NEGATIVE);
        var decay = options.number("decay", decoupled ? Adam.DEFAULT_DECAY : 0, Bound.NOT_NEGATIVE);
        return beta1.isEmpty() || beta2.isEmpty() || epsilon.isEmpty() || decay.isEmpty()
                ? Optional.empty()
                : Optional.of(new Adam(beta1.getAsDouble(), beta2.getAsDouble(), epsilon.getAsDouble(),
                        decoupled ? decay.getAsDouble() : 0, decoupled));
    }

    private Optional<Optimizer.Rule> rmsprop(OptionList options) {
        var alpha = options.number("alpha", RmsProp.DEFAULT_ALPHA, Bound.BELOW_ONE);
        var epsilon = options.number("epsilon", RmsProp.DEFAULT_EPSILON, Bound.NOT_NEGATIVE);
        return alpha.isEmpty() || epsilon.isEmpty()
                ? Optional.empty()
                : Optional.of(new RmsProp(alpha.getAsDouble(), epsilon.getAsDouble()));
    }

    private Optional<Optimizer.Rule> adagrad(OptionList options) {
        return options.number("epsilon", AdaGrad.DEFAULT_EPSILON, Bound.NOT_NEGATIVE).stream().<Optimizer.Rule>mapToObj(AdaGrad::new)
                .findFirst();
    }
}
