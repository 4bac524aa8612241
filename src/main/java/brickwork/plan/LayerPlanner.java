package brickwork.plan;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Layer;
import brickwork.plan.Buffer.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buffers of one layer and the steps between them. */
final class LayerPlanner {

    private final Layer layer;
    private final Source below;
    private final Planner planner;
    private final Optional<Step.Normalization> normalization;
    private final Buffer products;
    private final Buffer preActivations;
    private final Buffer activations;
    private final Optional<Buffer> mask;
    private final Buffer outputs;
    private final Optional<Buffer> delta;
    private final Optional<Buffer> productDelta;

    /** What a layer takes: the numbers, and where their derivative is wanted, if it is. */
    record Source(Buffer values, Optional<Buffer> delta) {}

    LayerPlanner(Layer layer, Source below, Planner planner) {
        this.layer = layer;
        this.below = below;
        this.planner = planner;
        this.normalization = normalization(layer, planner);
        var normalized = normalization.map(_ -> buffer("n"));
        this.preActivations = buffer(keepsPreActivations() ? "z" : "a");
        this.products = normalized.orElse(preActivations);
        this.activations = keepsPreActivations() ? buffer("a") : preActivations;
        this.mask = layer.dropout() > 0 ? Optional.of(buffer("mask")) : Optional.empty();
        this.outputs = mask.isPresent() ? buffer("dropped") : activations;
        this.delta = planner.needsDelta(layer) ? Optional.of(buffer("delta")) : Optional.empty();
        this.productDelta = normalization.isPresent() ? delta.map(_ -> buffer("ndelta")) : delta;
    }

    private static Optional<Step.Normalization> normalization(Layer layer, Planner planner) {
        return layer.norm().map(norm -> {
            var slots = Bias.Norm.TENSORS.stream().map(tensor -> planner.slot(layer.tensorName(tensor)).orElseThrow()).toList();
            return new Step.Normalization(norm, slots.get(0), slots.get(1), slots.get(2), slots.get(3));
        });
    }

    private Buffer buffer(String prefix) {
        return planner.buffer(prefix + layer.number(), layer.units(), Layout.UNIT_MAJOR);
    }

    private boolean isLast() {
        return layer.number() == planner.network().feedForward().layers().size();
    }

    private boolean isLinear() {
        return layer.activation() instanceof Activation.Linear;
    }

    /** Whether z must outlive the activation: its derivative or the loss looks at it, or somebody wants to see it. */
    private boolean keepsPreActivations() {
        var lossReadsPreActivation = isLast()
                && planner.network().feedForward().loss().data().stream().anyMatch(term -> term.kind().readsPreActivation());
        return lossReadsPreActivation || planner.keepsAll() && !isLinear()
                || planner.needsDelta(layer) && layer.activation().traits().course().readsPreActivation();
    }

    Source above() {
        return new Source(outputs, delta);
    }

    LayerPlan plan() {
        return new LayerPlan(layer, new LayerPlan.Buffers(preActivations, activations, outputs, delta), forward(),
                delta.map(this::backward).orElse(List.of()),
                normalization.<List<Step>>map(by -> List.of(new Step.FollowBatch(layer, by))).orElse(List.of()));
    }

    private List<Step> forward() {
        var steps = new ArrayList<Step>();
        steps.add(new Step.Affine(layer, below.values(), planner.weights(layer), planner.bias(layer), products));
        normalization.ifPresent(by -> steps.add(new Step.Normalize(layer, by, products, preActivations)));
        if (!isLinear()) {
            steps.add(new Step.Activate(layer, preActivations, activations));
        }
        mask.ifPresent(m -> steps.add(new Step.Dropout(layer, activations, m, outputs)));
        return steps;
    }

    /** For the last layer {@link #loss} has already gone through the activation. */
    private List<Step> backward(Buffer delta) {
        var steps = new ArrayList<Step>();
        mask.ifPresent(m -> steps.add(new Step.DropoutGradient(layer, m, delta)));
        if (!isLast() && !isLinear()) {
            steps.add(new Step.ActivationGradient(layer, preActivations, activations, delta));
        }
        var byProducts = productDelta.orElseThrow();
        normalization.ifPresent(by -> steps.add(new Step.NormalizeGradient(layer, by, delta, products, byProducts)));
        if (layer.weightsTrained()) {
            steps.add(new Step.WeightGradient(layer, byProducts, below.values(), planner.weights(layer), planner.weightOrder(layer)));
        }
        planner.bias(layer).filter(TensorSlot::trained).ifPresent(bias -> steps.add(new Step.BiasGradient(layer, byProducts, bias)));
        below.delta().ifPresent(to -> steps.add(new Step.InputGradient(layer, byProducts, planner.weights(layer), to)));
        return steps;
    }

    /** The loss above this layer, the last: terms that are computed from z join the derivative after the activation. */
    LossPlan loss(Buffer targets) {
        var loss = planner.network().feedForward().loss();
        var value = new Step.LossValue(loss.data(), preActivations, outputs, targets);
        var penalty = loss.penalties().isEmpty()
                ? Optional.<Step.PenaltyValue>empty()
                : Optional.of(new Step.PenaltyValue(loss.penalties(), planner.penalized(slot -> true)));
        var backward = new ArrayList<Step>();
        delta.ifPresent(to -> {
            var fromZ = loss.data().stream().filter(term -> term.kind().readsPreActivation()).toList();
            var byOutputs = loss.data().stream().filter(term -> !term.kind().readsPreActivation()).toList();
            if (!byOutputs.isEmpty()) {
                backward.add(new Step.LossGradient(byOutputs, false, false, preActivations, outputs, targets, to));
                if (!isLinear()) {
                    backward.add(new Step.ActivationGradient(layer, preActivations, activations, to));
                }
            }
            if (!fromZ.isEmpty()) {
                backward.add(new Step.LossGradient(fromZ, true, !byOutputs.isEmpty(), preActivations, outputs, targets, to));
            }
        });
        var trained = planner.penalized(TensorSlot::trained);
        var penaltyBackward = loss.penalties().isEmpty() || trained.isEmpty()
                ? Optional.<Step.PenaltyGradient>empty()
                : Optional.of(new Step.PenaltyGradient(loss.penalties(), trained));
        return new LossPlan(value, penalty, backward, penaltyBackward);
    }
}
