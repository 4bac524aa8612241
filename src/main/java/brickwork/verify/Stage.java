package brickwork.verify;

/** At which parameters a network is measured. */
public enum Stage {
    /** Those training begins with. */
    INITIAL,
    /** Those training ends with. */
    TRAINED
}
