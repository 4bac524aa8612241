package brickwork.data;

import brickwork.source.BrickworkException;
import java.io.Serial;
import java.util.OptionalLong;

/**
 * A {@link SampleStream} does not give what it should: it fails, ends too early, goes on too long, or holds what nothing can be learned
 * from. The message names the row, counted from 1, the fault and the cure. Nothing else is thrown for what a source does.
 */
public final class BrokenStreamException extends BrickworkException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final long NO_ROW = -1;
    private static final int LONGEST = 500;

    private final long row;
    private final String fault;
    private final String cure;

    private BrokenStreamException(long row, String fault, String cure, Throwable cause) {
        super((row == NO_ROW ? "the stream of samples: " : "row " + (row + 1) + " of the stream: ") + fault + "; " + cure, cause);
        this.row = row;
        this.fault = fault;
        this.cure = cure;
    }

    static BrokenStreamException of(String fault, String cure) {
        return new BrokenStreamException(NO_ROW, DataFault.oneLine(fault), DataFault.oneLine(cure), null);
    }

    static BrokenStreamException at(long row, String fault, String cure) {
        return new BrokenStreamException(row, DataFault.oneLine(fault), cure, null);
    }

    static BrokenStreamException empty() {
        return of("it has no rows", "give it one at least");
    }

    /** What the source threw at a row. */
    static BrokenStreamException failed(long row, Exception cause) {
        var said = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        var fault = DataFault.oneLine("the source failed: " + cause.getClass().getSimpleName() + said);
        return new BrokenStreamException(row, fault.length() <= LONGEST ? fault : fault.substring(0, LONGEST) + "…",
                "mend the source; a training with a run folder then goes on where it was", cause);
    }

    /** The row that was read or would have been next, from 0; empty where it is not about one. */
    public OptionalLong row() {
        return row == NO_ROW ? OptionalLong.empty() : OptionalLong.of(row);
    }

    /** What is wrong, without the row. */
    public String fault() {
        return fault;
    }

    /** What to do about it. */
    public String cure() {
        return cure;
    }
}
