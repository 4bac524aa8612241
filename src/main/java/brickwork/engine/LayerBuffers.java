package brickwork.engine;

import brickwork.plan.Buffer;
import brickwork.plan.LayerPlan;
import brickwork.plan.Step;
import java.util.List;
import java.util.Optional;

/** Where a pass leaves the numbers of a layer. */
final class LayerBuffers {

    private LayerBuffers() {}

    /** The buffer that holds {@code quantity} at the end of a pass, if there is one. */
    static Optional<Buffer> of(LayerPlan layer, Probe.Quantity quantity) {
        var product = step(layer.forward(), Step.Affine.class).orElseThrow();
        var activate = step(layer.forward(), Step.Activate.class);
        var activations = activate.map(Step.Activate::output).orElse(product.output());
        return switch (quantity) {
            case PRE_ACTIVATIONS -> Optional.of(product.output())
                    .filter(sums -> activate.isEmpty() || sums.index() != activations.index());
            case ACTIVATIONS -> Optional.of(activations);
            case OUTPUTS -> Optional.of(step(layer.forward(), Step.Dropout.class).map(Step.Dropout::output).orElse(activations));
            case GRADIENTS -> step(layer.backward(), Step.WeightGradient.class).map(Step.WeightGradient::delta)
                    .or(() -> step(layer.backward(), Step.BiasGradient.class).map(Step.BiasGradient::delta))
                    .or(() -> step(layer.backward(), Step.InputGradient.class).map(Step.InputGradient::delta));
        };
    }

    private static <S extends Step> Optional<S> step(List<Step> steps, Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
