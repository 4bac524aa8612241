package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.train.TrainingSettings;
import brickwork.verify.health.HealthExam;
import brickwork.verify.health.Moment;
import java.util.EnumMap;
import java.util.Map;

/** The network examined on the parts of its data; nothing twice in a row. */
final class Moments {

    private final Specification network;
    private final Dataset dataset;
    private final TrainingSettings settings;
    private final Map<DatasetPart, Moment> initial = new EnumMap<>(DatasetPart.class);
    private final Map<DatasetPart, Examined> latest = new EnumMap<>(DatasetPart.class);

    /** What was found at those very parameters. */
    private record Examined(Parameters parameters, Moment moment) {}

    /** {@code settings} tell kernels and threads. */
    Moments(Specification network, Dataset dataset, TrainingSettings settings) {
        this.network = network;
        this.dataset = dataset;
        this.settings = settings;
    }

    Dataset dataset() {
        return dataset;
    }

    /** The network as it starts, on a part that is there. */
    Moment initial(DatasetPart part) {
        return initial.computeIfAbsent(part, p -> examine(p, settings.initial().orElseGet(() -> Initializer.parameters(network))));
    }

    /** The network at {@code parameters}, on a part that is there. */
    Moment at(Parameters parameters, DatasetPart part) {
        var known = latest.get(part);
        if (known == null || known.parameters != parameters) {
            known = new Examined(parameters, examine(part, parameters));
            latest.put(part, known);
        }
        return known.moment;
    }

    private Moment examine(DatasetPart part, Parameters parameters) {
        try (var exam = new HealthExam(network, dataset.part(part).orElseThrow(), settings.engines())) {
            return exam.at(parameters);
        }
    }
}
