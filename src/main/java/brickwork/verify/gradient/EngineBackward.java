package brickwork.verify.gradient;

import brickwork.data.SampleRows;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.stream.IntStream;

/** The backward pass that training uses, on engines opened by {@code engines}. */
public record EngineBackward(EngineOptions engines) implements Backward {

    /** The best kernels there are, on one thread. */
    public static EngineBackward standard() {
        return new EngineBackward(EngineOptions.standard());
    }

    @Override
    public Parameters gradients(Specification network, Parameters parameters, SampleRows rows) {
        try (var engine = engines.open(network, Planner.plan(network, rows.count()))) {
            engine.setParameters(parameters);
            engine.differentiator().computeGradients(engine.bind(rows), IntStream.range(0, rows.count()).toArray(), 0, rows.count());
            return engine.differentiator().gradients();
        }
    }
}
