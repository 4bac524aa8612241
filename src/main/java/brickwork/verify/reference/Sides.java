package brickwork.verify.reference;

import brickwork.model.Activation;
import brickwork.model.LossTerm;

/**
 * Which formula a function with a kink uses. By itself it is the one its argument falls on; who takes differences near a kink can hold it
 * on the side of the point, so that a probe never crosses.
 */
public interface Sides {

    /** The formula the argument falls on. */
    Sides AS_THEY_FALL = new Sides() {
        @Override
        public int ofSum(int layer, int unit, int falls) {
            return falls;
        }

        @Override
        public int ofResidual(int term, int output, int falls) {
            return falls;
        }
    };

    /**
     * For relu, leaky_relu, elu and selu, and for functions of the host program.
     *
     * @param layer counted from 0
     * @param falls 1 where z > 0, else -1; for the host program how many of the function's kinks lie below z
     */
    int ofSum(int layer, int unit, int falls);

    /**
     * For mae and huber.
     *
     * @param term  which data term of the loss, from 0
     * @param falls mae: the sign of a - y; huber: 1 and -1 beyond the threshold, 0 within it
     */
    int ofResidual(int term, int output, int falls);

    /** The side of 0 that z falls on, 0 itself belonging to the negative one; likewise the piece between kinks of the host program. */
    static int ofSum(Activation f, double z) {
        if (f instanceof Activation.Host host) {
            var piece = 0;
            while (piece < host.kinks().size() && z > host.kinks().get(piece)) {
                piece++;
            }
            return piece;
        }
        return z > 0 ? 1 : -1;
    }

    /** Which of its formulas a data term uses at a residual a - y; 0 where it has but one. */
    static int ofResidual(LossTerm.Kind kind, double residual) {
        return switch (kind) {
            case LossTerm.MeanAbsoluteError _ -> (int) Math.signum(residual);
            case LossTerm.Huber(var threshold) -> residual > threshold ? 1 : residual < -threshold ? -1 : 0;
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _, LossTerm.BinaryCrossEntropy _, LossTerm.CrossEntropy _,
                    LossTerm.Host _ -> 0;
        };
    }
}
