package brickwork.syntax;

import brickwork.model.Language;
import brickwork.syntax.antlr.NnParser;
import java.util.Optional;

/** Where a word of the language belongs that begins no statement. */
final class MisplacedWords {

    private MisplacedWords() {}

    static boolean isActivation(SpecToken word) {
        return word.isReserved() && Language.ACTIVATIONS.find(word.text()).isPresent();
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
        if (Language.OPTIMIZERS.find(word.text()).isPresent()) {
            return Optional.of("optimizer " + word.text() + " rate 0.01");
        }
        if (Language.LOSSES.find(word.text()).isPresent()) {
            return Optional.of("loss " + word.text());
        }
        if (Language.PENALTIES.find(word.text()).isPresent()) {
            return Optional.of("loss mse + " + word.text() + " 0.01");
        }
        var metric = Language.METRICS.find(word.text());
        if (metric.isPresent() && word.type() == NnParser.RESERVED) {
            return Optional.of("expect " + word.text() + (metric.get().example().higherIsBetter() ? " > 95%" : " < 0.1"));
        }
        return switch (word.type()) {
            case NnParser.OUTPUT -> Optional.of("expect output for [0 1] = [1] within 0.1");
            case NnParser.OPTION -> Language.OPTIMIZERS.parameters().filter(option -> option.name().equals(word.text())).findFirst()
                    .map(option -> "optimizer sgd rate 0.01" + (word.text().equals("rate") ? "" : " " + word.text() + " 0.9"));
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
