package brickwork.verify.reference;

import brickwork.model.LossTerm;
import java.util.ArrayList;
import java.util.List;

/**
 * A forward pass over a whole batch, and what becomes of the loss where something in it changes by little. Only what a change reaches is
 * computed anew. Functions of the host program are taken along their tangents.
 */
public final class Neighbourhood<S extends Scalar<S>> {

    private final ForwardPass<S> pass;
    private final List<ReferenceLayer<S>> layers = new ArrayList<>();
    private final double[][][] termSlopes;

    /** Around a pass over all samples of a batch. */
    public Neighbourhood(ForwardPass<S> pass) {
        this.pass = pass;
        for (var position = 0; position < pass.model().layers().size(); position++) {
            layers.add(pass.model().layers().get(position).linearizedAt(pass.into(position), pass.from(position)));
        }
        termSlopes = pass.model().loss().data().stream().map(term -> term.kind() instanceof LossTerm.Host host
                ? slopes(host)
                : new double[0][]).toArray(double[][][]::new);
    }

    private double[][] slopes(LossTerm.Host host) {
        return pass.samples().stream().map(sample -> CustomTangents.ofTerm(host, outputs(sample), sample.targets()))
                .toArray(double[][]::new);
    }

    public ForwardPass<S> pass() {
        return pass;
    }

    private double[] outputs(Sample sample) {
        return Batch.doubles(pass.lastActivations().rowOf(sample.number()));
    }

    /**
     * The samples whose share in the loss changes where one sample changes in what the layer at {@code position} gives: itself, or all of
     * them where a layer behind couples samples.
     */
    public List<Integer> reached(int position, int sample) {
        return pass.model().isSampleWiseFrom(position + 1) ? List.of(sample) : everySample();
    }

    private List<Integer> everySample() {
        return pass.into(0).samples();
    }

    /** The data loss of the whole batch as it is. */
    public S loss(Branches branches) {
        return sum(everySample(), pass.lastPreActivations(), pass.lastActivations(), branches);
    }

    /**
     * What some samples add to the data loss where one unit of one sample were greater by {@code shift}.
     *
     * @param position of the reference layer that gives it
     * @param reached  the samples wanted, no fewer than {@link #reached}
     */
    public S lossWithOutput(int position, int unit, int sample, S shift, List<Integer> reached, Branches branches) {
        var moved = pass.from(position).rowOf(sample).get(unit).plus(shift);
        return lossAfter(position + 1, new Perturbation.Column<>(unit, List.of(sample), List.of(moved)), reached, branches);
    }

    /**
     * The data loss where one entry of a tensor were greater by {@code shift}.
     *
     * @param position of the reference layer that uses it
     */
    public S lossWithParameter(int position, String tensor, int index, S shift, Branches branches) {
        var moved = layers.get(position).moved(tensor, index, shift, pass.into(position), pass.from(position));
        return lossAfter(position + 1, moved, everySample(), branches);
    }

    /** The loss where something changes in what the layer at {@code first} takes. */
    private S lossAfter(int first, Perturbation<S> change, List<Integer> reached, Branches branches) {
        var z = pass.lastPreActivations();
        var a = pass.lastActivations();
        var last = layers.size() - 1;
        var changed = change;
        for (var position = first; position <= last && !changed.samples().isEmpty(); position++) {
            var before = changed;
            changed = layers.get(position).perturbed(changed, pass.into(position), pass.from(position), branches);
            if (changed instanceof Perturbation.Column<S> column) {
                changed = column.withoutUnchanged(pass.from(position));
            }
            if (position == last) {
                z = z.with(before.rows(z));
                a = a.with(changed.rows(a));
            }
        }
        return sum(reached, z, a, branches);
    }

    private S sum(List<Integer> samples, Batch<S> z, Batch<S> a, Branches branches) {
        return samples.stream().map(number -> {
            var row = a.rowNumber(number);
            var sample = pass.samples().get(row);
            return ReferenceLoss.share(pass.model().loss(), z.rows().get(row), a.rows().get(row), sample, pass.samples().size(), branches,
                    (term, host) -> alongTangent(term, host, sample, a.rows().get(row)));
        }).reduce(S::plus).orElseThrow();
    }

    private S alongTangent(int term, LossTerm.Host host, Sample sample, List<S> a) {
        var row = pass.into(0).rowNumber(sample.number());
        var before = pass.lastActivations().rows().get(row);
        var value = a.getFirst().of(host.value(Batch.doubles(before), sample.targets().clone()));
        for (var k = 0; k < a.size(); k++) {
            value = value.plus(a.get(k).minus(before.get(k)).times(termSlopes[term][row][k]));
        }
        return value;
    }
}
