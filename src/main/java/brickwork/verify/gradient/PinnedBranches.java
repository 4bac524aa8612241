package brickwork.verify.gradient;

import brickwork.model.Specification;
import brickwork.verify.reference.Branches;
import java.util.Set;

/**
 * Fixes the formula of every kinked function while differences are taken, to that of the piece on which the linearization point lies, and
 * notes the kinks that a probe would have crossed. Doubtful pieces can be fixed otherwise.
 *
 * @param doubtful how doubtful pieces are fixed
 * @param crossed  receives the kinks a probe would have crossed
 */
record PinnedBranches(Specification network, LinearizationPoint point, Doubtful doubtful, Set<Kink> crossed) implements Branches {

    /** How doubtful pieces are fixed. */
    enum Doubtful {
        NATURAL,
        LOWER,
        UPPER,
        /** Residuals at 0, activations on the lower piece, to which the kink belongs. */
        ZERO;

        private int piece(int natural, int lower) {
            return switch (this) {
                case NATURAL -> natural;
                case LOWER, ZERO -> lower;
                case UPPER -> lower + 1;
            };
        }

        private int residual(int natural) {
            return switch (this) {
                case NATURAL -> natural;
                case LOWER -> -1;
                case UPPER -> 1;
                case ZERO -> 0;
            };
        }
    }

    @Override
    public int ofPreActivation(int layer, int unit, int sample, int natural) {
        var piece = point.piece(layer, unit, sample);
        if (natural != piece) {
            crossed.add(new Kink(Kink.Kind.ACTIVATION, layer + 1, unit, sample, -1));
        }
        return point.isDoubtful(layer, unit, sample) ? doubtful.piece(piece, point.lowerPiece(layer, unit, sample)) : piece;
    }

    @Override
    public int ofResidual(int term, int output, int sample, int natural) {
        var piece = point.residual(term, output, sample);
        if (natural != piece) {
            crossed.add(new Kink(Kink.Kind.RESIDUAL, network.feedForward().layers().size(), output, sample, -1));
        }
        return point.isDoubtfulResidual(term, output, sample) ? doubtful.residual(piece) : piece;
    }
}
