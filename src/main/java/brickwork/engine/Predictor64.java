package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.kernel.Rounding64;
import brickwork.plan.Buffer;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Predicts one row at a time, in a workspace of one sample, where the units of a layer lie side by side. */
final class Predictor64 {

    private final Operation64[] operations;
    private final TransposedAffine64[] turned;
    private final PassState64 frame = new PassState64();
    private final Buffer input;
    private final Buffer output;
    private final double[] x;
    private final double[] a;
    private boolean stale = true;

    Predictor64(ExecutionPlan plan, ParameterStore64 store, KernelChoice choice) {
        this(plan, store, choice, new HashMap<>());
    }

    /**
     * One of several over parameters that do not change.
     *
     * @param copies turned weights of layers by their numbers, which the first predictor makes for all
     */
    Predictor64(ExecutionPlan plan, ParameterStore64 store, KernelChoice choice, Map<Integer, double[]> copies) {
        var first = copies.isEmpty();
        var kernels = choice.kernels64();
        var workspace = new Workspace64(plan.buffers(), 1);
        var lowering = new Lowering64(plan, store, workspace, choice, kernels, new ThreadTeam(1));
        var all = new ArrayList<Operation64>();
        for (var step : plan.forward()) {
            if (step instanceof Step.Affine affine && choice.set() == KernelChoice.Set.SIMD && TransposedAffine64.pays(affine)) {
                all.add(new TransposedAffine64(affine, kernels, store, workspace,
                        copies.computeIfAbsent(affine.layer().number(), _ -> TransposedAffine64.copy(affine))));
            } else if (!step.equals(plan.gather())) {
                all.addAll(List.of(lowering.lower(List.of(step))));
            }
        }
        this.operations = all.toArray(Operation64[]::new);
        this.turned = all.stream().filter(TransposedAffine64.class::isInstance).toArray(TransposedAffine64[]::new);
        this.input = plan.gather().inputs();
        this.output = plan.loss().value().outputs();
        this.x = workspace.array(input);
        this.a = workspace.array(output);
        frame.count = 1;
        frame.columns = 1;
        stale = first;
    }

    /** Copies the weights now and not at the first prediction, so that others may use the copies. */
    Predictor64 ready() {
        if (stale) {
            for (var affine : turned) {
                affine.turn();
            }
            stale = false;
        }
        return this;
    }

    /** Parameters changed since the last prediction. */
    void forgetWeights() {
        stale = true;
    }

    void predict(double[] inputs, double[] outputs) { // stays double
        if (inputs.length != input.units() || outputs.length != output.units()) {
            throw new IllegalArgumentException("expected room for " + input.units() + " inputs and " + output.units() + " outputs, got "
                    + inputs.length + " and " + outputs.length);
        }
        ready();
        for (var i = 0; i < x.length; i++) {
            x[i] = Rounding64.of(inputs[i]);
        }
        for (var operation : operations) {
            operation.run(frame);
        }
        for (var k = 0; k < a.length; k++) {
            outputs[k] = a[k];
        }
    }
}
