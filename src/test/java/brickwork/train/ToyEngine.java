package brickwork.train;

import brickwork.data.SampleRows;
import brickwork.engine.Differentiator;
import brickwork.engine.Engine;
import brickwork.engine.EngineState;
import brickwork.engine.Evaluator;
import brickwork.engine.NonFinite;
import brickwork.engine.Parameters;
import brickwork.engine.Predictor;
import brickwork.engine.Probe;
import brickwork.engine.StepResult;
import brickwork.engine.StepSettings;
import brickwork.engine.Stepper;
import brickwork.engine.Tensor;
import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An engine for tests of the loop: one linear unit under mse, descent with momentum 0.5, written plainly. It remembers the samples of every
 * step, and fails at the update it is told to.
 */
final class ToyEngine implements Engine, Stepper, Evaluator {

    private static final double MOMENTUM = 0.5;
    private static final NonFinite FAULT = new NonFinite(NonFinite.What.GRADIENT, 1, "layer1.weight", 0, 1, Double.POSITIVE_INFINITY,
            Origin.NONE);

    private final Specification network;
    private final int inputs;
    private double[] weights;
    private double[] velocity;

    final List<List<Integer>> steps = new ArrayList<>();
    final List<Double> rates = new ArrayList<>();
    long failingUpdate = -1;
    int evaluations;
    double firstLoss;

    ToyEngine(Specification network) {
        this.network = network;
        inputs = network.inputs();
        weights = new double[inputs + 1];
        velocity = new double[inputs + 1];
    }

    private record Held(SampleRows rows) implements BoundSamples {
        @Override
        public int count() {
            return rows.count();
        }
    }

    @Override
    public ExecutionPlan plan() {
        throw new IllegalStateException("the toy has no plan");
    }

    @Override
    public KernelChoice kernels() {
        return KernelChoice.best();
    }

    private static List<Tensor> tensors(double[] values, String suffix) {
        var last = values.length - 1;
        return List.of(new Tensor("layer1.weight" + suffix, 1, last, false, Arrays.copyOf(values, last)),
                new Tensor("layer1.bias" + suffix, 1, 1, true, new double[] {values[last]}));
    }

    private static double[] values(List<Tensor> tensors) {
        return tensors.stream().flatMapToDouble(tensor -> Arrays.stream(tensor.values())).toArray();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(network.precision(), tensors(weights, ""));
    }

    @Override
    public void setParameters(Parameters parameters) {
        weights = values(parameters.tensors());
    }

    @Override
    public EngineState state() {
        return new EngineState(parameters(), tensors(velocity, ".v"));
    }

    @Override
    public void restore(EngineState state) {
        setParameters(state.parameters());
        velocity = values(state.memory());
    }

    @Override
    public BoundSamples bind(SampleRows rows) {
        return new Held(rows);
    }

    @Override
    public Room room(int samples) {
        throw new IllegalStateException("the toy holds all samples");
    }

    private double output(double[] row) {
        var a = weights[inputs];
        for (var i = 0; i < inputs; i++) {
            a += weights[i] * row[i];
        }
        return a;
    }

    @Override
    public StepResult step(BoundSamples samples, int[] order, int from, int count, StepSettings settings) {
        if (settings.update == failingUpdate) {
            return StepResult.stoppedAt(FAULT);
        }
        steps.add(Arrays.stream(order, from, from + count).boxed().toList());
        rates.add(settings.rate);
        var rows = ((Held) samples).rows();
        var row = new double[inputs];
        var target = new double[1];
        var gradient = new double[inputs + 1];
        var loss = 0.0;
        var correct = 0;
        for (var s = from; s < from + count; s++) {
            rows.input(order[s], row, 0);
            rows.target(order[s], target, 0);
            var off = output(row) - target[0];
            loss += off * off / count;
            correct += output(row) > 0.5 == target[0] > 0.5 ? 1 : 0;
            for (var i = 0; i < inputs; i++) {
                gradient[i] += 2 * off * row[i] / count;
            }
            gradient[inputs] += 2 * off / count;
        }
        firstLoss = steps.size() == 1 ? loss : firstLoss;
        for (var i = 0; i <= inputs; i++) {
            velocity[i] = MOMENTUM * velocity[i] + gradient[i];
            weights[i] -= settings.rate * velocity[i];
        }
        return StepResult.finite(loss, 0.25, 0, correct);
    }

    @Override
    public Stepper stepper() {
        return this;
    }

    @Override
    public Evaluator evaluator() {
        return this;
    }

    @Override
    public Predictor newPredictor() {
        return predictor();
    }

    @Override
    public Predictor predictor() {
        return (row, outputs) -> outputs[0] = output(row);
    }

    @Override
    public Differentiator differentiator() {
        throw new IllegalStateException("the loop differentiates by steps alone");
    }

    @Override
    public Probe probe() {
        throw new IllegalStateException("the loop looks at no buffers");
    }

    @Override
    public double evaluate(SampleRows rows, Outputs outputs) {
        return evaluate(bind(rows), outputs);
    }

    @Override
    public double evaluate(BoundSamples samples, Outputs outputs) {
        evaluations++;
        var rows = ((Held) samples).rows();
        var row = new double[inputs];
        var target = new double[1];
        var loss = 0.0;
        for (var s = 0; s < rows.count(); s++) {
            rows.input(s, row, 0);
            rows.target(s, target, 0);
            var off = output(row) - target[0];
            loss += off * off / rows.count();
            outputs.rows(s, 1, new double[] {output(row)});
        }
        return loss;
    }

    @Override
    public double penalty() {
        return 0.25;
    }

    @Override
    public String fingerprint() {
        return Arrays.toString(weights);
    }

    @Override
    public void close() {
        steps.clear();
    }
}
