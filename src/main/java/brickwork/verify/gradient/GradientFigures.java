package brickwork.verify.gradient;

import java.util.Optional;

/**
 * How well gradients agree over a set of parameters.
 *
 * @param compared how many parameters were compared
 * @param diff     the greatest {@link GradientEntry#diff()}, infinite where a gradient is not finite, 0 where none was compared
 * @param norm     ‖backward - numeric‖ / (‖backward‖ + ‖numeric‖), 0 where both are 0
 * @param worst    the entry with the greatest diff
 */
public record GradientFigures(long compared, double diff, double norm, Optional<GradientEntry> worst) {}
