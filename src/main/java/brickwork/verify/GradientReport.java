package brickwork.verify;

import java.util.List;
import java.util.Optional;

/**
 * What a gradient check found. Total, data loss and penalty are compared apart, so that neither hides the other.
 *
 * @param total    data loss plus penalty: what the language calls {@code diff} and {@code norm}
 * @param data     the data loss alone
 * @param penalty  the penalties alone
 * @param dual     the total against forward-mode dual numbers, for all parameters of a small network and for some of each tensor of a
 *                 large one; absent where it was not asked for
 * @param tensors  the same tensor by tensor, trained ones only
 * @param kinks    what a probe would have crossed
 * @param samples  how many samples were used
 * @param dataLoss at the parameters checked, over these samples
 * @param penaltyLoss likewise
 */
public record GradientReport(GradientFigures total, GradientFigures data, GradientFigures penalty, Optional<GradientFigures> dual,
        List<OfTensor> tensors, List<Kink> kinks, int samples, double dataLoss, double penaltyLoss) {

    /** Below it gradients agree. */
    public static final double AGREEMENT = 1e-7;

    public GradientReport {
        tensors = List.copyOf(tensors);
        kinks = List.copyOf(kinks);
    }

    /** The figures of one tensor. */
    public record OfTensor(String name, int layer, int rows, int columns, GradientFigures total, GradientFigures data,
            GradientFigures penalty) {}

    public double diff() {
        return total.diff();
    }

    public double norm() {
        return total.norm();
    }

    public Optional<GradientEntry> worst() {
        return total.worst();
    }

    /** Number of parameters compared. */
    public long parameters() {
        return total.compared();
    }

    public double loss() {
        return dataLoss + penaltyLoss;
    }

    /** Whether the loss is a number at all; otherwise no gradient can be checked. */
    public boolean finite() {
        return Double.isFinite(loss());
    }

    /** Whether total, data loss, penalty and dual numbers all agree. */
    public boolean passed() {
        return finite() && total.diff() < AGREEMENT && data.diff() < AGREEMENT && penalty.diff() < AGREEMENT
                && dual.map(figures -> figures.diff() < AGREEMENT).orElse(true);
    }
}
