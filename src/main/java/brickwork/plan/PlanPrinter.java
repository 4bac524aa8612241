package brickwork.plan;

import brickwork.model.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints plans: every step with shapes, buffers, multiply-adds and order of sums, then what it all needs. */
public final class PlanPrinter {

    private static final int TEXT_COLUMN = 4;

    private final ExecutionPlan plan;
    private final StringBuilder out = new StringBuilder();
    private int number;

    private PlanPrinter(ExecutionPlan plan) {
        this.plan = plan;
    }

    /** The whole plan as text, each line ended. */
    public static String print(ExecutionPlan plan) {
        return new PlanPrinter(plan).text();
    }

    /** One line a step, as {@link #print} shows them, without number. */
    public static List<String> steps(ExecutionPlan plan) {
        return plan.steps().stream().map(step -> StepText.line(step, plan)).toList();
    }

    private String text() {
        var network = plan.network();
        var lanes = ReductionOrder.lanes(network.precision());
        line("plan for batches of up to %,d, %s, sums in %d virtual lanes where they are not chains", plan.batch(),
                network.precision().word(), lanes);
        tensors();
        section("batch", List.of(plan.gather()));
        plan.layers().forEach(layer -> section("layer " + layer.layer().number() + ", forward", layer.forward()));
        section("loss", plan.loss().forward());
        section("loss, backward", plan.loss().backward());
        plan.layers().reversed().forEach(layer -> section("layer " + layer.layer().number() + ", backward", layer.backward()));
        section("penalty, backward", plan.loss().penaltyBackward().stream().toList());
        section("update", plan.update());
        totals();
        return out.toString();
    }

    private void tensors() {
        line("");
        line("parameters: %,d, of which %,d are trained", plan.network().parameters(), plan.trained());
        for (var slot : plan.slots()) {
            line("    %-28s %,12d values%s", slot, slot.elements(), switch (slot.tensor().role()) {
                case TRAINED -> "";
                case FIXED -> ", kept";
                case STATE -> ", following the batches";
            });
        }
    }

    private void section(String title, List<? extends Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        line("");
        line("%s", title);
        for (var step : steps) {
            number++;
            line("%" + TEXT_COLUMN + "d  %s", number, StepText.line(step, plan));
        }
    }

    private void totals() {
        var memory = plan.memory();
        var size = plan.network().precision() == Precision.F32 ? Float.BYTES : Double.BYTES;
        line("");
        line("buffers");
        for (var buffer : plan.buffers()) {
            line("    %-28s %s", buffer, bytes(buffer.elements() * size));
        }
        line("");
        line("a step over a full batch: %,d multiply-adds in products", plan.multiplyAdds());
        var parts = new ArrayList<String>();
        parts.add("parameters " + bytes(memory.parameters()));
        parts.add("gradients " + bytes(memory.gradients()));
        parts.add("optimizer " + bytes(memory.optimizer()));
        parts.add("one batch " + bytes(memory.workspace()));
        line("memory: %s; %s in all, and at most %s of the kernels' panels a thread", String.join(", ", parts),
                bytes(memory.total()), bytes(MemoryEstimate.PANELS));
    }

    /** 1,536 B as 1.5 KiB, and so on. */
    static String bytes(long bytes) {
        var units = List.of("KiB", "MiB", "GiB", "TiB");
        var unit = -1;
        var amount = (double) bytes;
        while (amount >= 1024 && unit < units.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return unit < 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, units.get(unit));
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
