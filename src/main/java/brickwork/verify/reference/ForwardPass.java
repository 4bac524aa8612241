package brickwork.verify.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a model makes of some samples, layer by layer.
 *
 * @param samples the whole batch, or a portion of it where no layer couples samples
 * @param values  the inputs, then what each reference layer gives, a row for each sample
 */
public record ForwardPass<S extends Scalar<S>>(ReferenceModel<S> model, List<Sample> samples, List<Batch<S>> values) {

    /** What the reference layer at {@code position} takes. */
    public Batch<S> into(int position) {
        return values.get(position);
    }

    /** What the reference layer at {@code position} gives. */
    public Batch<S> from(int position) {
        return values.get(position + 1);
    }

    /** What a layer of the model, counted from 0, takes. */
    public Batch<S> inputs(int layer) {
        return into(model.span(layer).first());
    }

    /** W·a + b of a layer of the model, which is z where it does not normalise. */
    public Batch<S> products(int layer) {
        return from(model.span(layer).first());
    }

    /** x of a layer of the model that normalises: its products less their mean, over their deviation. */
    public Optional<Batch<S>> normalized(int layer) {
        var after = model.span(layer).first() + 1;
        return model.layers().get(after) instanceof BatchNormalization<S> norm ? Optional.of(norm.normalized(into(after)))
                : Optional.empty();
    }

    /** z of a layer of the model: what its activation takes. */
    public Batch<S> preActivations(int layer) {
        return into(model.span(layer).activation());
    }

    /** a = f(z) of a layer of the model. */
    public Batch<S> activations(int layer) {
        return from(model.span(layer).activation());
    }

    /** What a layer of the model hands on: a, or a·mask where outputs are dropped. */
    public Batch<S> outputs(int layer) {
        return from(model.span(layer).end() - 1);
    }

    /** z of the last layer. */
    public Batch<S> lastPreActivations() {
        return preActivations(model.depth() - 1);
    }

    /** a of the last layer. */
    public Batch<S> lastActivations() {
        return activations(model.depth() - 1);
    }

    /** What each sample adds to the data loss of a batch of {@code batchSize}. */
    Stream<S> shares(int batchSize) {
        return IntStream.range(0, samples.size()).mapToObj(row -> ReferenceLoss.share(model.loss(), lastPreActivations().rows().get(row),
                lastActivations().rows().get(row), samples.get(row), batchSize, Branches.NATURAL));
    }

    /** What one row adds to the data loss of a batch of {@code batchSize}: a list for each data term, a number for each output. */
    public List<List<S>> parts(int row, int batchSize) {
        return ReferenceLoss.parts(model.loss(), lastPreActivations().rows().get(row), lastActivations().rows().get(row), samples.get(row),
                batchSize);
    }

    /** The tensors that follow the batches seen, after a training step over this one. */
    public List<ReferenceLayer.StateTensor> stateAfter() {
        return IntStream.range(0, model.layers().size()).boxed()
                .flatMap(position -> model.layers().get(position).stateAfter(into(position)).stream()).toList();
    }
}
