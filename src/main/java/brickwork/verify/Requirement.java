package brickwork.verify;

import brickwork.model.Precision;
import brickwork.model.Relation;
import brickwork.source.DecimalText;
import java.util.Optional;

/** What a measured number must be. */
public sealed interface Requirement {

    /** Whether a number meets it; false for NaN. {@code precision} is the number type it was computed in. */
    boolean holds(double measured, Precision precision);

    /** {@code >= 0.95}, {@code = 0.29 within 1e-6} or {@code between 0 and 1}. */
    String text();

    /** As it follows "not": {@code >= 0.95}, {@code 0.29 within 1e-6}, {@code between 0 and 1}. */
    default String negated() {
        return text();
    }

    static Requirement of(Relation relation, double value) {
        return new Compared(relation, value, Optional.empty());
    }

    static Requirement near(double value, Tolerance tolerance) {
        return new Compared(Relation.EQUAL, value, Optional.of(tolerance));
    }

    /**
     * A comparison with a value.
     *
     * @param tolerance where the relation is EQUAL: what still counts as equal
     */
    record Compared(Relation relation, double value, Optional<Tolerance> tolerance) implements Requirement {

        @Override
        public boolean holds(double measured, Precision precision) {
            return relation == Relation.EQUAL && tolerance.isPresent()
                    ? tolerance.get().holds(measured, value, precision)
                    : relation.holds(measured, value);
        }

        @Override
        public String text() {
            return relation.symbol() + " " + valueText();
        }

        @Override
        public String negated() {
            return relation == Relation.EQUAL ? valueText() : text();
        }

        private String valueText() {
            return DecimalText.of(value) + tolerance.map(t -> " " + t.text()).orElse("");
        }
    }

    /** low ≤ measured ≤ high. */
    record Between(double low, double high) implements Requirement {

        @Override
        public boolean holds(double measured, Precision precision) {
            return measured >= low && measured <= high;
        }

        @Override
        public String text() {
            return "between " + DecimalText.of(low) + " and " + DecimalText.of(high);
        }
    }
}
