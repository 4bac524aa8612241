package brickwork.verify;

import brickwork.model.Specification;
import brickwork.verify.reference.Sides;
import java.util.Set;

/**
 * Holds every kink on the side where the base point lies, so that a probe never steps over it, and notes those it would have stepped over.
 * What is doubtful can be held elsewhere.
 *
 * @param doubtful how the doubtful are held
 * @param crossed  receives the kinks a probe would have crossed
 */
record HeldSides(Specification network, BasePoint point, int sample, Doubtful doubtful, Set<Kink> crossed) implements Sides {

    /** How doubtful places are held. */
    enum Doubtful {
        AS_THEY_LIE,
        NEGATIVE,
        POSITIVE,
        /** Residuals at 0, sums on the negative side, to which 0 belongs. */
        ZERO;

        private int sum(int lies, int below, int above) {
            return switch (this) {
                case AS_THEY_LIE -> lies;
                case NEGATIVE, ZERO -> below;
                case POSITIVE -> above;
            };
        }

        private int residual(int lies) {
            return switch (this) {
                case AS_THEY_LIE -> lies;
                case NEGATIVE -> -1;
                case POSITIVE -> 1;
                case ZERO -> 0;
            };
        }
    }

    @Override
    public int ofSum(int layer, int unit, int falls) {
        var side = point.sum(layer, unit);
        if (falls != side && !network.feedForward().layers().get(layer).activation().kinks().isEmpty()) {
            crossed.add(new Kink(Kink.Kind.ACTIVATION, layer + 1, unit, sample, -1));
        }
        return point.doubtfulSum(layer, unit) ? doubtful.sum(side, point.below(layer, unit), point.above(layer, unit)) : side;
    }

    @Override
    public int ofResidual(int term, int output, int falls) {
        var side = point.residual(term, output);
        if (falls != side) {
            crossed.add(new Kink(Kink.Kind.RESIDUAL, network.feedForward().layers().size(), output, sample, -1));
        }
        return point.doubtfulResidual(term, output) ? doubtful.residual(side) : side;
    }
}
