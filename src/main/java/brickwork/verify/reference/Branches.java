package brickwork.verify.reference;

/**
 * Which formula a pass uses for a function that has several. By itself it is the one of the piece its argument lies on; differences near
 * a kink are taken with the formula pinned, so that no probe crosses the kink.
 */
public interface Branches {

    /** The formula of the piece on which the argument lies. */
    Branches NATURAL = new Branches() {
        @Override
        public int ofPreActivation(int layer, int unit, int sample, int natural) {
            return natural;
        }

        @Override
        public int ofResidual(int term, int output, int sample, int natural) {
            return natural;
        }
    };

    /**
     * The piece whose formula the activation of a unit uses.
     *
     * @param layer   counted from 0
     * @param sample  in the batch, counted from 0
     * @param natural the piece that z lies on, of {@link Pieces#of(brickwork.model.Activation)}
     */
    int ofPreActivation(int layer, int unit, int sample, int natural);

    /**
     * The piece whose formula a data term uses for an output.
     *
     * @param term    of the loss, counted from 0
     * @param sample  in the batch, counted from 0
     * @param natural the piece that a - y lies on, of {@link Pieces#of(brickwork.model.LossTerm.Kind)}
     */
    int ofResidual(int term, int output, int sample, int natural);
}
