package brickwork;

import brickwork.data.Dataset;
import brickwork.engine.Cancellation;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.Planner;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.verify.SampleSupply;
import brickwork.verify.gradient.EngineBackward;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.SyntheticRows;
import brickwork.verify.health.Health;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.StepTracer;
import brickwork.verify.trace.TraceBatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks at a network over its samples, without training it; gradient check and trace draw samples where there are none. */
record Examination(Specification network, SampleSupply samples, EngineOptions engines, List<Diagnostic> warnings) {

    /** Of a training step over a batch; over one sample where nothing is trained. */
    ExecutionPlan plan() {
        if (network.learning().training().isEmpty()) {
            return Planner.plan(network, 1);
        }
        var batch = network.learning().training().get().batch();
        var rows = samples.of(network).map(outcome -> switch (outcome) {
            case Outcome.Success<Dataset>(var data, _) -> data.train().count();
            case Outcome.Failure<Dataset> _ -> Training.Batch.DEFAULT_SIZE;
        }).orElse(Training.Batch.DEFAULT_SIZE);
        return Planner.plan(network, batch.size(rows));
    }

    Outcome<GradientReport> gradients(Parameters parameters, GradientCheck.Options options) {
        var cancellable = options.cancellation() == Cancellation.NONE ? options.withCancellation(engines.cancellation()) : options;
        return over(given -> GradientCheck.check(network,
                given.isPresent() ? given.get().train() : SyntheticRows.of(network, options.samples()), parameters, cancellable,
                new EngineBackward(engines)));
    }

    Outcome<StepTrace> step(Parameters parameters, int rows) {
        return over(given -> StepTracer.trace(network,
                given.isPresent() ? TraceBatch.first(network, given.get().train(), rows) : TraceBatch.drawn(network, rows), parameters,
                new StepTracer.Options(rows, engines)));
    }

    /** @throws InvalidSpecException where there are no samples */
    Outcome<Health> health() {
        return over(given -> Health.before(network, given.orElseThrow(() -> TrainingNeeds.noData(network)), Initializer.parameters(network),
                engines));
    }

    private <T> Outcome<T> over(Function<Optional<Dataset>, T> question) {
        return switch (samples.of(network).orElse(null)) {
            case null -> new Outcome.Success<>(question.apply(Optional.empty()), warnings);
            case Outcome.Success<Dataset>(var dataset, _) -> new Outcome.Success<>(question.apply(Optional.of(dataset)), warnings);
            case Outcome.Failure<Dataset>(var faults) -> new Outcome.Failure<>(faults);
        };
    }
}
