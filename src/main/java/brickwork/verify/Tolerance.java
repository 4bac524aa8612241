package brickwork.verify;

import brickwork.model.Precision;
import brickwork.source.DecimalText;

/** How far apart two numbers may be and still count as equal. */
public sealed interface Tolerance {

    /**
     * Whether {@code found} counts as equal to {@code stated}; false for NaN.
     *
     * @param scale     the magnitude whose unit in the last place counts
     * @param precision the number type whose unit in the last place counts
     */
    boolean holds(double found, double stated, double scale, Precision precision);

    /** The same, with the greater of both numbers as scale. */
    default boolean holds(double found, double stated, Precision precision) {
        return holds(found, stated, Math.max(Math.abs(found), Math.abs(stated)), precision);
    }

    /** As in a sentence: {@code within 1e-12}. */
    String text();

    /** abs(found - stated) ≤ most. */
    record Absolute(double most) implements Tolerance {
        @Override
        public boolean holds(double found, double stated, double scale, Precision precision) {
            return found == stated || Math.abs(found - stated) <= most;
        }

        @Override
        public String text() {
            return "within " + DecimalText.of(most);
        }
    }

    /** abs(found - stated) ≤ most times the greater of the two. */
    record Relative(double most) implements Tolerance {
        @Override
        public boolean holds(double found, double stated, double scale, Precision precision) {
            return found == stated || Math.abs(found - stated) <= most * Math.max(Math.abs(found), Math.abs(stated));
        }

        @Override
        public String text() {
            return "within " + DecimalText.of(most) + " relative";
        }
    }

    /** At most {@code most} units in the last place of the scale: that of the greater number or, in a tensor, of its largest entry. */
    record Ulps(int most) implements Tolerance {
        @Override
        public boolean holds(double found, double stated, double scale, Precision precision) {
            return found == stated || Math.abs(found - stated) <= most * ulp(scale, precision);
        }

        @Override
        public String text() {
            return "within " + most + " ulp";
        }
    }

    /** The same bits: 0 and -0 differ. */
    record Bits() implements Tolerance {
        @Override
        public boolean holds(double found, double stated, double scale, Precision precision) {
            return Double.doubleToLongBits(found) == Double.doubleToLongBits(stated);
        }

        @Override
        public String text() {
            return "bit for bit";
        }
    }

    /** The unit in the last place of a number of that type. */
    static double ulp(double value, Precision precision) {
        return switch (precision) {
            case F32 -> Math.ulp((float) value);
            case F64 -> Math.ulp(value);
        };
    }
}
