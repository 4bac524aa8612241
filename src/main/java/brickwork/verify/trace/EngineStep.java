package brickwork.verify.trace;

import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.engine.StepSettings;
import brickwork.engine.Tensor;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The same step by the engine that trains.
 *
 * @param network of precision f64
 */
record EngineStep(Specification network, TraceBatch batch, Parameters before, double rate) {

    private static final double NEGLIGIBLE = 1e-3;
    private static final int MOST_DIGITS = 16;

    /** Makes the step and compares its parameters with those of the trace. */
    Agreement compare(Parameters traced, EngineOptions engines) {
        try (var engine = engines.open(network, Planner.plan(network, batch.count()))) {
            engine.setParameters(before);
            var settings = new StepSettings();
            settings.rate = rate;
            return engine.stepper().step(engine.bind(batch.rows()), batch.places(), 0, batch.count(), settings).fault()
                    .<Agreement>map(Agreement.Stopped::new).orElseGet(() -> compare(traced.tensors(), engine.parameters()));
        }
    }

    private Agreement compare(List<Tensor> traced, Parameters engine) {
        var floor = NEGLIGIBLE * Math.max(largest(before.tensors()), largest(traced));
        var worst = new Agreement.Different("", 0, 0, 0, 0, 0);
        for (var tensor : traced) {
            for (var i = 0; i < tensor.values().length; i++) {
                var here = tensor.values()[i];
                var there = engine.tensor(tensor.name()).values()[i];
                var difference = here == there ? 0 : Math.abs(here - there) / Math.max(floor, Math.max(Math.abs(here), Math.abs(there)));
                if (!(difference <= worst.difference())) {
                    worst = new Agreement.Different(tensor.name(), i / tensor.columns(), i % tensor.columns(), here, there, difference);
                }
            }
        }
        return worst.difference() <= Agreement.BOUND ? new Agreement.Same(worst.difference(), digits(worst.difference())) : worst;
    }

    private static int digits(double difference) {
        return difference == 0 ? MOST_DIGITS : Math.min(MOST_DIGITS, (int) Math.floor(-StrictMath.log10(difference)));
    }

    private static double largest(List<Tensor> tensors) {
        return tensors.stream().flatMapToDouble(tensor -> DoubleStream.of(tensor.values())).map(Math::abs).max().orElse(0);
    }
}
