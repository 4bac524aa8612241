package brickwork.source;

import java.io.Serial;

/**
 * What went wrong with a text, data, a file, a computation or code of the host program, and not by a mistake of the caller's: the root of
 * every exception that is thrown on purpose, beside IllegalArgumentException, IllegalStateException and NullPointerException, which tell a
 * caller of a mistake in the calling program.
 *
 * <p>Unchecked, since a host seldom has a cure at the place of the call: it reports at the edge of a request or a job, where one catch of
 * this type sees all, and the type says whose fault it is. Calls may so stand in lambdas, streams and tasks as they are.
 */
public abstract class BrickworkException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** {@code cause} may be null. */
    protected BrickworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
