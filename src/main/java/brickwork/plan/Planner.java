package brickwork.plan;

import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import brickwork.plan.Buffer.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Plans networks. */
public final class Planner {

    /** Inputs from which on rows are copied as they are: products read them across, and only the forward one must turn them. */
    private static final int WIDE = 32;

    private final Specification network;
    private final int batch;
    private final boolean keepsAll;
    private final int stride;
    private final List<TensorSlot> slots;
    private final Map<String, TensorSlot> slotsByName;
    private final int lowestTrained;
    private final List<Buffer> buffers = new ArrayList<>();

    private Planner(Specification network, int batch, boolean keepsAll) {
        this.network = network;
        this.batch = batch;
        this.keepsAll = keepsAll;
        this.stride = stride(batch, ReductionOrder.lanes(network.precision()));
        this.slots = slots(network.feedForward().layers());
        this.slotsByName = slots.stream().collect(Collectors.toMap(TensorSlot::name, slot -> slot));
        this.lowestTrained = slots.stream().filter(TensorSlot::trained).mapToInt(s -> s.layer().number()).min().orElse(Integer.MAX_VALUE);
    }

    /**
     * Plans {@code network} for batches of at most {@code batch} samples.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1
     */
    public static ExecutionPlan plan(Specification network, int batch) {
        return plan(network, batch, false);
    }

    /**
     * The same plan, but every layer's pre-activations have a buffer of their own and are there when a pass has ended. All results have
     * the bits of {@link #plan}.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1
     */
    public static ExecutionPlan planKeepingAll(Specification network, int batch) {
        return plan(network, batch, true);
    }

    private static ExecutionPlan plan(Specification network, int batch, boolean keepsAll) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 sample, got " + batch);
        }
        return new Planner(network, batch, keepsAll).plan();
    }

    /** Whole virtual vectors; but a single sample needs no padding, for its units lie side by side. */
    private static int stride(int batch, int lanes) {
        return batch == 1 ? 1 : Math.ceilDiv(batch, lanes) * lanes;
    }

    /** Trained tensors from offset 0 on, the others after them. */
    private static List<TensorSlot> slots(List<Layer> layers) {
        var tensors = layers.stream().flatMap(layer -> layer.tensors().stream()).toList();
        var trained = 0L;
        var kept = tensors.stream().filter(TensorSpec::trained).mapToLong(TensorSpec::elements).sum();
        var slots = new ArrayList<TensorSlot>();
        for (var layer : layers) {
            for (var tensor : layer.tensors()) {
                slots.add(new TensorSlot(layer, tensor, tensor.trained() ? trained : kept));
                if (tensor.trained()) {
                    trained += tensor.elements();
                } else {
                    kept += tensor.elements();
                }
            }
        }
        return slots;
    }

    private ExecutionPlan plan() {
        var first = network.feedForward().layers().getFirst();
        var inputs = buffer("x", first.inputs(), inputLayout(first));
        var targets = buffer("y", network.outputs(), Layout.UNIT_MAJOR);
        var flows = new ArrayList<LayerPlanner>();
        var below = new LayerPlanner.Source(inputs, Optional.empty());
        for (var layer : network.feedForward().layers()) {
            var flow = new LayerPlanner(layer, below, this);
            flows.add(flow);
            below = flow.above();
        }
        var loss = flows.getLast().loss(targets);
        var layers = flows.stream().map(LayerPlanner::plan).toList();
        return new ExecutionPlan(network, batch, stride, slots, buffers, new Step.Gather(inputs, targets), layers, loss, update(layers));
    }

    private Layout inputLayout(Layer first) {
        var chained = !first.weightsTrained() || weightOrder(first) == ReductionOrder.CHAIN;
        return chained && first.inputs() >= WIDE ? Layout.SAMPLE_MAJOR : Layout.UNIT_MAJOR;
    }

    private List<Step> update(List<LayerPlan> layers) {
        var elements = slots.stream().filter(TensorSlot::trained).mapToLong(TensorSlot::elements).sum();
        var steps = new ArrayList<Step>();
        if (elements > 0) {
            steps.add(new Step.GradientNorm(elements));
            network.learning().descent().clip().ifPresent(clip -> steps.add(new Step.ClipGradients(clip, elements)));
            steps.add(new Step.Update(network.learning().descent().optimizer(), elements));
        }
        layers.forEach(layer -> steps.addAll(layer.after()));
        return steps;
    }

    Specification network() {
        return network;
    }

    /** Whether pre-activations are to outlive the pass though neither derivatives nor the loss read them. */
    boolean keepsAll() {
        return keepsAll;
    }

    Buffer buffer(String name, int units, Layout layout) {
        var buffer = new Buffer(name, buffers.size(), units, stride, layout);
        buffers.add(buffer);
        return buffer;
    }

    TensorSlot weights(Layer layer) {
        return slot(layer.weightName()).orElseThrow();
    }

    Optional<TensorSlot> bias(Layer layer) {
        return slot(layer.biasName());
    }

    Optional<TensorSlot> slot(String name) {
        return Optional.ofNullable(slotsByName.get(name));
    }

    /** What penalties count. */
    List<TensorSlot> penalized(Predicate<TensorSlot> which) {
        return slots.stream().filter(s -> s.tensor().penalized()).filter(which).toList();
    }

    /** Whether the derivative by the outputs of {@code layer} is wanted: there is something trained at it or below. */
    boolean needsDelta(Layer layer) {
        return layer.number() >= lowestTrained;
    }

    ReductionOrder weightOrder(Layer layer) {
        return ReductionOrder.ofWeightGradient(layer.units(), layer.inputs(), batch, ReductionOrder.lanes(network.precision()));
    }
}
