package brickwork.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers along one side of a frame, evenly or by their logarithm.
 *
 * @param low  the number at {@code from}
 * @param high the number at {@code to}, above {@code low}
 * @param log  by powers of ten; both numbers are above 0 then
 * @param from where it begins, in pixels
 * @param to   where it ends
 */
record Axis(double low, double high, boolean log, double from, double to) {

    /** Over the finite ones of these numbers; a range of one number is widened. */
    static Axis over(double low, double high, boolean log, double from, double to) {
        if (!(low <= high)) { // there are no numbers
            return new Axis(log ? 0.1 : 0, 1, log, from, to);
        }
        if (log) {
            return new Axis(Math.max(low / 1.15, Double.MIN_NORMAL), Math.min(high * 1.15, Double.MAX_VALUE), true, from, to);
        }
        var spare = low == high ? Math.max(Math.abs(low) * 0.1, 1e-9) : (high - low) * 0.04;
        return Double.isFinite(spare) ? new Axis(low - spare, high + spare, false, from, to) : new Axis(low, high, false, from, to);
    }

    /** Where a number stands, in pixels. */
    double at(double value) {
        return from + share(value) * (to - from);
    }

    private double share(double value) {
        return log ? (StrictMath.log10(value) - StrictMath.log10(low)) / (StrictMath.log10(high) - StrictMath.log10(low))
                : (value / 2 - low / 2) / (high / 2 - low / 2); // halves: the difference of large numbers may be beyond what a double holds
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** Round numbers on it, about so many. */
    List<Double> ticks(int about) {
        return log ? powers(about) : even(about);
    }

    private List<Double> even(int about) {
        var step = StrictMath.pow(10, Math.floor(StrictMath.log10((high / 2 - low / 2) / about * 2)));
        for (var factor : new double[] {2, 2.5, 2}) {
            if ((high / 2 - low / 2) / step * 2 <= about) {
                break;
            }
            step *= factor;
        }
        var ticks = new ArrayList<Double>();
        for (var i = Math.ceil(low / step); i * step <= high && ticks.size() < 2 * about + 2; i++) {
            ticks.add(i * step == 0 ? 0.0 : i * step);
        }
        return ticks;
    }

    private List<Double> powers(int about) {
        var first = (int) Math.ceil(StrictMath.log10(low) - 1e-12);
        var last = (int) Math.floor(StrictMath.log10(high) + 1e-12);
        var ticks = new ArrayList<Double>();
        if (last - first < 1) {
            for (var power = first - 1; power <= last; power++) {
                for (var digit : new int[] {1, 2, 5}) {
                    add(ticks, decimal(digit, power));
                }
            }
            return ticks.size() >= 2 ? ticks : even(about);
        }
        var stride = Math.max(1, (last - first + about) / about);
        for (var power = first; power <= last; power += stride) {
            add(ticks, decimal(1, power));
        }
        return ticks;
    }

    private void add(List<Double> ticks, double value) {
        if (holds(value)) {
            ticks.add(value);
        }
    }

    private static double decimal(int digit, int power) {
        return Double.parseDouble(digit + "e" + power);
    }

    /** A number as an axis shows it: at most four digits that count. */
    static String label(double value) {
        var magnitude = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (magnitude >= 1e6 || magnitude < 1e-3) {
            return trimmed(String.format(Locale.ROOT, "%.3e", value)).replace("e+0", "e").replace("e-0", "e-").replace("e+", "e");
        }
        var decimals = Math.clamp(3 - (long) Math.floor(StrictMath.log10(magnitude) + 1e-9), 0, 6);
        var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals == 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    private static String trimmed(String scientific) {
        return scientific.replaceAll("\\.?0+e", "e");
    }
}
