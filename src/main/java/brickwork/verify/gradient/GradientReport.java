package brickwork.verify.gradient;

import brickwork.model.Penalty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a gradient check found.
 *
 * @param figures     of all parameters
 * @param tensors     the same tensor by tensor, trained ones only
 * @param kinks       what a probe would have crossed
 * @param samples     how many samples were used
 * @param dataLoss    at the parameters checked, over these samples
 * @param penaltyLoss likewise
 * @param hostFaults  where the check failed: the functions of the host program whose derivatives are not those of their values
 */
public record GradientReport(Figures figures, List<OfTensor> tensors, List<Kink> kinks, int samples, double dataLoss, double penaltyLoss,
        List<HostFault> hostFaults) {

    /** Below it gradients agree. */
    public static final double AGREEMENT = 1e-7;

    public GradientReport {
        tensors = List.copyOf(tensors);
        hostFaults = List.copyOf(hostFaults);
        kinks = List.copyOf(kinks);
    }

    GradientReport withHostFaults(List<HostFault> faults) {
        return new GradientReport(figures, tensors, kinks, samples, dataLoss, penaltyLoss, faults);
    }

    /**
     * How well gradients agree. Total, data loss and penalty are compared apart, so that neither hides the other.
     *
     * @param total     data loss plus penalty: what the language calls {@code diff} and {@code norm}
     * @param data      the data loss alone
     * @param penalty   the penalties alone
     * @param penalties each penalty alone, in the order of the text
     * @param dual      the total against forward-mode dual numbers, for all parameters of a small network and for some of each tensor of a
     *                  large one; absent where it was not asked for
     */
    public record Figures(GradientFigures total, GradientFigures data, GradientFigures penalty, List<OfPenalty> penalties,
            Optional<GradientFigures> dual) {

        public Figures {
            penalties = List.copyOf(penalties);
        }
    }

    /** The figures of one penalty. */
    public record OfPenalty(Penalty penalty, GradientFigures figures) {

        /** {@code penalty "l2"}. */
        public String title() {
            return "penalty \"" + penalty.word() + "\"";
        }

        /** One line: the penalty, and both numbers where they are farthest apart. */
        String text() {
            return title() + figures.worst().map(worst -> ": at " + worst.place() + " backward is " + worst.backward() + ", numeric "
                    + worst.numeric()).orElse("");
        }
    }

    /** The figures of one tensor. */
    public record OfTensor(String name, int layer, int rows, int columns, GradientFigures total, GradientFigures data,
            GradientFigures penalty) {}

    /** Of data loss plus penalty. */
    public GradientFigures total() {
        return figures.total();
    }

    /** Of the data loss alone. */
    public GradientFigures data() {
        return figures.data();
    }

    /** Of the penalties alone. */
    public GradientFigures penalty() {
        return figures.penalty();
    }

    /** Of each penalty, in the order of the text. */
    public List<OfPenalty> penalties() {
        return figures.penalties();
    }

    /** Of the total against dual numbers, where that was asked for. */
    public Optional<GradientFigures> dual() {
        return figures.dual();
    }

    public double diff() {
        return total().diff();
    }

    public double norm() {
        return total().norm();
    }

    public Optional<GradientEntry> worst() {
        return total().worst();
    }

    /** Number of parameters compared. */
    public long parameters() {
        return total().compared();
    }

    public double loss() {
        return dataLoss + penaltyLoss;
    }

    /** Whether the loss is a number at all; otherwise no gradient can be checked. */
    public boolean finite() {
        return Double.isFinite(loss());
    }

    /** The penalties whose gradients do not agree. */
    public List<OfPenalty> wrongPenalties() {
        return penalties().stream().filter(each -> !(each.figures().diff() < AGREEMENT)).toList();
    }

    /**
     * Whom a failed check accuses, a line each: the functions of the host program that are at fault, with the place, and the penalties that
     * do not agree; nobody where the fault lies elsewhere.
     */
    public List<String> blame() {
        var accused = hostFaults.stream().map(HostFault::title).toList();
        return Stream.concat(hostFaults.stream().map(HostFault::text),
                wrongPenalties().stream().filter(wrong -> !accused.contains(wrong.title())).map(OfPenalty::text)).toList();
    }

    /** Whether total, data loss, penalties and dual numbers all agree. */
    public boolean passed() {
        return finite() && total().diff() < AGREEMENT && data().diff() < AGREEMENT && penalty().diff() < AGREEMENT
                && wrongPenalties().isEmpty()
                && dual().map(figures -> figures.diff() < AGREEMENT).orElse(true);
    }
}
