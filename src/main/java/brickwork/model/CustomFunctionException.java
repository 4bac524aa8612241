package brickwork.model;

/** A function of the host program threw; the message names the function and what it was given, the cause is what it threw. */
public final class CustomFunctionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CustomFunctionException(String function, String call, RuntimeException cause) {
        super("the " + function + " of the host program failed: " + call + " threw " + cause, cause);
    }
}
