package brickwork.syntax;

/** Gives up a statement whose fault is told already. Never leaves the tree builder. */
final class BrokenStatement extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenStatement() {
        super(null, null, false, false);
    }
}
