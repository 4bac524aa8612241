package brickwork.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All planted faults, by what they are about. */
final class Corpus {

    private Corpus() {}

    static Map<String, List<Fault>> chapters() {
        var chapters = new LinkedHashMap<String, List<Fault>>();
        chapters.put("Activations", ActivationFaults.all());
        chapters.put("Losses and penalties", LossFaults.all());
        chapters.put("The backward pass", BackwardFaults.all());
        chapters.put("Kernels and threads", KernelFaults.all());
        chapters.put("Optimizers and clipping", OptimizerFaults.all());
        chapters.put("Schedules and stopping", ScheduleFaults.all());
        chapters.put("Data", DataFaults.all());
        chapters.put("Dropout and initial parameters", RandomnessFaults.all());
        chapters.put("Reports and checkpoints", ReportFaults.all());
        return chapters;
    }

    static Stream<Fault> faults() {
        return chapters().values().stream().flatMap(List::stream);
    }
}
