package brickwork.verify;

/** Where a network stands when something is measured of it. */
public enum Stage {
    /** At its initial parameters. */
    INITIAL,
    /** At those training ends with. */
    TRAINED
}
