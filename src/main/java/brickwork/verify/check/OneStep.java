package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.engine.Parameters;
import brickwork.engine.StepSettings;
import brickwork.engine.Tensor;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;

/**
 * One step of plain gradient descent moves each parameter by exactly -rate times its gradient: w - r·g rounded once, all gradients taken at
 * the same parameters. A backward pass that meets weights which are updated already gives other numbers.
 */
public final class OneStep {

    private OneStep() {}

    /** Holds of a first step over the whole training part, dropout and clipping off. */
    public static Verdict movesByTheGradient(Subject subject) {
        var network = subject.network();
        if (!network.learning().descent().optimizer().rule().equals(new Optimizer.Sgd(0, false))) {
            return new Verdict.Inconclusive("only plain sgd moves a parameter by -rate times its gradient, and the spec says "
                    + network.learning().descent().optimizer().rule().word()
                    + (network.learning().descent().optimizer().rule() instanceof Optimizer.Sgd ? " with momentum" : ""));
        }
        var plain = subject.with(Changed.of(network).withoutDropout().withoutClip().network());
        var rows = subject.dataset().train();
        var before = subject.initial();
        var gradients = plain.gradients(before, rows);
        var rate = network.learning().descent().optimizer().rate();
        return plain.ask(rows.count(), before, engine -> {
            var settings = new StepSettings();
            settings.rate = rate;
            var fault = engine.stepper().step(engine.bind(rows), Subject.ascending(rows.count()), 0, rows.count(), settings).fault();
            if (fault.isPresent()) {
                return new Verdict.Failed("the first step met a number that is not finite in " + fault.get().tensor());
            }
            var comparison = new Comparison(new Tolerance.Bits(), network.precision(), "-rate times its gradient makes it");
            var after = engine.parameters();
            for (var tensor : before.tensors()) {
                var trained = ReferenceNetwork.isTrained(network, tensor.name());
                comparison.numbers(i -> Comparison.entry(tensor, i) + " after the step", after.tensor(tensor.name()).values(),
                        trained ? moved(tensor, gradients, rate, network.precision()) : tensor.values());
            }
            return comparison.text().<Verdict>map(worst -> new Verdict.Failed("step 0: " + worst))
                    .orElseGet(
                            () -> new Verdict.Passed(comparison.compared() + " parameters moved by exactly -rate times their gradients"));
        });
    }

    private static double[] moved(Tensor tensor, Parameters gradients, double rate, Precision precision) {
        var g = gradients.tensor(tensor.name()).values();
        var moved = new double[g.length];
        for (var i = 0; i < g.length; i++) {
            moved[i] = switch (precision) {
                case F64 -> Math.fma(-rate, g[i], tensor.values()[i]);
                case F32 -> Math.fma((float) -rate, (float) g[i], (float) tensor.values()[i]);
            };
        }
        return moved;
    }
}
