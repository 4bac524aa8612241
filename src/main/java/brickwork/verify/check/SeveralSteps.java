package brickwork.verify.check;

import brickwork.data.RowSubset;
import brickwork.engine.Engine;
import brickwork.engine.EngineState;
import brickwork.engine.StepSettings;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;
import brickwork.verify.reference.ReferenceTraining;
import brickwork.verify.trace.DropoutMasks;

/**
 * After some steps every parameter and everything the optimizer remembers equal those of the reference, which began at the same
 * parameters and went its own way. The steps are the first ones of the training: its batches, its masks of dropout, its first rate.
 *
 * <p>Where the two part at once and by far, though they stood near one another before the step, a kink may lie between them: a gradient
 * that jumps within rounding. Then the reference makes the step from where the engine stood; if it ends where the engine did, it goes on
 * from there.
 *
 * @param steps     how many; the first step after which the two differ is named
 * @param tolerance how far off the reference the numbers may be
 */
public record SeveralSteps(int steps, Tolerance tolerance) implements Check {

    @Override
    public String sentence() {
        return steps == 1 ? "one step equals the reference's " + tolerance.text()
                : "after " + steps + " steps every parameter and the optimizer state equal the reference's " + tolerance.text();
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(training -> trial.at(trial.initial()).ask(training.batch().size(trial.dataset().train().count()),
                engine -> judge(trial, training, engine)));
    }

    private Verdict judge(Trial trial, Training training, Engine engine) {
        var network = trial.specification();
        var rows = trial.dataset().train();
        var order = new ExpectedOrder(network, rows.count());
        var perEpoch = training.stepsPerEpoch(rows.count());
        var settings = new StepSettings();
        settings.rate = network.learning().descent().optimizer().rate();
        var definition = new ReferenceNetwork(network);
        var reference = definition.training(engine.parameters());
        var bound = engine.bind(rows);
        var compared = 0L;
        for (var step = 0; step < steps; step++) {
            var places = order.batch(step / perEpoch, step % perEpoch);
            var masks = new DropoutMasks(network, step);
            var before = engine.state();
            settings.update = step;
            var fault = engine.stepper().step(bound, places, 0, places.length, settings).fault();
            if (fault.isPresent()) {
                return new Verdict.Failed(
                        Evidence.of("step " + step + " met a number that is not finite in {place}").at(fault.get().tensor()));
            }
            var batch = new RowSubset(rows, places);
            reference.step(batch, settings.rate, masks);
            var comparison = compare(engine.state(), reference, network, tolerance);
            if (!comparison.holds()) {
                var fromTheEngine = definition.training(before.parameters(), before.memory(), step);
                fromTheEngine.step(batch, settings.rate, masks);
                if (compare(engine.state(), reference, network, farther()).holds()
                        || !compare(engine.state(), fromTheEngine, network, tolerance).holds()) {
                    return new Verdict.Failed(comparison.mismatch().orElseThrow().in("after step " + step, " "));
                }
                reference = fromTheEngine;
            }
            compared += comparison.compared();
        }
        return new Verdict.Passed(
                Evidence.of("{compared} numbers of {steps} steps equal the reference's {tolerance}").with("compared", compared)
                        .with("steps", steps).with("tolerance", tolerance.text()));
    }

    private static Comparison compare(EngineState state, ReferenceTraining reference, Specification network, Tolerance tolerance) {
        var comparison = Comparison.with("the reference has", tolerance, network.precision())
                .parameters("", state.parameters(), reference.parameters());
        for (var memory : state.memory()) {
            comparison.numbers(i -> Comparison.entry(memory, i) + " of the optimizer", memory.values(), reference.memory(memory.name()));
        }
        return comparison;
    }

    /** More than rounding adds up to in a step. */
    private Tolerance farther() {
        return switch (tolerance) {
            case Tolerance.Absolute(var most) -> new Tolerance.Absolute(1000 * most);
            case Tolerance.Relative(var most) -> new Tolerance.Relative(1000 * most);
            case Tolerance.Ulps(var most) -> new Tolerance.Ulps(Math.multiplyExact(1000, most));
            case Tolerance.Bits _ -> new Tolerance.Ulps(1000);
        };
    }
}
