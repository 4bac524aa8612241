package brickwork.engine;

import brickwork.data.SampleRows;
import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;
import java.util.HashMap;
import java.util.Map;

/** Runs a plan in one number type. */
final class PlanEngine64 implements Engine, Evaluator, Differentiator, Stepper, Predictor {

    private final ExecutionPlan plan;
    private final KernelChoice choice;
    private final int smallestBatch;
    private final KernelWarmup warmup;
    private final ThreadTeam team;
    private final ParameterStore64 store;
    private final Workspace64 workspace;
    private final PassState64 frame = new PassState64();
    private final NonFiniteLocator64 finder;
    private final Probe64 probe;
    private final Map<Integer, double[]> turned = new HashMap<>();
    private final StepResult result = new StepResult();
    private Operations64 operations;
    private Predictor64 predictor;
    private double[] block; // stays double

    PlanEngine64(ExecutionPlan plan, KernelChoice choice, int threads) {
        this.plan = plan;
        this.choice = choice;
        this.smallestBatch = plan.network().feedForward().smallestBatch();
        this.warmup = new KernelWarmup(plan, choice);
        this.team = new ThreadTeam(threads);
        this.store = new ParameterStore64(plan);
        this.workspace = new Workspace64(plan.buffers(), plan.stride());
        this.finder = new NonFiniteLocator64(plan, store, workspace);
        this.probe = new Probe64(plan, workspace, frame);
        setParameters(Initializer.parameters(plan.network()));
    }

    @Override
    public ExecutionPlan plan() {
        return plan;
    }

    @Override
    public KernelChoice kernels() {
        return choice;
    }

    @Override
    public Parameters parameters() {
        return store.parameters();
    }

    @Override
    public void setParameters(Parameters parameters) {
        store.set(parameters);
        parametersChanged();
    }

    @Override
    public EngineState state() {
        return store.state();
    }

    @Override
    public void restore(EngineState state) {
        store.restore(state);
        parametersChanged();
    }

    private void parametersChanged() {
        if (operations != null) {
            operations.forgetBounds();
        }
        if (predictor != null) {
            predictor.forgetWeights();
        }
    }

    @Override
    public BoundSamples bind(SampleRows rows) {
        rows.requireFit(plan.network());
        return new Samples64(this, rows);
    }

    @Override
    public Room room(int samples) {
        return new Samples64(this, samples, plan.network().inputs(), plan.network().outputs());
    }

    @Override
    public Predictor predictor() {
        return this;
    }

    @Override
    public Predictor newPredictor() {
        return new SharedPredictor64(plan, store, choice, turned);
    }

    @Override
    public Evaluator evaluator() {
        return this;
    }

    @Override
    public Differentiator differentiator() {
        return this;
    }

    @Override
    public Stepper stepper() {
        return this;
    }

    @Override
    public Probe probe() {
        return probe;
    }

    @Override
    public StepResult step(BoundSamples samples, int[] order, int from, int count, StepSettings settings) {
        beginFitting(samples, order, from, count);
        frame.training = true;
        frame.rate = settings.rate;
        frame.update = settings.update;
        run(operations.forward());
        if (!sound(operations.loss())) {
            return stopped(finder.inPass(frame));
        }
        run(operations.backward());
        if (!sound(operations.update())) {
            var broken = Double.isNaN(frame.norm) ? null : operations.move().firstBroken(); // stays double
            return stopped(broken == null ? finder.inPass(frame) : finder.inUpdate(broken));
        }
        if (predictor != null) {
            predictor.forgetWeights();
        }
        return result.made(frame.dataLoss, frame.penalty, frame.norm,
                settings.countsCorrect ? Accuracy64.correct(plan.loss().value(), workspace, frame.count) : 0);
    }

    private StepResult stopped(NonFinite fault) {
        return result.stopped(frame.dataLoss, frame.penalty, fault);
    }

    @Override
    public double computeGradients(BoundSamples samples, int[] order, int from, int count) { // stays double
        beginFitting(samples, order, from, count);
        run(operations.forward());
        run(operations.loss());
        run(operations.backward());
        return frame.dataLoss;
    }

    /** Begins a pass that gradients follow. */
    private void beginFitting(BoundSamples bound, int[] order, int from, int count) {
        if (count < smallestBatch) {
            throw new IllegalArgumentException("a layer of the network takes its statistics over the batch, which needs " + smallestBatch
                    + " samples at least, got " + count);
        }
        begin(bound, order, from, count);
        frame.fitting = true;
    }

    private void begin(BoundSamples bound, int[] order, int from, int count) {
        if (count < 1 || count > plan.batch()) {
            throw new IllegalArgumentException("the plan is for batches of 1 to " + plan.batch() + " samples, got " + count);
        }
        countOn(count);
        lower();
        frame.samples = own(bound);
        frame.order = order;
        frame.from = from;
        frame.count = count;
        frame.columns = Math.min(operations.kernels().columns(count), workspace.stride);
        frame.training = false;
        frame.fitting = false;
        frame.penalty = 0;
        frame.broken = false;
    }

    /** Goes over to the kernels chosen when the scalar ones have done their share. */
    private void countOn(int samples) {
        if (!warmup.isOver() && warmup.endsWith(samples)) {
            operations = null;
            predictor = null;
        }
    }

    private KernelChoice present() {
        return warmup.isOver() ? choice : choice.scalarFirst();
    }

    private void lower() {
        if (operations == null) {
            operations = Operations64.of(plan, store, workspace, present(), team);
        }
    }

    private Samples64 own(BoundSamples bound) {
        if (bound instanceof Samples64 samples && samples.owner == this) {
            return samples;
        }
        throw new IllegalArgumentException("these samples were bound to another engine");
    }

    private void run(Operation64[] some) {
        for (var operation : some) {
            operation.run(frame);
        }
    }

    /** Runs until a number is met that is not finite. */
    private boolean sound(Operation64[] some) {
        for (var operation : some) {
            operation.run(frame);
            if (frame.broken) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Parameters gradients() {
        return store.gradientTensors();
    }

    @Override
    public double evaluate(BoundSamples samples, Outputs outputs) { // stays double
        var rows = own(samples).count;
        var whole = 0.0;
        for (var from = 0; from < rows; from += frame.count) {
            whole += share(samples, from, from, rows, outputs);
        }
        return whole;
    }

    @Override
    public double evaluate(SampleRows samples, Outputs outputs) { // stays double
        samples.requireFit(plan.network());
        var rows = samples.count();
        var batch = new Samples64(this, Math.min(rows, plan.batch()), samples.inputs(), samples.targets());
        var whole = 0.0;
        for (var from = 0; from < rows; from += frame.count) {
            batch.fill(samples, from);
            whole += share(batch, 0, from, rows, outputs);
        }
        return whole;
    }

    /** What a batch adds to the data loss of all rows; it begins with row {@code at} of {@code samples} and row {@code from} of all. */
    private double share(BoundSamples samples, int at, int from, int rows, Outputs outputs) { // stays double
        begin(samples, null, at, Math.min(plan.batch(), rows - from));
        run(operations.forward());
        operations.loss()[0].run(frame);
        if (outputs.looks()) {
            var output = plan.loss().value().outputs();
            if (block == null) {
                block = new double[Sizes.of("the outputs of a batch", (long) plan.batch() * output.units())]; // stays double
            }
            workspace.copy(output, 0, frame.count, block, 0);
        }
        outputs.rows(from, frame.count, block);
        return frame.count == rows ? frame.dataLoss : frame.dataLoss * ((double) frame.count / rows); // stays double
    }

    @Override
    public double penalty() { // stays double
        lower();
        frame.penalty = 0;
        for (var i = 1; i < operations.loss().length; i++) {
            operations.loss()[i].run(frame);
        }
        return frame.penalty;
    }

    @Override
    public void predict(double[] inputs, double[] outputs) { // stays double
        countOn(1);
        if (predictor == null) {
            predictor = new Predictor64(plan, store, present());
        }
        predictor.predict(inputs, outputs);
    }

    @Override
    public String fingerprint() {
        return store.fingerprint();
    }

    @Override
    public void close() {
        team.close();
        warmup.end();
    }
}
