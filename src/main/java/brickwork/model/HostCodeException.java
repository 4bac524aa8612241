package brickwork.model;

import brickwork.source.BrickworkException;
import java.io.Serial;

/**
 * A function or a source of the host program threw. The message names it and what it was asked; the cause is what it threw. What an
 * observer throws is not wrapped: it ends the training and reaches the caller as it is.
 */
public final class HostCodeException extends BrickworkException {

    @Serial
    private static final long serialVersionUID = 2L;

    /**
     * @param what  kind and name: {@code activation `swish`}
     * @param call  what was asked: {@code value(0.5)}
     * @param cause what it threw
     */
    public HostCodeException(String what, String call, RuntimeException cause) {
        super("the " + what + " of the host program failed: " + call + " threw " + cause, cause);
    }
}
