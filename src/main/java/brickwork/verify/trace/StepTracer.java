package brickwork.verify.trace;

import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.Clip;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.train.Schedules;
import brickwork.verify.reference.Masks;
import brickwork.verify.reference.Real;
import brickwork.verify.reference.ReferenceBackward;
import brickwork.verify.reference.ReferenceClip;
import brickwork.verify.reference.ReferenceForward;
import brickwork.verify.reference.ReferenceNetwork;
import brickwork.verify.reference.ReferenceTraining;
import brickwork.verify.reference.Sample;
import brickwork.verify.reference.SampleGradients;
import brickwork.verify.reference.Sides;
import brickwork.verify.reference.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the first training step of a network by the plain interpreter and keeps every number of it. */
public final class StepTracer {

    private final Specification network;
    private final TraceBatch batch;
    private final Parameters before;
    private final Options options;
    private final Masks masks;
    private final double rate;
    private final List<SampleTrace> samples = new ArrayList<>();
    private final ReferenceBackward shown;
    private final ReferenceBackward unshown;

    private StepTracer(Specification network, TraceBatch batch, Parameters parameters, Options options) {
        this.network = network.withPrecision(Precision.F64);
        this.batch = batch;
        this.before = new Parameters(Precision.F64, parameters.tensors());
        this.options = options;
        this.rate = Schedules.rate(network.learning().descent().optimizer(), 0,
                network.learning().training().map(training -> training.epochs()).orElse(1),
                network.learning().descent().optimizer().rate());
        this.masks = new DropoutMasks(network, 0);
        this.shown = new ReferenceBackward(this.network, before, masks);
        this.unshown = new ReferenceBackward(this.network, before, masks);
    }

    /**
     * How to trace.
     *
     * @param samples how many samples are written out at most, the first of the batch
     * @param engines what makes the step the trace is compared with
     */
    public record Options(int samples, EngineOptions engines) {

        /** Samples written out where nothing is said. */
        public static final int SAMPLES = 4;

        public Options {
            if (samples < 1) {
                throw new IllegalArgumentException("a trace needs at least 1 sample, got " + samples);
            }
        }

        /** Four samples, the best kernels there are, one thread. */
        public static Options standard() {
            return new Options(SAMPLES, EngineOptions.standard());
        }
    }

    /**
     * Traces the step over {@code batch}.
     *
     * @param network    of any precision; traced in f64
     * @param parameters where the step begins, of any precision
     */
    public static StepTrace trace(Specification network, TraceBatch batch, Parameters parameters, Options options) {
        return new StepTracer(network, batch, parameters, options).trace(network);
    }

    private StepTrace trace(Specification asWritten) {
        var terms = new double[network.feedForward().loss().data().size()];
        var rest = new double[terms.length];
        var forward = ReferenceForward.plain(network, before);
        for (var place = 0; place < batch.count(); place++) {
            var sample = sample(place);
            var trace = forward.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL, masks, place);
            var shares = shares(forward, trace, sample);
            var isShown = place < options.samples();
            var derivatives = (isShown ? shown : unshown).add(trace, sample.targets(), batch.count(), place);
            if (isShown) {
                samples.add(new SampleTrace(place + 1, batch.places()[place] + 1, sample.inputs(), sample.targets(),
                        layers(trace, derivatives, place), shares));
            }
            add(shares, terms);
            if (!isShown) {
                add(shares, rest);
            }
        }
        var gradients = StepGradients.of(network, before, shown.gradients(), unshown.gradients());
        var update = new ReferenceNetwork(network).training(before);
        update.update(gradients.clipped(), rate);
        var after = update.parameters();
        return new StepTrace(asWritten, batch.count(), batch.drawn(), samples, boxed(rest), new LossTrace(boxed(terms), penalties(before)),
                network.learning().descent().clip().map(clip -> clip(clip, gradients.total())), rate, tensors(gradients, update),
                new LossTrace(dataLoss(after), penalties(after)),
                new EngineStep(network, batch, before, rate).compare(after, options.engines()));
    }

    private static ClipTrace clip(Clip clip, Parameters gradients) {
        var norm = ReferenceClip.norm(gradients);
        return new ClipTrace(clip, norm, ReferenceClip.factor(clip, norm));
    }

    private Sample sample(int place) {
        return Sample.of(batch.rows(), batch.places()[place]);
    }

    private List<double[]> shares(ReferenceForward<Real> forward, Trace<Real> trace, Sample sample) {
        return forward.shares(trace, sample.targets(), batch.count()).stream().map(StepTracer::doubles).toList();
    }

    private List<LayerTrace> layers(Trace<Real> trace, SampleGradients gradients, int place) {
        var last = network.feedForward().layers().size() - 1;
        return IntStream.rangeClosed(0, last).mapToObj(l -> {
            var layer = network.feedForward().layers().get(l);
            var mask = IntStream.range(0, layer.dropout() == 0 ? 0 : layer.units()).mapToDouble(unit -> masks.factor(l, unit, place))
                    .toArray();
            return new LayerTrace(layer, doubles(trace.into(l)), doubles(trace.sums().get(l)), doubles(trace.outputs().get(l)), mask,
                    doubles(trace.passed().get(l)), gradients.passed().get(l), gradients.outputs().get(l), gradients.slopes().get(l),
                    l == last ? gradients.direct() : new double[0], gradients.deltas().get(l));
        }).toList();
    }

    private List<TensorTrace> tensors(StepGradients gradients, ReferenceTraining updated) {
        return before.tensors().stream().map(tensor -> {
            var name = tensor.name();
            var trained = ReferenceNetwork.isTrained(network, name);
            var g = gradients.clipped().tensor(name).values();
            var workings = trained
                    ? Workings.of(network.learning().descent().optimizer().rule(), rate, updated, name, tensor.values(), g)
                    : Map.<String, double[]>of();
            return new TensorTrace(tensor, trained, gradients.unshown().tensor(name).values(), gradients.data().tensor(name).values(),
                    gradients.penalties().stream().map(penalty -> penalty.tensor(name).values()).toList(),
                    gradients.total().tensor(name).values(), g, workings, updated.parameters().tensor(name).values());
        }).toList();
    }

    /** The data terms over the batch, the same outputs dropped. */
    private List<Double> dataLoss(Parameters parameters) {
        var terms = new double[network.feedForward().loss().data().size()];
        var forward = ReferenceForward.plain(network, parameters);
        for (var place = 0; place < batch.count(); place++) {
            var sample = sample(place);
            add(shares(forward, forward.trace(sample.inputs(new Real(0)), Sides.AS_THEY_FALL, masks, place), sample), terms);
        }
        return boxed(terms);
    }

    private List<Double> penalties(Parameters parameters) {
        var reference = new ReferenceNetwork(network);
        return network.feedForward().loss().penalties().stream().map(penalty -> reference.penalty(penalty, parameters)).toList();
    }

    private static void add(List<double[]> shares, double[] terms) {
        for (var t = 0; t < terms.length; t++) {
            for (var share : shares.get(t)) {
                terms[t] += share;
            }
        }
    }

    private static double[] doubles(List<Real> numbers) {
        return numbers.stream().mapToDouble(Real::value).toArray();
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
