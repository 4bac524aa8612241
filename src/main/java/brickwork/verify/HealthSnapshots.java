package brickwork.verify;

import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.verify.health.HealthExam;
import brickwork.verify.health.Moment;
import java.util.EnumMap;
import java.util.Map;

/** The health of a network on the parts of its data, at the parameters it is asked about; nothing twice in a row. */
final class HealthSnapshots {

    private final Specification network;
    private final Dataset dataset;
    private final EngineOptions engines;
    private final Map<DatasetPart, Examined> latest = new EnumMap<>(DatasetPart.class);

    /** What was found at those very parameters. */
    private record Examined(Parameters parameters, Moment moment) {}

    HealthSnapshots(Specification network, Dataset dataset, EngineOptions engines) {
        this.network = network;
        this.dataset = dataset;
        this.engines = engines;
    }

    /** On a part that is there. */
    Moment at(Parameters parameters, DatasetPart part) {
        var known = latest.get(part);
        if (known == null || known.parameters != parameters) {
            known = new Examined(parameters, examine(part, parameters));
            latest.put(part, known);
        }
        return known.moment;
    }

    private Moment examine(DatasetPart part, Parameters parameters) {
        try (var exam = new HealthExam(network, dataset.part(part).orElseThrow(), engines)) {
            return exam.at(parameters);
        }
    }
}
