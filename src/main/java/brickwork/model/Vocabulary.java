package brickwork.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The words that name things of one kind.
 *
 * @param kind        as messages name it
 * @param definitions in the order in which pages and messages list them
 */
public record Vocabulary<T>(String kind, List<Definition<T>> definitions) {

    public Vocabulary {
        definitions = List.copyOf(definitions);
    }

    /** What the language says of a word; empty where it has no such word of this kind. */
    public Optional<Definition<T>> find(String word) {
        return definitions.stream().filter(definition -> definition.word().equals(word)).findFirst();
    }

    public List<String> words() {
        return definitions.stream().map(Definition::word).toList();
    }

    /** The words of those things that something is true of, each taken as it is where nothing more is written. */
    public List<String> words(Predicate<? super T> which) {
        return definitions.stream().filter(definition -> which.test(definition.example())).map(Definition::word).toList();
    }

    /** All it takes, each name once, in the order of first use. */
    public Stream<Parameter> parameters() {
        return definitions.stream().flatMap(definition -> definition.parameters().stream());
    }
}
