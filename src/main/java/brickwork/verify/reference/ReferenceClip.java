package brickwork.verify.reference;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Clip;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** What is done to gradients before the update. */
public final class ReferenceClip {

    private ReferenceClip() {}

    /** √Σg² over all gradients together. */
    public static double norm(Parameters gradients) {
        var square = 0.0;
        for (var tensor : gradients.tensors()) {
            for (var g : tensor.values()) {
                square += g * g;
            }
        }
        return StrictMath.sqrt(square);
    }

    /** What a clip multiplies every gradient by, given their norm: bound/norm, or 1. */
    public static double factor(Clip clip, double norm) {
        return switch (clip) {
            case Clip.Norm(var bound) -> norm > bound ? bound / norm : 1;
            case Clip.Value _ -> 1;
        };
    }

    /** Clipped by norm, by value, or not at all. */
    public static Parameters clipped(Optional<Clip> clip, Parameters gradients) {
        return switch (clip.orElse(null)) {
            case null -> gradients;
            case Clip.Norm norm -> {
                var factor = factor(norm, norm(gradients));
                yield each(gradients, g -> g * factor);
            }
            case Clip.Value(var bound) -> each(gradients, g -> Math.clamp(g, -bound, bound));
        };
    }

    private static Parameters each(Parameters gradients, DoubleUnaryOperator change) {
        return new Parameters(gradients.precision(), gradients.tensors().stream().map(t -> new Tensor(t.name(), t.rows(), t.columns(),
                t.bias(), DoubleStream.of(t.values()).map(change).toArray())).toList());
    }
}
