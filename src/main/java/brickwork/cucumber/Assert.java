package brickwork.cucumber;

import java.util.function.Supplier;

/** Ends a scenario where a statement does not hold. */
final class Assert {

    private Assert() {}

    static void that(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
