package brickwork.verify.gradient;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.model.Specification;

/** A backward pass to be checked: the engine's, or one with a fault planted in it. */
@FunctionalInterface
public interface Backward {

    /**
     * The gradients of data loss plus penalty over all rows, dropout and clipping off, in double precision.
     *
     * @param network    its loss may have terms with factor 0, or no penalties
     * @param parameters where
     * @return tensors shaped and ordered as {@code parameters}; zero for what is not trained
     */
    Parameters gradients(Specification network, Parameters parameters, SampleRows rows);
}
