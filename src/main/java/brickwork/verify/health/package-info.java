/**
 * The health of a network on samples: dead and saturated units, gradients that vanish or explode on their way down, updates that are too
 * large, inputs that never change, and numbers that are no numbers. The door is {@link brickwork.verify.health.Health}; how each figure is
 * measured stands with {@link brickwork.verify.health.LayerHealth}. Everything is computed by the engine, in the precision of training,
 * dropout and clipping off.
 */
package brickwork.verify.health;
