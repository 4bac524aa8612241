package brickwork.model;

import java.util.Optional;

/**
 * Parameters move against the gradient of the loss.
 *
 * @param optimizer how they move
 * @param clip      what is done to gradients first, if anything
 */
public record GradientDescent(Optimizer optimizer, Optional<Clip> clip) implements Learning.Method {

    public GradientDescent withOptimizer(Optimizer other) {
        return new GradientDescent(other, clip);
    }

    public GradientDescent withClip(Optional<Clip> other) {
        return new GradientDescent(optimizer, other);
    }
}
