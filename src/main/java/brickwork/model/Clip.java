package brickwork.model;

import java.util.List;

/** What is done to gradients, penalties included, before the update. */
public sealed interface Clip extends Named {

    /** The number behind its word. */
    Parameter BOUND = Parameter.needed("bound", "C", Bound.POSITIVE, 1);

    double bound();

    @Override
    default Arguments arguments() {
        return Arguments.of(BOUND, bound());
    }

    @Override
    default String word() {
        return switch (this) {
            case Norm _ -> "norm";
            case Value _ -> "value";
        };
    }

    /** Where the L2 norm of all gradients together exceeds the bound, each is multiplied by bound/norm. */
    record Norm(double bound) implements Clip {
        public Norm {
            BOUND.require("clip norm", bound);
        }
    }

    /** Each entry is cut to [-bound, bound]. */
    record Value(double bound) implements Clip {
        public Value {
            BOUND.require("clip value", bound);
        }
    }

    /** The ways of clipping the language has. */
    static Vocabulary<Clip> vocabulary() {
        return new Vocabulary<>("clipping", List.of(Definition.of(BOUND, Norm::new), Definition.of(BOUND, Value::new)));
    }
}
