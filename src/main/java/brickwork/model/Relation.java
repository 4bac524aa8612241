package brickwork.model;

/** A comparison of a measured value with a stated one. */
public enum Relation {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    EQUAL("=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether {@code measured} stands so to {@code stated}; false where either is NaN. */
    public boolean holds(double measured, double stated) {
        return switch (this) {
            case LESS -> measured < stated;
            case LESS_OR_EQUAL -> measured <= stated;
            case GREATER -> measured > stated;
            case GREATER_OR_EQUAL -> measured >= stated;
            case EQUAL -> measured == stated;
        };
    }
}
