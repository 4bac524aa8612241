package brickwork.check;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the parts of a statement that may be left out, and remembers whether one that stands there is at fault. */
final class WrittenParts {

    private boolean whole = true;

    /** What a part says; empty where it is left out or at fault. */
    <E, T> Optional<T> read(Optional<E> written, Function<E, Optional<T>> reader) {
        var value = written.flatMap(reader);
        whole &= written.isEmpty() || value.isPresent();
        return value;
    }

    <E> OptionalDouble number(Optional<E> written, Function<E, OptionalDouble> reader) {
        return read(written, w -> reader.apply(w).stream().boxed().findFirst()).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    <E> OptionalInt count(Optional<E> written, Function<E, OptionalInt> reader) {
        return read(written, w -> reader.apply(w).stream().boxed().findFirst()).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Whether no part that stands there is at fault. */
    boolean areWhole() {
        return whole;
    }
}
