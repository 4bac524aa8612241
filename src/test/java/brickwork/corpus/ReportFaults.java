package brickwork.corpus;

import static brickwork.corpus.Suite.FINGERPRINT_OF_KNOWN_BYTES;
import static brickwork.corpus.Suite.METRICS_OF_KNOWN_OUTPUTS;
import static brickwork.corpus.Suite.SAVED_AND_LOADED;
import static brickwork.corpus.Suite.STOPPED_AND_CONTINUED;
import static brickwork.corpus.Suite.TIES;

import java.util.List;

/** What is told or kept of a training, and is not so. */
final class ReportFaults {

    private static final String DECISION = "engine/ClassDecision.java";
    private static final String CONFUSION = "train/metric/ConfusionMatrix.java";

    private ReportFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("an output of exactly 0.5 counts as class 1")
                        .at(DECISION, "numbers[at] > THRESHOLD", "numbers[at] >= THRESHOLD")
                        .caughtBy(TIES, "accuracy"),
                Fault.of("on a tie the last class wins")
                        .at(DECISION, "> numbers[at + largest * stride]", ">= numbers[at + largest * stride]")
                        .caughtBy(TIES, "accuracy"),
                Fault.of("precision and recall are exchanged")
                        .at(CONFUSION, "precision += share(count(c, c), predicted(c));", "precision += share(count(c, c), actual(c));")
                        .at(CONFUSION, "recall += share(count(c, c), actual(c));", "recall += share(count(c, c), predicted(c));")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "precision"),
                Fault.of("rmse is a square still")
                        .at("train/metric/RegressionMetrics.java", "metrics.put(Metric.RMSE, Math.sqrt(sum / numbers));",
                                "metrics.put(Metric.RMSE, sum / numbers);")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "rmse"),
                Fault.of("r2 measures the spread about 0, not about the mean")
                        .at("train/metric/RegressionMetrics.java", "var spread = target[k] - means[k];", "var spread = target[k];")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "r2"),
                Fault.of("the loss over several batches is not weighted by their sizes")
                        .at("engine/PlanEngine64.java", "frame.dataLoss * ((double) frame.count / rows)",
                                "frame.dataLoss / Math.ceilDiv(rows, plan.batch())")
                        .caughtBy(METRICS_OF_KNOWN_OUTPUTS, "loss"),
                Fault.of("the fingerprint leaves biases out")
                        .at("engine/ParameterStore64.java", "var end = slot.offset() + slot.elements();",
                                "var end = slot.offset() + (slot.tensor().isVector() ? 0 : slot.elements());")
                        .caughtBy(FINGERPRINT_OF_KNOWN_BYTES, "fingerprint"),
                Fault.of("a checkpoint loses the optimizer's memory")
                        .at("store/Checkpoint.java", "tensors(file, MEMORY)", """
                                tensors(file, MEMORY).stream()
                                        .map(t -> new Tensor(t.name(), t.rows(), t.columns(), t.bias(), new double[t.values().length]))
                                        .toList()""")
                        .caughtBy(STOPPED_AND_CONTINUED, "momentum", "continued, layer"),
                Fault.of("a resumed training counts its updates from 0")
                        .at("train/GradientLearner.java", "step.update = steps;", "")
                        .caughtBy(STOPPED_AND_CONTINUED, "adam", "continued, layer"),
                Fault.of("a resumed training forgets how far plateau has come down")
                        .at("train/GradientLearner.java", "schedule.restore(rate);", "")
                        .caughtBy(STOPPED_AND_CONTINUED, "plateau", "continued, layer"),
                Fault.of("a saved model keeps half of its digits")
                        .at("store/ModelFile.java", "new Safetensors(metadata, WeightsFile.entries(parameters))",
                                "new Safetensors(metadata, WeightsFile.entries("
                                        + "new Parameters(parameters.precision(), parameters.tensors().stream()"
                                        + ".map(t -> new brickwork.engine.Tensor(t.name(), t.rows(), t.columns(), t.bias(), "
                                        + "java.util.Arrays.stream(t.values()).map(w -> Math.rint(w * 1e4) / 1e4).toArray())).toList())))")
                        .caughtBy(SAVED_AND_LOADED, "after loading as"),
                Fault.of("a saved model forgets how its inputs are scaled")
                        .at("store/ModelFile.java", "metadata.put(\"scaling\", scaling.text());", "metadata.put(\"scaling\", \"none\");")
                        .caughtBy(SAVED_AND_LOADED, "after loading as"));
    }
}
