package brickwork.verify.check;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.StepSettings;
import brickwork.engine.Tensor;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.TensorSpec;
import brickwork.verify.Evidence;
import brickwork.verify.NetworkState;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;

/**
 * One step of plain gradient descent moves each parameter by exactly -rate times its gradient: w - r·g rounded once, all gradients taken at
 * the same parameters. A backward pass that meets weights which are updated already gives other numbers. What follows the batches by
 * itself, as running values do, is no such parameter. It is the first step over the whole training part, dropout and clipping off.
 */
public record OneStep() implements TrainingLaw {

    @Override
    public Verdict judge(Trial trial) {
        var rule = trial.specification().learning().descent().optimizer().rule();
        if (!rule.equals(new Optimizer.Sgd(0, false))) {
            return Verdict.inconclusive("only plain sgd moves a parameter by -rate times its gradient, and the spec says " + rule.word()
                    + (rule instanceof Optimizer.Sgd ? " with momentum" : ""));
        }
        return trial.withSamples(dataset -> judge(trial.with(Changed.of(trial.specification()).withoutDropout().withoutClip().network())
                .at(trial.initial()), dataset.train()));
    }

    private static Verdict judge(NetworkState network, SampleRows rows) {
        var specification = network.specification();
        var gradients = network.gradients(rows);
        var rate = specification.learning().descent().optimizer().rate();
        return network.ask(rows.count(), engine -> {
            var settings = new StepSettings();
            settings.rate = rate;
            var fault = engine.stepper().step(engine.bind(rows), NetworkState.ascending(rows.count()), 0, rows.count(), settings).fault();
            if (fault.isPresent()) {
                return new Verdict.Failed(
                        Evidence.of("the first step met a number that is not finite in {place}").at(fault.get().tensor()));
            }
            var comparison = Comparison.with("-rate times its gradient makes it", new Tolerance.Bits(), specification.precision());
            var after = engine.parameters();
            specification.feedForward().layers().stream().flatMap(layer -> layer.tensors().stream())
                    .filter(spec -> spec.role() != TensorSpec.Role.STATE).forEach(spec -> {
                        var tensor = network.parameters().tensor(spec.name());
                        comparison.numbers(i -> Comparison.entry(tensor, i) + " after the step", after.tensor(spec.name()).values(),
                                spec.trained() ? moved(tensor, gradients, rate, specification.precision()) : tensor.values());
                    });
            return comparison.verdict("{compared} parameters moved by exactly -rate times their gradients")
                    .withEvidence(evidence -> comparison.holds() ? evidence : evidence.in("step 0", ": "));
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
