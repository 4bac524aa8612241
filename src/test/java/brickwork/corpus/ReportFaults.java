package brickwork.corpus;

import static brickwork.corpus.Suite.FINGERPRINT_OF_KNOWN_BYTES;
import static brickwork.corpus.Suite.METRICS_OF_KNOWN_OUTPUTS;
import static brickwork.corpus.Suite.TIES;

import java.util.List;

/** What is told or kept of a training, and is not so. */
final class ReportFaults {

    private static final String CONFUSION = "train/Confusion.java";

    private ReportFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("an output of exactly 0.5 counts as class 1")
                        .at(CONFUSION, "outputs[at] > THRESHOLD", "outputs[at] >= THRESHOLD")
                        .caughtBy(TIES, "accuracy"),
                Fault.of("on a tie the last class wins")
                        .at(CONFUSION, "outputs[at + k] > outputs[at + largest]", "outputs[at + k] >= outputs[at + largest]")
                        .caughtBy(TIES, "accuracy"),
                Fault.of("precision and recall are exchanged")
                        .at(CONFUSION, "precision += share(hits[c], predicted[c]);", "precision += share(hits[c], actual[c]);")
                        .at(CONFUSION, "recall += share(hits[c], actual[c]);", "recall += share(hits[c], predicted[c]);")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "precision"),
                Fault.of("rmse is a square still")
                        .at("train/Deviations.java", "metrics.put(Metric.RMSE, Math.sqrt(sum / numbers));", "metrics.put(Metric.RMSE, sum / numbers);")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "rmse"),
                Fault.of("r2 measures the spread about 0, not about the mean")
                        .at("train/Deviations.java", "var spread = target[k] - means[k];", "var spread = target[k];")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "r2"),
                Fault.of("the loss over several batches is not weighted by their sizes")
                        .at("run/Executor64.java", "frame.dataLoss * ((double) frame.count / rows)", "frame.dataLoss / Math.ceilDiv(rows, plan.batch())")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "loss"),
                Fault.of("the fingerprint leaves biases out")
                        .at("run/Store64.java", "var end = slot.offset() + slot.elements();", "var end = slot.offset() + (slot.bias() ? 0 : slot.elements());")
                        .caughtBy(FINGERPRINT_OF_KNOWN_BYTES, "fingerprint"));
    }
}
