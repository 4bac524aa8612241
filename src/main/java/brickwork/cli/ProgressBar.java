package brickwork.cli;

import java.util.Locale;

/** A line on a terminal that is drawn over itself while a training runs, at most every {@code PERIOD} epochs' worth of time. */
final class ProgressBar {

    private static final int WIDTH = 24;
    private static final long PERIOD_NANOS = 80_000_000;

    private final Console console;
    private final int epochs;
    private long lastDrawn;
    private boolean drawn;

    ProgressBar(Console console, int epochs) {
        this.console = console;
        this.epochs = epochs;
        this.lastDrawn = System.nanoTime();
    }

    /** Shows that {@code done} epochs are over; {@code accuracy} may be NaN where there are no classes. */
    void update(int done, double loss, double accuracy) {
        var now = System.nanoTime();
        if (!console.terminal() || now - lastDrawn < PERIOD_NANOS) {
            return;
        }
        lastDrawn = now;
        drawn = true;
        var filled = (int) ((long) WIDTH * done / epochs);
        var line = new StringBuilder("\r").append("█".repeat(filled)).append("░".repeat(WIDTH - filled))
                .append(String.format(Locale.ROOT, "  epoch %,d of %,d  loss %.6g", done, epochs, loss));
        if (!Double.isNaN(accuracy)) {
            line.append(String.format(Locale.ROOT, "  accuracy %.1f%%", 100 * accuracy));
        }
        console.err().print(line.append("\u001b[K"));
        console.err().flush();
    }

    /** Wipes the bar away. */
    void close() {
        if (drawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
