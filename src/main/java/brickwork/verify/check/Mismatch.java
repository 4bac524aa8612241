package brickwork.verify.check;

import brickwork.source.DecimalText;
import java.util.Locale;

/**
 * Two numbers that should be equal.
 *
 * @param place  what they are, as in {@code layer1.weight[0][2]}
 * @param found  what there is
 * @param other  who states otherwise, as in {@code the reference has}
 * @param stated what there should be
 */
record Mismatch(String place, double found, String other, double stated) {

    double absolute() {
        return Math.abs(found - stated);
    }

    /** Beside the greater of the two; 0 where they are equal. */
    double relative() {
        return found == stated ? 0 : absolute() / Math.max(Math.abs(found), Math.abs(stated));
    }

    String text() {
        return place + " is " + DecimalText.of(found) + ", " + other + " " + DecimalText.of(stated)
                + String.format(Locale.ROOT, " (absolute error %.3g, relative error %.3g)", absolute(), relative());
    }
}
