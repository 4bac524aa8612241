package brickwork.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Work on channels, which an interrupt of their thread closes: it is done to its end, and the thread is interrupted still. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** Work that may be begun anew. */
    interface Work<T> {
        T done() throws IOException;
    }

    static <T> T run(Work<T> work) throws IOException {
        var interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.done();
                } catch (ClosedByInterruptException _) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
