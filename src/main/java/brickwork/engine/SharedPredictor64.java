package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;
import java.util.Map;

/** A predictor of a thread's own: parameters and turned weights are those of its engine, the room for one sample is its own. */
final class SharedPredictor64 implements Predictor {

    /** Predictions after which their work counts for all engines. */
    private static final int SHARING = 1024;

    private final ExecutionPlan plan;
    private final ParameterStore64 store;
    private final KernelChoice choice;
    private final KernelWarmup warmup;
    private final Map<Integer, double[]> turned;
    private Predictor64 predictor;
    private int unshared;

    /** {@code turned} is filled by the first that needs it; all predictors of an engine are given the same map. */
    SharedPredictor64(ExecutionPlan plan, ParameterStore64 store, KernelChoice choice, Map<Integer, double[]> turned) {
        this.plan = plan;
        this.store = store;
        this.choice = choice;
        this.warmup = new KernelWarmup(plan, choice);
        this.turned = turned;
    }

    @Override
    public void predict(double[] inputs, double[] outputs) { // stays double
        if (!warmup.isOver()) {
            count();
        }
        if (predictor == null) {
            predictor = open(warmup.isOver() ? choice : choice.scalarFirst());
        }
        predictor.predict(inputs, outputs);
    }

    private void count() {
        if (warmup.endsWith(1) || ++unshared == SHARING) {
            unshared = 0;
            warmup.share();
            predictor = warmup.isOver() ? null : predictor;
        }
    }

    private Predictor64 open(KernelChoice present) {
        synchronized (turned) {
            return new Predictor64(plan, store, present, turned).ready();
        }
    }
}
