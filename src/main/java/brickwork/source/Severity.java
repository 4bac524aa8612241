package brickwork.source;

/** An error stops the text from meaning anything; a warning is worth acting on. */
public enum Severity {
    ERROR,
    WARNING
}
