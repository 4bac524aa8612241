package brickwork;

import brickwork.StepBenchmark.Workload;
import brickwork.kernel.ProductBenchmark;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Prints the table of speed of {@code performance.md}: each workload in one thread, f32, SIMD kernels in steady state, and the peers on the
 * same machine. They take turns, and the quickest turn of each counts: what else a machine does makes a turn slower and never quicker.
 * Arguments choose rows by their first word; without any, all are measured, which takes some seven minutes.
 */
public final class SpeedTable {

    private static final int SECONDS = 4;
    private static final int TURNS = 3;
    private static final int SQUARE = 960;

    /** A row of times. */
    private enum Row {
        XOR("step", "xor, 2-3-2, batch 4", 1),
        XOR50("step", "xor50, 2-50-2, batch 4", 1),
        MOONS32("step", "moons32, 2-25-50-50-25-1, batch 32", 1),
        MOONS("step", "moons, the same, batch 900", 1),
        DIGITS("step", "digits, 784-50-10, batch 100", 1),
        WIDE("step", "wide, 784-1024-1024-10, batch 256", 1),
        WIDE2("step", "wide, two threads", 2),
        PREDICT("predict", "prediction, 784-50-10, one row", 1);

        private final String kind;
        private final String title;
        private final int threads;

        Row(String kind, String title, int threads) {
            this.kind = kind;
            this.title = title;
            this.threads = threads;
        }

        /** The network, by the name that both sides know. */
        private String network() {
            return switch (this) {
                case WIDE2 -> WIDE.word();
                case PREDICT -> DIGITS.word();
                default -> word();
            };
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private double ours() {
            return kind.equals("predict")
                    ? Measure.time("brickwork.PredictBenchmark", "predict", Map.of("shape", "DIGITS"), SECONDS)
                    : Measure.time(StepBenchmark.class.getName(), "step",
                            Map.of("workload", Workload.valueOf(network().toUpperCase(Locale.ROOT)).name(), "threads",
                                    Integer.toString(threads)),
                            SECONDS);
        }
    }

    private final Peers peers = Peers.find();

    private SpeedTable() {}

    public static void main(String[] rows) {
        new SpeedTable()
                .print(Arrays.stream(rows).flatMap(word -> Arrays.stream(word.split(","))).filter(word -> !word.isBlank()).toList());
    }

    private void print(List<String> wanted) {
        System.out.println(Measure.machine() + "; " + peers.text() + "\n");
        var rows = Arrays.stream(Row.values()).filter(row -> wanted.isEmpty() || wanted.contains(row.word())).toList();
        if (!rows.isEmpty()) {
            System.out.println("| microseconds | Brickwork | NumPy | PyTorch | fastest peer / Brickwork |");
            System.out.println("| --- | --- | --- | --- | --- |");
            rows.forEach(this::print);
            System.out.println();
        }
        if (wanted.isEmpty() || wanted.contains("product")) {
            printProduct();
        }
    }

    private void print(Row row) {
        var ours = Double.MAX_VALUE;
        var theirs = new HashMap<String, Double>();
        for (var turn = 0; turn < TURNS; turn++) {
            ours = Math.min(ours, row.ours());
            peers.time(row.kind, row.network(), row.threads).forEach((peer, time) -> theirs.merge(peer, time, Math::min));
        }
        var fastest = theirs.values().stream().mapToDouble(time -> time).min();
        System.out.println("| " + row.title + " | " + number(ours) + " | " + cell(theirs, "numpy") + " | " + cell(theirs, "torch") + " | "
                + (fastest.isPresent() ? times(fastest.getAsDouble() / ours) : "–") + " |");
    }

    private void printProduct() {
        var work = 2e-3 * SQUARE * SQUARE * SQUARE;
        var peak = 0.0;
        var ours = 0.0;
        var theirs = OptionalDouble.empty();
        for (var turn = 0; turn < TURNS; turn++) {
            peak = Math.max(peak, Measure.counter(ProductBenchmark.class.getName(), "peak", Map.of(), SECONDS));
            ours = Math.max(ours,
                    Measure.counter(ProductBenchmark.class.getName(), "product", Map.of("product", "SQUARE_" + SQUARE), SECONDS));
            var time = peers.time("product", Integer.toString(SQUARE), 1).get("numpy");
            theirs = time == null ? theirs : OptionalDouble.of(Math.max(theirs.orElse(0), work / time));
        }
        System.out.println("| GFLOP/s, one core | | share of the peak |");
        System.out.println("| --- | --- | --- |");
        System.out.println("| fma in registers: the peak | " + number(peak) + " | 100% |");
        speed("Brickwork", OptionalDouble.of(ours), peak);
        speed("NumPy (OpenBLAS)", theirs, peak);
    }

    private static void speed(String who, OptionalDouble speed, double peak) {
        System.out.println("| product 960 × 960 × 960, " + who + " | " + (speed.isEmpty() ? "–" : number(speed.getAsDouble())) + " | "
                + (speed.isEmpty() ? "–" : String.format(Locale.ROOT, "%.0f%%", 100 * speed.getAsDouble() / peak)) + " |");
    }

    private static String cell(Map<String, Double> times, String peer) {
        return times.containsKey(peer) ? number(times.get(peer)) : "–";
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f×" : "%.0f×", ratio);
    }

    /** Three significant digits or all of a whole number. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
