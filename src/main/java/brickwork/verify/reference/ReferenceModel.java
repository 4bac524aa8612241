package brickwork.verify.reference;

import brickwork.data.SampleRows;
import brickwork.model.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The layers of a network with their parameters, and its loss, in one number type. */
public final class ReferenceModel<S extends Scalar<S>> {

    /** Samples a pass takes at most where no layer couples them, so that its memory does not grow with the batch. */
    private static final int BLOCK = 64;

    private final Loss loss;
    private final List<ReferenceLayer<S>> layers;
    private final List<Span> spans;
    private final S zero;

    /**
     * Where a layer of the model stands among the reference layers it is made of.
     *
     * @param first      the first of them
     * @param activation the one that applies f
     * @param end        after the last of them
     */
    record Span(int first, int activation, int end) {}

    private ReferenceModel(Loss loss, List<ReferenceLayer<S>> layers, List<Span> spans, S zero) {
        this.loss = loss;
        this.layers = layers;
        this.spans = spans;
        this.zero = zero;
    }

    /** Of layers of the model, each given as the reference layers it is made of. */
    static <S extends Scalar<S>> ReferenceModel<S> of(Loss loss, List<List<ReferenceLayer<S>>> layers, S zero) {
        var spans = new ArrayList<Span>();
        var first = 0;
        for (var parts : layers) {
            var activation = first + IntStream.range(0, parts.size())
                    .filter(part -> parts.get(part) instanceof ActivationLayer || parts.get(part) instanceof SoftmaxLayer)
                    .findFirst().orElseThrow();
            spans.add(new Span(first, activation, first + parts.size()));
            first += parts.size();
        }
        return new ReferenceModel<>(loss, layers.stream().flatMap(List::stream).toList(), spans, zero);
    }

    /** The reference layers, in order. */
    public List<ReferenceLayer<S>> layers() {
        return layers;
    }

    /** The place of the reference layer that uses a tensor. */
    public int positionOf(String tensor) {
        return position(layer -> layer.tensors().contains(tensor));
    }

    private int position(Predicate<ReferenceLayer<S>> wanted) {
        return IntStream.range(0, layers.size()).filter(at -> wanted.test(layers.get(at))).findFirst().orElseThrow();
    }

    /** Whether no layer from {@code position} on couples samples. */
    public boolean isSampleWiseFrom(int position) {
        return layers.subList(position, layers.size()).stream().allMatch(ReferenceLayer::sampleWise);
    }

    /** The samples of a batch in portions that can be run one by one: all at once where a layer couples them. */
    public Stream<List<Sample>> portions(SampleRows rows) {
        var size = isSampleWiseFrom(0) ? BLOCK : rows.count();
        return IntStream.range(0, Math.ceilDiv(rows.count(), size)).mapToObj(portion -> samples(rows, portion * size, size));
    }

    private static List<Sample> samples(SampleRows rows, int first, int most) {
        return IntStream.range(first, Math.min(rows.count(), first + most)).mapToObj(row -> Sample.of(rows, row)).toList();
    }

    /** A forward pass. */
    public ForwardPass<S> run(List<Sample> samples, Branches branches) {
        var values = new ArrayList<Batch<S>>(layers.size() + 1);
        values.add(Batch.ofInputs(samples, zero));
        for (var layer : layers) {
            values.add(layer.forward(values.getLast(), branches));
        }
        return new ForwardPass<>(this, samples, values);
    }

    /** The data loss over all rows. */
    public S dataLoss(SampleRows rows) {
        return portions(rows).map(samples -> run(samples, Branches.NATURAL)).flatMap(pass -> pass.shares(rows.count()))
                .reduce(zero, S::plus);
    }

    Loss loss() {
        return loss;
    }

    Span span(int layer) {
        return spans.get(layer);
    }

    int depth() {
        return spans.size();
    }
}
