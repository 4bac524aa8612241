package brickwork.engine;

import brickwork.Brickwork;
import brickwork.RandomRows;
import brickwork.StepBenchmark.Workload;
import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.Planner;
import brickwork.plan.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Prints where the time of a training step goes: the operations of the plan in their order, f32, SIMD kernels, one thread; of each the
 * median over many steps, after a warm-up. Arguments choose workloads; without any it is digits.
 */
public final class StepProfile {

    private static final long WARM_UP = 3_000_000_000L;
    private static final long TIME = 3_000_000_000L;
    private static final int MOST = 20_000;

    /** A step of the plan, and what it became. */
    private record Part(Step step, Operation32[] operations, long[] times) {

        private double micros(int steps) {
            return Arrays.stream(times, 0, steps).sorted().toArray()[steps / 2] / 1e3;
        }
    }

    private final ExecutionPlan plan;
    private final List<Part> parts = new ArrayList<>();
    private final PassState32 frame = new PassState32();

    private StepProfile(Workload workload) {
        var network = Brickwork.standard().compile("precision f32; " + workload.text()).network();
        var choice = ((KernelChoice.Granted) KernelChoice.demand(KernelChoice.Set.SIMD)).choice();
        var kernels = choice.kernels32();
        plan = Planner.plan(network, workload.batch());
        var store = new ParameterStore32(plan);
        store.set(Initializer.parameters(network));
        var lowering = new Lowering32(plan, store, new Workspace32(plan.buffers(), plan.stride()), choice, kernels, new ThreadTeam(1));
        for (var steps : List.of(plan.forward(), plan.loss().forward(), plan.backward(), plan.update())) {
            steps.forEach(step -> parts.add(new Part(step, lowering.lower(List.of(step)), new long[MOST])));
        }
        frame.samples = new Samples32(this, new RandomRows(workload.batch(), network.inputs(), network.outputs()));
        frame.order = IntStream.range(0, workload.batch()).toArray();
        frame.count = workload.batch();
        frame.columns = Math.min(kernels.columns(workload.batch()), plan.stride());
        frame.training = true;
        frame.rate = network.learning().descent().optimizer().rate();
    }

    public static void main(String[] names) {
        var wanted = Arrays.stream(names).flatMap(name -> Arrays.stream(name.split(","))).filter(name -> !name.isBlank()).toList();
        for (var name : wanted.isEmpty() ? List.of("digits") : wanted) {
            var profile = new StepProfile(Workload.valueOf(name.toUpperCase(Locale.ROOT)));
            profile.run(WARM_UP);
            profile.print(name, profile.run(TIME));
        }
    }

    /** How many steps were taken. */
    private int run(long time) {
        var steps = 0;
        for (var end = System.nanoTime() + time; steps < 3 || steps < MOST && System.nanoTime() < end; steps++) {
            frame.update++;
            for (var part : parts) {
                var began = System.nanoTime();
                for (var operation : part.operations()) {
                    operation.run(frame);
                }
                part.times()[steps] = System.nanoTime() - began;
            }
        }
        return steps;
    }

    private void print(String name, int steps) {
        var whole = parts.stream().mapToDouble(part -> part.micros(steps)).sum();
        System.out.printf(Locale.ROOT, "| %s | microseconds | share | GFLOP/s |%n| --- | --- | --- | --- |%n", name);
        for (var part : parts) {
            var micros = part.micros(steps);
            var work = 2e-3 * part.step().multiplyAdds(plan.batch());
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f%% | %s |%n", title(part.step()), micros, 100 * micros / whole,
                    work == 0 ? "" : String.format(Locale.ROOT, "%.0f", work / micros));
        }
        System.out.printf(Locale.ROOT, "| the step | %.1f | | |%n%n", whole);
    }

    private static String title(Step step) {
        return switch (step) {
            case Step.Gather _ -> "copy the batch";
            case Step.Affine affine -> "layer " + affine.layer().number() + ", affine";
            case Step.Activate activate -> "layer " + activate.layer().number() + ", " + activate.activation().word();
            case Step.Normalize normalize -> "layer " + normalize.layer().number() + ", normalisation";
            case Step.NormalizeGradient gradient -> "layer " + gradient.layer().number() + ", gradient of normalisation";
            case Step.FollowBatch follow -> "layer " + follow.layer().number() + ", running values";
            case Step.Dropout dropout -> "layer " + dropout.layer().number() + ", dropout";
            case Step.LossValue _ -> "loss";
            case Step.PenaltyValue _ -> "penalty";
            case Step.LossGradient _ -> "gradient of the loss";
            case Step.ActivationGradient gradient -> "layer " + gradient.layer().number() + ", gradient of " + gradient.activation().word();
            case Step.DropoutGradient gradient -> "layer " + gradient.layer().number() + ", gradient of dropout";
            case Step.WeightGradient gradient -> "layer " + gradient.layer().number() + ", gradient of the weights";
            case Step.BiasGradient gradient -> "layer " + gradient.layer().number() + ", gradient of the biases";
            case Step.InputGradient gradient -> "layer " + gradient.layer().number() + ", gradient of the inputs";
            case Step.PenaltyGradient _ -> "gradient of the penalty";
            case Step.GradientNorm _ -> "norm of the gradient";
            case Step.ClipGradients _ -> "clip";
            case Step.Update _ -> "update";
        };
    }
}
