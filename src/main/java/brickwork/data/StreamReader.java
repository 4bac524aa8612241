package brickwork.data;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/**
 * One reading of a stream. It numbers the rows, refuses numbers that are not finite, classes that there are not and a number of rows that
 * is not the one counted before, and turns what the source throws into a {@link BrokenStreamException}.
 */
final class StreamReader implements AutoCloseable {

    /** For a stream that was not counted yet. */
    static final long UNCOUNTED = -1;

    final double[] inputs;
    final double[] targets;
    private final long rows;
    private final int classes;
    private final Runnable check;
    private final SampleStream.Cursor cursor;
    private long row = -1;

    /**
     * Goes to the beginning.
     *
     * @param rows  how many there are, or {@link #UNCOUNTED}
     * @param check is run before every row and throws where reading is to end
     */
    StreamReader(SampleStream stream, long rows, Runnable check) {
        this.inputs = new double[stream.inputs()];
        this.targets = new double[stream.targets()];
        this.rows = rows;
        this.classes = stream.classNames().size();
        this.check = check;
        check.run();
        this.cursor = open(stream);
    }

    private SampleStream.Cursor open(SampleStream stream) {
        try {
            return stream.open();
        } catch (Exception e) {
            throw failed(e);
        }
    }

    /** Reads the next row into {@link #inputs} and {@link #targets}; false where there is none. */
    boolean next() {
        check.run();
        if (!read(inputs, targets)) {
            if (row + 1 < rows) {
                throw BrokenStreamException.at(row + 1, "the source ended after " + (row + 1) + " rows, but gave " + rows
                        + " when they were counted", "give the same rows whenever the stream is opened");
            }
            return false;
        }
        row++;
        requireFinite("input", inputs);
        requireFinite("target", targets);
        if (classes > 0 && !(targets[0] >= 0 && targets[0] < classes && targets[0] == Math.rint(targets[0]))) {
            throw BrokenStreamException.at(row, targets[0] + " is no class", "give a whole number from 0 to " + (classes - 1));
        }
        if (row + 1 == rows && read(new double[inputs.length], new double[targets.length])) {
            throw BrokenStreamException.at(row + 1,
                    "the source goes on after " + rows + " rows, which is all it gave when they were counted",
                    "give the same rows whenever the stream is opened");
        }
        return true;
    }

    /** The number of the row read last, from 0. */
    long row() {
        return row;
    }

    private boolean read(double[] into, double[] intoTargets) {
        try {
            return cursor.next(into, intoTargets);
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private void requireFinite(String what, double[] numbers) {
        for (var column = 0; column < numbers.length; column++) {
            if (!Double.isFinite(numbers[column])) {
                throw BrokenStreamException.at(row, what + " " + (column + 1) + ": " + numbers[column] + " is not a finite number",
                        "give a finite number, or leave the row out");
            }
        }
    }

    /** A source that fails because its thread was interrupted is no broken one, nor is one that a host closes to cancel. */
    private BrokenStreamException failed(Exception e) {
        if (isInterruption(e)) {
            Thread.currentThread().interrupt();
        }
        check.run();
        return BrokenStreamException.failed(row + 1, e);
    }

    private static boolean isInterruption(Exception e) {
        var depth = 0;
        for (Throwable cause = e; cause != null && depth < 100; cause = cause.getCause(), depth++) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException
                    || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            cursor.close();
        } catch (Exception e) {
            throw failed(e);
        }
    }
}
