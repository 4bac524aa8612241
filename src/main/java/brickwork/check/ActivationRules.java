package brickwork.check;

import brickwork.check.NumberRules.Bound;
import brickwork.model.Activation;
import brickwork.model.FunctionRegistry;
import brickwork.source.Code;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Which activations there are, and which of them take a number. */
final class ActivationRules {

    static final List<String> WORDS = List.of("linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus",
            "softmax");

    private final FunctionRegistry host;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;

    ActivationRules(FunctionRegistry host, NumberRules quantities, DiagnosticCollector faults) {
        this.host = host;
        this.quantities = quantities;
        this.faults = faults;
    }

    Optional<Activation> activation(Word word, Optional<Expression> number) {
        return switch (word.text()) {
            case "leaky_relu" -> parameter(number, Activation.LeakyRelu.DEFAULT_SLOPE, "the slope of leaky_relu").stream()
                    .<Activation>mapToObj(Activation.LeakyRelu::new).findFirst();
            case "elu" -> parameter(number, Activation.Elu.DEFAULT_ALPHA, "the alpha of elu").stream()
                    .<Activation>mapToObj(Activation.Elu::new).findFirst();
            case "linear" -> plain(word, number, new Activation.Linear());
            case "sigmoid" -> plain(word, number, new Activation.Sigmoid());
            case "tanh" -> plain(word, number, new Activation.Tanh());
            case "relu" -> plain(word, number, new Activation.Relu());
            case "selu" -> plain(word, number, new Activation.Selu());
            case "gelu" -> plain(word, number, new Activation.Gelu());
            case "silu" -> plain(word, number, new Activation.Silu());
            case "softplus" -> plain(word, number, new Activation.Softplus());
            case "softmax" -> plain(word, number, new Activation.Softmax());
            case String _ -> host.activation(word.text()).isPresent() ? ofHost(word, number) : unknown(word, number);
        };
    }

    private Optional<Activation> unknown(Word word, Optional<Expression> number) {
        faults.unknown(Code.NN016, word, "activation", Stream.concat(WORDS.stream(), host.activations().stream()).toList());
        number.ifPresent(quantities::number);
        return Optional.empty();
    }

    private Optional<Activation> ofHost(Word word, Optional<Expression> number) {
        var family = host.activation(word.text()).orElseThrow();
        if (family.standard().isEmpty()) {
            return plain(word, number, new Activation.Host(word.text(), family.standard(), family.function(family.standard())));
        }
        return quantities.argument(family, number, word)
                .map(argument -> new Activation.Host(word.text(), argument, family.function(argument)));
    }

    private OptionalDouble parameter(Optional<Expression> number, double standard, String what) {
        return quantities.number(number, standard, what, Bound.ANY);
    }

    private Optional<Activation> plain(Word word, Optional<Expression> number, Activation activation) {
        number.ifPresent(n -> faults.add(Code.NN017, n.span(), word.text() + " takes no number")
                .help("only leaky_relu and elu take one; options stand by their name, such as `dropout 0.2`"));
        return Optional.of(activation);
    }
}
