package brickwork.engine;

import java.util.Optional;

/** What one training step met. An engine fills the same one at every step. */
public final class StepResult {

    private double dataLoss;
    private double penalty;
    private double gradientNorm;
    private int correct;
    private NonFinite fault;

    /** Of a step that met a number that is not finite. */
    public static StepResult stoppedAt(NonFinite fault) {
        return new StepResult().stopped(Double.NaN, Double.NaN, fault);
    }

    /** Of a step whose numbers were all finite. */
    public static StepResult finite(double dataLoss, double penalty, double gradientNorm, int correct) {
        return new StepResult().made(dataLoss, penalty, gradientNorm, correct);
    }

    StepResult made(double loss, double ofWeights, double norm, int right) {
        dataLoss = loss;
        penalty = ofWeights;
        gradientNorm = norm;
        correct = right;
        fault = null;
        return this;
    }

    StepResult stopped(double loss, double ofWeights, NonFinite at) {
        made(loss, ofWeights, Double.NaN, 0);
        fault = at;
        return this;
    }

    /** Whether all numbers were finite, so that the update was made. */
    public boolean isFinite() {
        return fault == null;
    }

    /** The first number that was not finite, if there was one; then figures that the step did not come to mean nothing. */
    public Optional<NonFinite> fault() {
        return Optional.ofNullable(fault);
    }

    /** Data loss of the batch, before the update. */
    public double dataLoss() {
        return dataLoss;
    }

    /** Penalty before the update. */
    public double penalty() {
        return penalty;
    }

    /** L2 norm of all gradients together, before clipping; 0 where nothing is trained. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /**
     * Rows of the batch whose class was right, from the same forward pass; 0 unless {@link StepSettings#countsCorrect}. The class of
     * outputs and of targets is that of {@link ClassDecision}.
     */
    public int correct() {
        return correct;
    }
}
