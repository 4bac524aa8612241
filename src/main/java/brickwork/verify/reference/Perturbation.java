package brickwork.verify.reference;

import java.util.ArrayList;
import java.util.List;

/** How values differ from those of the same layer and batch in a pass made before. */
public sealed interface Perturbation<S extends Scalar<S>> {

    /** The samples that differ, ascending. */
    List<Integer> samples();

    /** The rows that differ, whole. */
    Batch<S> rows(Batch<S> base);

    /** Only one unit differs. */
    record Column<S extends Scalar<S>>(int unit, List<Integer> samples, List<S> values) implements Perturbation<S> {

        @Override
        public Batch<S> rows(Batch<S> base) {
            return base.of(samples).withColumn(unit, values);
        }

        /** Without the samples at which the unit has kept its value. */
        Column<S> withoutUnchanged(Batch<S> base) {
            var kept = new ArrayList<Integer>();
            var changed = new ArrayList<S>();
            for (var i = 0; i < samples.size(); i++) {
                if (!values.get(i).equals(base.rowOf(samples.get(i)).get(unit))) {
                    kept.add(samples.get(i));
                    changed.add(values.get(i));
                }
            }
            return new Column<>(unit, kept, changed);
        }
    }

    /** Whole rows differ. */
    record Rows<S extends Scalar<S>>(Batch<S> changed) implements Perturbation<S> {

        @Override
        public List<Integer> samples() {
            return changed.samples();
        }

        @Override
        public Batch<S> rows(Batch<S> base) {
            return changed;
        }
    }
}
