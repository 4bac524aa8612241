package brickwork.engine;

import brickwork.source.BrickworkException;
import java.io.Serial;

/** A computation was ended before its end; see {@link Cancellation}. */
public final class CancelledException extends BrickworkException {

    @Serial
    private static final long serialVersionUID = 2;

    private final Cancellation.Reason reason;

    public CancelledException(Cancellation.Reason reason) {
        super("cancelled: " + reason.text(), null);
        this.reason = reason;
    }

    public Cancellation.Reason reason() {
        return reason;
    }
}
