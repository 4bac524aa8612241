package brickwork.verify.check;

/**
 * Two numbers that should be equal.
 *
 * @param place  what they are, as in {@code layer1.weight[0][2]}
 * @param found  what there is
 * @param stated what there should be
 */
record Mismatch(String place, double found, double stated) {

    /** Follows a sentence about two numbers. */
    static final String ERRORS = " (absolute error {absolute:%.3g}, relative error {relative:%.3g})";

    double absolute() {
        return Math.abs(found - stated);
    }

    double relative() {
        return relative(found, stated);
    }

    /** Beside the greater of the two; 0 where they are equal. */
    static double relative(double found, double stated) {
        return found == stated ? 0 : Math.abs(found - stated) / Math.max(Math.abs(found), Math.abs(stated));
    }
}
