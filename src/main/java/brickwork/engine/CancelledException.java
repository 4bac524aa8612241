package brickwork.engine;

/** A computation was ended before its end; see {@link Cancellation}. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Cancellation.Reason reason;

    public CancelledException(Cancellation.Reason reason) {
        super("cancelled: " + reason.text());
        this.reason = reason;
    }

    public Cancellation.Reason reason() {
        return reason;
    }
}
