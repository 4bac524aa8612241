package brickwork.verify.gradient;

import brickwork.engine.Tensor;
import brickwork.model.Layer;
import java.util.Optional;

/** Accumulates the figures of a gradient check, entry by entry; those of tensors are added up in the order of the tensors. */
final class GradientComparison {

    private final double floor;
    private long compared;
    private double differences;
    private double backwardSquares;
    private double numericSquares;
    private GradientEntry worst;

    /** Differences are relative to the greater of both gradients, and to at least 1e-5·max(1, abs loss). */
    GradientComparison(double loss) {
        this.floor = 1e-5 * Math.max(1, Math.abs(loss));
    }

    /** Compares one entry with the numeric gradient. */
    void add(Layer layer, Tensor tensor, int index, double backward, double numeric) {
        add(layer, tensor, index, backward, numeric, numeric, numeric);
    }

    /**
     * Compares one entry near a kink.
     *
     * @param low  the least numeric gradient that counts as equal
     * @param high the greatest
     */
    void add(Layer layer, Tensor tensor, int index, double backward, double numeric, double low, double high) {
        var finite = Double.isFinite(backward) && Double.isFinite(low) && Double.isFinite(high);
        var nearest = low < high ? Math.clamp(backward, low, high) : numeric;
        var difference = Math.abs(backward - nearest);
        var diff = finite
                ? difference / Math.max(floor, Math.max(Math.abs(backward), Math.abs(nearest)))
                : Double.POSITIVE_INFINITY;
        compared++;
        differences += difference * difference;
        backwardSquares += backward * backward;
        numericSquares += nearest * nearest;
        if (worst == null || diff > worst.diff()) {
            var parameter = new GradientEntry.Parameter(layer.number(), tensor.name(), index / tensor.columns(), index % tensor.columns());
            worst = new GradientEntry(parameter, backward, numeric, diff, layer.origin());
        }
    }

    void add(GradientComparison other) {
        compared += other.compared;
        differences += other.differences;
        backwardSquares += other.backwardSquares;
        numericSquares += other.numericSquares;
        if (worst == null || other.worst != null && other.worst.diff() > worst.diff()) {
            worst = other.worst;
        }
    }

    GradientFigures figures() {
        var size = Math.sqrt(backwardSquares) + Math.sqrt(numericSquares);
        var norm = differences == 0 ? 0 : Math.sqrt(differences) / size;
        return new GradientFigures(compared, worst == null ? 0 : worst.diff(), Double.isNaN(norm) ? Double.POSITIVE_INFINITY : norm,
                Optional.ofNullable(worst));
    }
}
