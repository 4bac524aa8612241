package brickwork.verify.claim;

import brickwork.run.StepSettings;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;
import brickwork.verify.trace.DropoutMasks;

/**
 * After some steps every parameter and everything the optimizer remembers equal those of the reference, which began at the same
 * parameters and went its own way. The steps are the first ones of the training: its batches, its masks of dropout, its first rate.
 */
public final class SeveralSteps {

    private SeveralSteps() {}

    /** Names the first step after which they differ. */
    public static Verdict equalTheReference(Subject subject, int steps, Closeness closeness) {
        var network = subject.network();
        var rows = subject.dataset().train();
        var order = new ExpectedOrder(network, rows.count());
        var perEpoch = subject.training().stepsPerEpoch(rows.count());
        var settings = new StepSettings();
        settings.rate = network.optimizer().rate();
        return subject.ask(subject.batch(), subject.initial(), engine -> {
            var reference = new ReferenceNetwork(network).training(engine.parameters());
            var bound = engine.bind(rows);
            var compared = 0L;
            for (var step = 0; step < steps; step++) {
                var places = order.batch(step / perEpoch, step % perEpoch);
                settings.update = step;
                if (!engine.step(bound, places, 0, places.length, settings)) {
                    return new Verdict.Failed("step " + step + " met a number that is not finite in " + engine.fault().tensor());
                }
                reference.step(new ChosenRows(rows, places), settings.rate, new DropoutMasks(network, step));
                var state = engine.state();
                var comparison = new Comparison(closeness, network.precision(), "the reference has")
                        .parameters("", state.parameters(), reference.parameters());
                for (var memory : state.memory()) {
                    comparison.numbers(i -> Comparison.entry(memory, i) + " of the optimizer", memory.values(), reference.memory(memory.name()));
                }
                if (!comparison.holds()) {
                    return new Verdict.Failed("after step " + step + " " + comparison.text().orElseThrow());
                }
                compared += comparison.compared();
            }
            return new Verdict.Passed(compared + " numbers of " + steps + " steps equal the reference's " + closeness.text());
        });
    }
}
