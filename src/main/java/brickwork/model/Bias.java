package brickwork.model;

import java.util.Optional;

/** The bias of a layer: none, or OUT values that start by a scheme and are trained unless {@code fixed}. */
public sealed interface Bias {

    record None() implements Bias {}

    record Present(Initialization initialization, boolean fixed) implements Bias {}

    /** A trained bias that starts at zero. */
    static Bias zeros() {
        return new Present(new Initialization.Zeros(), false);
    }

    default Optional<Present> present() {
        return switch (this) {
            case None _ -> Optional.empty();
            case Present present -> Optional.of(present);
        };
    }
}
