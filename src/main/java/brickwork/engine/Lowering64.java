package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.kernel.Kernels64;
import brickwork.model.Activation;
import brickwork.model.Layer;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the steps of a plan into operations: the one switch over steps. Layers large enough are shared among the threads by output rows;
 * what one thread does to its own rows in a row of steps it does without waiting for the others.
 */
final class Lowering64 {

    /** Multiply-adds of a product from which on sharing pays. */
    private static final long SHARED_PRODUCT = 1 << 19;

    /** Inputs of a batch from which on sharing their copying pays. */
    private static final int SHARED_GATHER = 1 << 16;

    /** Parameters from which on sharing an update pays. */
    private static final int SHARED_UPDATE = 1 << 15;

    private final ExecutionPlan plan;
    private final ParameterStore64 store;
    private final Workspace64 workspace;
    private final KernelChoice choice;
    private final Kernels64[] kernels;
    private final ThreadTeam team;
    private final Map<Integer, NormalizationOperations64.Statistics> statistics = new HashMap<>();

    /** {@code own} is the kernel set of the caller's thread; the others get theirs when there is something to share. */
    Lowering64(ExecutionPlan plan, ParameterStore64 store, Workspace64 workspace, KernelChoice choice, Kernels64 own, ThreadTeam team) {
        this.plan = plan;
        this.store = store;
        this.workspace = workspace;
        this.choice = choice;
        this.kernels = new Kernels64[team.threads()];
        this.kernels[0] = own;
        this.team = team;
    }

    private Kernels64 kernels(int thread) {
        if (kernels[thread] == null) {
            kernels[thread] = choice.kernels64();
        }
        return kernels[thread];
    }

    /** One step, divided or whole; {@code chain} names the rows that stay with one thread through neighbouring steps. */
    private record Part(Operation64[] operations, String chain) {}

    Operation64[] lower(List<Step> steps) {
        var lowered = new ArrayList<Operation64>();
        var open = new ArrayList<Part>();
        for (var step : steps) {
            for (var part : parts(step)) {
                if (!open.isEmpty() && (part.operations().length == 1 || !open.getLast().chain().equals(part.chain()))) {
                    lowered.add(Shared64.of(team, open.stream().map(Part::operations).toList()));
                    open.clear();
                }
                if (part.operations().length == 1) {
                    lowered.add(part.operations()[0]);
                } else {
                    open.add(part);
                }
            }
        }
        if (!open.isEmpty()) {
            lowered.add(Shared64.of(team, open.stream().map(Part::operations).toList()));
        }
        return lowered.toArray(Operation64[]::new);
    }

    private List<Part> parts(Step step) {
        return switch (step) {
            case Step.Gather gather -> gather(gather);
            case Step.Affine affine -> byRows(forward(affine.layer()), affine.layer().units(), isLarge(affine),
                    (k, from, rows) -> new ProductOperations64.Affine(affine, k, store, workspace, from, rows));
            case Step.Activate activate -> byRows(forward(activate.layer()), activate.layer().units(),
                    isLarge(activate.layer()) && isElementwise(activate.activation()),
                    (k, from, rows) -> new LayerOperations64.Activate(activate, k, workspace, from, rows));
            case Step.Normalize normalize -> byRows(forward(normalize.layer()), normalize.layer().units(), isLarge(normalize.layer()),
                    (k, from, rows) -> new NormalizationOperations64.Forward(normalize, statistics(normalize.layer()), k, store, workspace,
                            from, rows));
            case Step.NormalizeGradient gradient -> byRows(backward(gradient.layer().number()), gradient.layer().units(),
                    isLarge(gradient.layer()),
                    (k, from, rows) -> new NormalizationOperations64.Gradient(gradient, statistics(gradient.layer()), k, store, workspace,
                            from, rows));
            case Step.FollowBatch follow -> whole(
                    new NormalizationOperations64.Follow(follow, statistics(follow.layer()), store));
            case Step.Dropout dropout -> whole(
                    new LayerOperations64.Dropout(dropout, DropoutKeys.of(plan.network(), dropout.layer()), kernels[0], workspace));
            case Step.LossValue value -> whole(new LossOperations64.Value(value, kernels[0], workspace));
            case Step.PenaltyValue value -> whole(new PenaltyOperations64.Value(value, kernels[0], store));
            case Step.LossGradient gradient -> whole(new LossOperations64.Gradient(gradient, kernels[0], workspace));
            case Step.DropoutGradient gradient -> whole(new LayerOperations64.DropoutGradient(gradient, kernels[0], workspace));
            case Step.ActivationGradient gradient -> byRows(backward(gradient.layer().number()), gradient.layer().units(),
                    isLarge(gradient.layer()) && isElementwise(gradient.activation()),
                    (k, from, rows) -> new LayerOperations64.ActivationGradient(gradient, k, workspace, from, rows));
            case Step.WeightGradient gradient -> byRows(backward(gradient.layer().number()), gradient.layer().units(), isLarge(gradient),
                    (k, from, rows) -> new ProductOperations64.WeightGradient(gradient, k, store, workspace, from, rows));
            case Step.BiasGradient gradient -> byRows(backward(gradient.layer().number()), gradient.layer().units(),
                    isLarge(gradient.layer()),
                    (k, from, rows) -> new ProductOperations64.BiasGradient(gradient, k, store, workspace, from, rows));
            case Step.InputGradient gradient -> byRows(backward(gradient.layer().number() - 1), gradient.layer().inputs(),
                    isLarge(gradient),
                    (k, from, rows) -> new ProductOperations64.InputGradient(gradient, k, store, workspace, from, rows));
            case Step.PenaltyGradient gradient -> whole(new PenaltyOperations64.Gradient(gradient, kernels[0], store));
            case Step.GradientNorm _ -> norm();
            case Step.ClipGradients(var clip, _) -> whole(new ClipOperation64(clip, kernels[0], store));
            case Step.Update update -> whole(update(update));
        };
    }

    private List<Part> gather(Step.Gather step) {
        var parts = (long) step.inputs().units() * plan.batch() >= SHARED_GATHER ? Math.min(kernels.length, plan.batch()) : 1;
        var operations = new Operation64[parts];
        Arrays.setAll(operations, p -> new GatherOperation64(step, workspace, p, parts));
        return List.of(new Part(operations, "gather"));
    }

    private NormalizationOperations64.Statistics statistics(Layer layer) {
        return statistics.computeIfAbsent(layer.number(), _ -> new NormalizationOperations64.Statistics(layer.units()));
    }

    private static List<Part> whole(Operation64 operation) {
        return List.of(new Part(new Operation64[] {operation}, "whole"));
    }

    private static String forward(Layer layer) {
        return "forward " + layer.number();
    }

    /** The rows of delta of layer {@code number}. */
    private static String backward(int number) {
        return "backward " + number;
    }

    private boolean isLarge(Step step) {
        return step.multiplyAdds(plan.batch()) >= SHARED_PRODUCT;
    }

    private boolean isLarge(Layer layer) {
        return (long) layer.units() * layer.inputs() * plan.batch() >= SHARED_PRODUCT;
    }

    private static boolean isElementwise(Activation activation) {
        return !(activation instanceof Activation.Softmax);
    }

    /** Makes the operation of one thread. */
    private interface Rows {
        Operation64 operation(Kernels64 kernels, int from, int rows);
    }

    private List<Part> byRows(String chain, int rows, boolean shared, Rows maker) {
        var parts = shared ? Math.min(kernels.length, rows) : 1;
        var operations = new Operation64[parts];
        for (var p = 0; p < parts; p++) {
            var from = share(rows, parts, p);
            operations[p] = maker.operation(kernels(p), from, share(rows, parts, p + 1) - from);
        }
        return List.of(new Part(operations, chain));
    }

    /** Where the share of thread {@code part} begins. */
    static int share(int elements, int parts, int part) {
        return (int) ((long) elements * part / parts);
    }

    private List<Part> norm() {
        var sums = new double[NormOperation64.blocks(store)];
        var blocks = byRows("norm", sums.length, store.trained >= SHARED_UPDATE,
                (k, from, count) -> new NormOperation64.Blocks(k, store, sums, from, from + count));
        return List.of(blocks.getFirst(), whole(new NormOperation64(store, sums)).getFirst());
    }

    private UpdateOperation64 update(Step.Update step) {
        var formula = step.optimizer().rule();
        var rule = UpdateRule.of(formula);
        var numbers = new double[rule.numbers.length];
        var moves = byRows("update", store.trained, store.trained >= SHARED_UPDATE,
                (k, from, count) -> new UpdateOperation64.Move(k.update(formula), numbers, store, from, count)).getFirst().operations();
        var move = moves.length == 1 ? moves[0] : Shared64.of(team, List.<Operation64[]>of(moves));
        return new UpdateOperation64(rule, numbers, kernels[0].update(formula), move, store);
    }
}
