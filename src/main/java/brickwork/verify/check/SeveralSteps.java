package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.RowSubset;
import brickwork.engine.EngineState;
import brickwork.engine.StepSettings;
import brickwork.model.Specification;
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
 */
public final class SeveralSteps {

    private SeveralSteps() {}

    /** Names the first step after which they differ. */
    public static Verdict equalTheReference(Subject subject, int steps, Tolerance closeness) {
        var network = subject.network();
        var rows = subject.dataset().train();
        var order = new ExpectedOrder(network, rows.count());
        var perEpoch = subject.training().stepsPerEpoch(rows.count());
        var settings = new StepSettings();
        settings.rate = network.learning().descent().optimizer().rate();
        return subject.ask(subject.batch(), subject.initial(), engine -> {
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
                    return new Verdict.Failed("step " + step + " met a number that is not finite in " + fault.get().tensor());
                }
                var batch = new RowSubset(rows, places);
                reference.step(batch, settings.rate, masks);
                var comparison = compare(engine.state(), reference, network, closeness);
                if (!comparison.holds()) {
                    var fromTheEngine = definition.training(before.parameters(), before.memory(), step);
                    fromTheEngine.step(batch, settings.rate, masks);
                    if (compare(engine.state(), reference, network, farther(closeness)).holds()
                            || !compare(engine.state(), fromTheEngine, network, closeness).holds()) {
                        return new Verdict.Failed("after step " + step + " " + comparison.text().orElseThrow());
                    }
                    reference = fromTheEngine;
                }
                compared += comparison.compared();
            }
            return new Verdict.Passed(compared + " numbers of " + steps + " steps equal the reference's " + closeness.text());
        });
    }

    private static Comparison compare(EngineState state, ReferenceTraining reference, Specification network, Tolerance closeness) {
        var comparison = new Comparison(closeness, network.precision(), "the reference has")
                .parameters("", state.parameters(), reference.parameters());
        for (var memory : state.memory()) {
            comparison.numbers(i -> Comparison.entry(memory, i) + " of the optimizer", memory.values(), reference.memory(memory.name()));
        }
        return comparison;
    }

    /** What no rounding adds up to in a step. */
    private static Tolerance farther(Tolerance closeness) {
        return switch (closeness) {
            case Tolerance.Absolute(var most) -> new Tolerance.Absolute(1000 * most);
            case Tolerance.Relative(var most) -> new Tolerance.Relative(1000 * most);
            case Tolerance.Ulps(var most) -> new Tolerance.Ulps(Math.multiplyExact(1000, most));
            case Tolerance.Bits _ -> new Tolerance.Ulps(1000);
        };
    }
}
