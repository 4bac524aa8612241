package brickwork.check;

import brickwork.check.NumberRules.Bound;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The named options of an optimizer or a data source: each known, each at most once, each with a number unless it is a flag. */
final class OptionList {

    private final NumberRules quantities;
    private final DiagnosticCollector faults;
    private final Map<String, Clause.Option> given = new HashMap<>();
    private boolean faulty;

    /**
     * Reads the options that {@code owner} takes.
     *
     * @param homes which owner takes an option that this one does not, for the help
     */
    OptionList(Word owner, List<Clause.Option> options, Set<String> numbers, Set<String> flags, Map<String, String> homes,
            NumberRules quantities, DiagnosticCollector faults) {
        this.quantities = quantities;
        this.faults = faults;
        for (var option : options) {
            var name = option.name().text();
            if (!numbers.contains(name) && !flags.contains(name)) {
                unknown(owner, option, union(numbers, flags), homes);
                continue;
            }
            var first = given.putIfAbsent(name, option);
            if (first != null) {
                faults.add(Code.NN020, option.name().span(), "`" + option.name().text() + "` stands twice")
                        .note("it stands here first", first.name().span());
                option.value().ifPresent(quantities::number);
            } else if (numbers.contains(name) && option.value().isEmpty()) {
                faulty = true;
                faults.add(Code.NN051, option.name().span(), "`" + name + "` needs a number");
            } else if (flags.contains(name) && option.value().isPresent()) {
                faults.add(Code.NN051, option.value().get().span(), "`" + name + "` takes no number");
            }
        }
    }

    private static Set<String> union(Set<String> numbers, Set<String> flags) {
        var all = new HashSet<>(numbers);
        all.addAll(flags);
        return all;
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

    OptionalDouble number(String name, double standard, Bound bound) {
        return quantities.number(value(name), standard, name, bound);
    }

    OptionalInt count(String name, int standard, int limit) {
        return value(name).map(v -> quantities.count(v, "the number of " + name, limit)).orElse(OptionalInt.of(standard));
    }

    /** A seed of its own; the outer answer is empty where it is at fault. */
    Optional<OptionalLong> seed() {
        var value = value("seed");
        if (value.isEmpty()) {
            return Optional.of(OptionalLong.empty());
        }
        var seed = quantities.seed(value.get());
        return seed.isPresent() ? Optional.of(seed) : Optional.empty();
    }
}
