package brickwork.verify.trace;

import brickwork.model.Layer;
import brickwork.model.Specification;
import java.util.List;
import java.util.Optional;

/**
 * One training step with every number on its way: forward, loss, backward, gradients, clip, update and the loss after it. All numbers are
 * doubles, whatever the precision of the network. With dropout, outputs are dropped as training drops them in its first step; the loss
 * after the step drops the same.
 *
 * @param network what the spec says
 * @param batch   how many samples the step takes
 * @param drawn   whether they were drawn from the seed because the spec names no data
 * @param samples the first of them, written out; all sums are over the whole batch
 * @param norms   what each layer that normalises takes from the whole batch
 * @param unshown what the samples that are not written out add to each data term
 * @param before  the loss at the parameters before the step
 * @param clip    what clipping did, if the spec says any
 * @param rate    of the first epoch
 * @param tensors all tensors in the order of the layers
 * @param after   the loss of the same batch at the parameters after the step
 * @param engine  whether the engine's own step gives the same
 */
public record StepTrace(Specification network, int batch, boolean drawn, List<SampleTrace> samples,
        List<NormalizationTrace> norms, List<Double> unshown, LossTrace before, Optional<ClipTrace> clip, double rate,
        List<TensorTrace> tensors, LossTrace after, Agreement engine) {

    public StepTrace {
        samples = List.copyOf(samples);
        norms = List.copyOf(norms);
        unshown = List.copyOf(unshown);
        tensors = List.copyOf(tensors);
    }

    /** What a layer takes from the whole batch; empty where it does not normalise. */
    public Optional<NormalizationTrace> norm(Layer layer) {
        return norms.stream().filter(norm -> norm.layer().number() == layer.number()).findFirst();
    }

    /** A tensor by its name, as in {@code layer1.weight}. */
    public TensorTrace tensor(String name) {
        return tensors.stream().filter(t -> t.tensor().name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tensor " + name + " among "
                        + tensors.stream().map(t -> t.tensor().name()).toList()));
    }
}
