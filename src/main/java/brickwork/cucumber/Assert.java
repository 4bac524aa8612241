package brickwork.cucumber;

import brickwork.model.Precision;
import brickwork.source.DecimalText;
import brickwork.verify.Tolerance;
import java.util.Locale;
import java.util.function.Supplier;

/** Ends a scenario where a statement does not hold. */
final class Assert {

    private Assert() {}

    static void that(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** {@code replay} ends the message. */
    static void near(String what, double found, double stated, Tolerance closeness, Precision precision, Supplier<String> replay) {
        that(closeness.holds(found, stated, precision),
                () -> what + " is " + DecimalText.of(found) + ", not " + DecimalText.of(stated) + " " + closeness.text()
                        + String.format(Locale.ROOT, " (absolute error %.3g, relative error %.3g)", Math.abs(found - stated),
                                Math.abs(found - stated) / Math.max(Math.abs(found), Math.abs(stated)))
                        + replay.get());
    }
}
