package brickwork.model;

/** What is done to gradients, penalties included, before the update. */
public sealed interface Clip {

    double bound();

    /** Where the L2 norm of all gradients together exceeds the bound, each is multiplied by bound/norm. */
    record Norm(double bound) implements Clip {
        public Norm {
            Numbers.positive("the bound of clip norm", bound);
        }
    }

    /** Each entry is cut to [-bound, bound]. */
    record Value(double bound) implements Clip {
        public Value {
            Numbers.positive("the bound of clip value", bound);
        }
    }
}
