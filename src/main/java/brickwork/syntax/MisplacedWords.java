package brickwork.syntax;

import brickwork.syntax.antlr.NnParser;
import java.util.Optional;
import java.util.Set;

/** Where a word of the language belongs that begins no statement. */
final class MisplacedWords {

    private static final Set<String> ACTIVATIONS = Set.of("linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu",
            "softplus", "softmax");

    private static final Set<String> OPTIMIZERS = Set.of("sgd", "adam", "adamw", "rmsprop", "adagrad");

    private static final Set<String> LOSSES = Set.of("mse", "sse", "mae", "huber", "bce", "cross_entropy", "l1", "l2");

    private MisplacedWords() {}

    static boolean isActivation(SpecToken word) {
        return word.isReserved() && ACTIVATIONS.contains(word.text());
    }

    /** The statement it stands in, as an example. */
    static Optional<String> of(SpecToken word) {
        var example = example(word);
        return example.map(e -> GrammarNames.found(word) + " stands in the statement it is about, such as `" + e + "`");
    }

    private static Optional<String> example(SpecToken word) {
        if (isActivation(word)) {
            return Optional.of("layer 2 -> 3 " + word.text());
        }
        if (word.isReserved() && OPTIMIZERS.contains(word.text())) {
            return Optional.of("optimizer " + word.text() + " rate 0.01");
        }
        if (word.isReserved() && LOSSES.contains(word.text())) {
            return Optional.of(word.text().matches("l[12]") ? "loss mse + " + word.text() + " 0.01" : "loss " + word.text());
        }
        return switch (word.type()) {
            case NnParser.DROPOUT, NnParser.INIT, NnParser.BIAS, NnParser.AS ->
                    GrammarNames.example(word.type()).map(option -> "layer 2 -> 3 sigmoid " + option);
            case NnParser.FROZEN -> Optional.of("layer 2 -> 3 sigmoid frozen");
            case NnParser.WARMUP, NnParser.DECAY, NnParser.PLATEAU ->
                    GrammarNames.example(word.type()).map(schedule -> "optimizer sgd rate 0.1 " + schedule);
            case NnParser.BATCH -> Optional.of("train 100 epochs batch 32");
            case NnParser.EPOCHS -> Optional.of("train 100 epochs");
            case NnParser.VALIDATION -> Optional.of("split test 20% validation 10%");
            default -> Optional.empty();
        };
    }
}
