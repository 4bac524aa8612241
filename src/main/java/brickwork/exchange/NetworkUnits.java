package brickwork.exchange;

/** In which units a network from a file that says both speaks. */
public enum NetworkUnits {
    /** Inputs and outputs as the data has them: the file's means and ranges belong to the model. */
    OF_DATA,
    /** Inputs and outputs normalised, as the bare network has them: what files of properties speak of. Every weight stays as it is. */
    NORMALISED
}
