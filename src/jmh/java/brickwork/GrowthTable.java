package brickwork;

import brickwork.kernel.ProductBenchmark;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how the cost of a training step grows with width, depth and batch, the other two held: a table each, f32, one thread, SIMD kernels
 * in steady state. Arguments choose tables: {@code width depth batch}; without any, all are measured, which takes some two minutes.
 */
public final class GrowthTable {

    private static final int SECONDS = 3;

    /** What a table varies, over which values. */
    private enum Axis {
        WIDTH(16, 64, 256, 1024, 4096),
        DEPTH(1, 4, 16, 64),
        BATCH(1, 16, 256, 4096);

        private final int[] values;

        Axis(int... values) {
            this.values = values;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is held: large enough for the kernels to show what they can, small enough for the caches. */
    private static final Map<Axis, Integer> HELD = Map.of(Axis.WIDTH, 256, Axis.DEPTH, 4, Axis.BATCH, 64);

    private GrowthTable() {}

    public static void main(String[] axes) {
        var wanted = Arrays.stream(axes).flatMap(word -> Arrays.stream(word.split(","))).filter(word -> !word.isBlank()).toList();
        var peak = Measure.counter(ProductBenchmark.class.getName(), "peak", Map.of(), SECONDS);
        System.out.println(Measure.machine() + "; fma in registers makes " + SpeedTable.number(peak) + " GFLOP/s on one core\n");
        for (var axis : Axis.values()) {
            if (wanted.isEmpty() || wanted.contains(axis.word())) {
                print(axis, peak);
            }
        }
    }

    private static void print(Axis axis, double peak) {
        var held = Arrays.stream(Axis.values()).filter(other -> other != axis).map(other -> other.word() + " " + HELD.get(other)).toList();
        System.out.println("| " + axis.word() + " (" + String.join(", ", held)
                + ") | microseconds a step | microseconds a sample and layer | GFLOP/s | share of the peak |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (var value : axis.values) {
            row(axis, value, peak);
        }
        System.out.println();
    }

    private static void row(Axis axis, int value, double peak) {
        var depth = at(Axis.DEPTH, axis, value);
        var batch = at(Axis.BATCH, axis, value);
        var steps = Measure.result(GrowthBenchmark.class.getName(), "step",
                Map.of("size", at(Axis.WIDTH, axis, value) + "x" + depth + "x" + batch), SECONDS);
        var micros = 1e6 / Measure.median(steps.getPrimaryResult());
        var speed = Measure.counter(steps) / 1e9;
        var shared = (long) depth * batch;
        System.out.println("| " + String.format(Locale.ROOT, "%,d", value) + " | " + SpeedTable.number(micros) + " | "
                + SpeedTable.number(micros / shared) + " | " + SpeedTable.number(speed) + " | "
                + String.format(Locale.ROOT, "%.0f%%", 100 * speed / peak) + " |");
    }

    private static int at(Axis axis, Axis varied, int value) {
        return axis == varied ? value : HELD.get(axis);
    }
}
