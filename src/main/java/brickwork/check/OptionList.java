package brickwork.check;

import brickwork.model.Arguments;
import brickwork.model.Parameter;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The named options of an optimizer or a data source: each known, each at most once, each with a number unless it is a flag. */
final class OptionList {

    private final List<Parameter> takes;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;
    private final Map<String, Clause.Option> given = new HashMap<>();
    private boolean faulty;
    private boolean whole = true;

    /**
     * Reads the options that {@code owner} takes.
     *
     * @param takes those it takes
     * @param homes which owner takes an option that this one does not, for the help
     */
    OptionList(Word owner, List<Clause.Option> options, List<Parameter> takes, Map<String, String> homes, NumberRules quantities,
            DiagnosticCollector faults) {
        this.takes = takes;
        this.quantities = quantities;
        this.faults = faults;
        var known = takes.stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
        for (var option : options) {
            var name = option.name().text();
            if (!known.containsKey(name)) {
                unknown(owner, option, known.keySet(), homes);
                continue;
            }
            var first = given.putIfAbsent(name, option);
            if (first != null) {
                faults.add(Code.NN020, option.name().span(), "`" + option.name().text() + "` stands twice")
                        .note("it stands here first", first.name().span());
                option.value().ifPresent(quantities::number);
            } else if (!known.get(name).isFlag() && option.value().isEmpty()) {
                faulty = true;
                faults.add(Code.NN051, option.name().span(), "`" + name + "` needs a number");
            } else if (known.get(name).isFlag() && option.value().isPresent()) {
                faults.add(Code.NN051, option.value().get().span(), "`" + name + "` takes no number");
            }
        }
    }

    private void unknown(Word owner, Clause.Option option, Set<String> known, Map<String, String> homes) {
        faulty = true;
        var name = option.name().text();
        var help = Optional.ofNullable(homes.get(name))
                .or(() -> faults.guess(name, known))
                .or(() -> Optional.of(known.isEmpty()
                        ? owner.text() + " takes no options"
                        : owner.text() + " takes " + DiagnosticCollector.listed(known)));
        faults.add(Code.NN051, option.name().span(), owner.text() + " has no option `" + name + "`").help(help);
        option.value().ifPresent(quantities::number);
    }

    /** Whether some option could not be understood, so that another may only seem to be missing. */
    boolean isFaulty() {
        return faulty;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** The option with its place. */
    Optional<Clause.Option> option(String name) {
        return Optional.ofNullable(given.get(name));
    }

    private Optional<Expression> value(String name) {
        return option(name).flatMap(Clause.Option::value);
    }

    /** The values of all that the owner takes, but for those that are at fault or must be written and are not. */
    Arguments arguments() {
        var arguments = Arguments.NONE;
        for (var parameter : takes) {
            var written = value(parameter.name());
            var value = quantities.argument(parameter, written, parameter.name());
            if (parameter.isFlag()) {
                arguments = arguments.with(parameter, has(parameter.name()) ? 1 : 0);
            } else if (value.isEmpty()) {
                whole &= written.isEmpty();
            } else if (parameter.kind() == Parameter.Kind.SEED) {
                arguments = arguments.withSeed(OptionalLong.of((long) value.getAsDouble()));
            } else {
                arguments = arguments.with(parameter, value.getAsDouble());
            }
        }
        return arguments;
    }

    /** Whether no value that is written is at fault, once the arguments were asked for. */
    boolean isWhole() {
        return whole;
    }
}
