package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.FunctionRegistry;
import brickwork.model.Language;
import brickwork.source.Code;
import brickwork.source.Listing;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import java.util.Optional;
import java.util.stream.Stream;

/** What the word after a number of units names, with the number behind it. */
record ActivationRules(FunctionRegistry host, NumberRules quantities, DiagnosticCollector faults) {

    Optional<Activation> activation(Word word, Optional<Expression> number) {
        var definition = Language.ACTIVATIONS.find(word.text());
        if (definition.isPresent()) {
            return quantities.named(definition.get(), number, n -> takesNone(word, n));
        }
        return host.activation(word.text()).isPresent() ? ofHost(word, number) : unknown(word, number);
    }

    private Optional<Activation> unknown(Word word, Optional<Expression> number) {
        var known = Stream.concat(Language.ACTIVATIONS.words().stream(), host.activations().stream()).toList();
        faults.unknown(Code.NN016, word, Language.ACTIVATIONS.kind(), known);
        number.ifPresent(quantities::number);
        return Optional.empty();
    }

    private Optional<Activation> ofHost(Word word, Optional<Expression> number) {
        var family = host.activation(word.text()).orElseThrow();
        if (family.standard().isEmpty()) {
            number.ifPresent(n -> takesNone(word, n));
            return Optional.of(new Activation.Host(word.text(), family.standard(), family.function(family.standard())));
        }
        return quantities.argument(family, number, word)
                .map(argument -> new Activation.Host(word.text(), argument, family.function(argument)));
    }

    private void takesNone(Word word, Expression number) {
        var takers = Language.ACTIVATIONS.words(activation -> !activation.arguments().values().isEmpty());
        faults.add(Code.NN017, number.span(), word.text() + " takes no number")
                .help("only " + Listing.and(takers) + " take one; options stand by their name, such as `dropout 0.2`");
    }
}
