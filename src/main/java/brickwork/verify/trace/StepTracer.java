package brickwork.verify.trace;

import brickwork.data.RowSubset;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.Clip;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.train.Schedules;
import brickwork.verify.reference.BackwardPass;
import brickwork.verify.reference.Branches;
import brickwork.verify.reference.ForwardPass;
import brickwork.verify.reference.GradientSums;
import brickwork.verify.reference.Masks;
import brickwork.verify.reference.Mode;
import brickwork.verify.reference.Real;
import brickwork.verify.reference.ReferenceActivation;
import brickwork.verify.reference.ReferenceClip;
import brickwork.verify.reference.ReferenceLayer;
import brickwork.verify.reference.ReferenceNetwork;
import brickwork.verify.reference.ReferenceTraining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the first training step of a network by the plain interpreter and keeps every number of it. */
public final class StepTracer {

    private final Specification network;
    private final TraceBatch batch;
    private final Parameters before;
    private final Options options;
    private final Masks masks;
    private final double rate;
    private final List<SampleTrace> samples = new ArrayList<>();
    private final List<NormalizationTrace> norms = new ArrayList<>();
    private final List<ReferenceLayer.StateTensor> state = new ArrayList<>();
    private final ReferenceNetwork reference;
    private final GradientSums shown;
    private final GradientSums unshown;

    private StepTracer(Specification network, TraceBatch batch, Parameters parameters, Options options) {
        this.network = network.withPrecision(Precision.F64);
        this.batch = batch;
        this.before = new Parameters(Precision.F64, parameters.tensors());
        this.options = options;
        this.rate = Schedules.rate(network.learning().descent().optimizer(), 0,
                network.learning().training().map(training -> training.epochs()).orElse(1),
                network.learning().descent().optimizer().rate());
        this.masks = new DropoutMasks(network, 0);
        this.reference = new ReferenceNetwork(this.network);
        this.shown = new GradientSums(reference, before);
        this.unshown = new GradientSums(reference, before);
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
        passes(before).forEach(pass -> {
            var backward = new BackwardPass(pass, batch.count());
            network.feedForward().layers().forEach(layer -> layer.norm()
                    .ifPresent(norm -> norms.add(NormalizationTrace.of(layer, norm, pass, backward, options.samples()))));
            state.addAll(pass.stateAfter());
            backward.addTo(shown, sample -> sample.number() < options.samples());
            backward.addTo(unshown, sample -> sample.number() >= options.samples());
            for (var row = 0; row < pass.samples().size(); row++) {
                var sample = pass.samples().get(row);
                var parts = parts(pass, row);
                var isShown = sample.number() < options.samples();
                if (isShown) {
                    samples.add(new SampleTrace(sample.number() + 1, batch.places()[sample.number()] + 1, sample.inputs(), sample.targets(),
                            layers(pass, backward, row), parts));
                }
                add(parts, terms);
                if (!isShown) {
                    add(parts, rest);
                }
            }
        });
        var gradients = StepGradients.of(network, before, shown.gradients(), unshown.gradients());
        var update = reference.training(before);
        update.update(gradients.clipped(), rate);
        update.follow(state);
        var after = update.parameters();
        return new StepTrace(asWritten, batch.count(), batch.drawn(), samples, norms, boxed(rest),
                new LossTrace(boxed(terms), penalties(before)),
                network.learning().descent().clip().map(clip -> clip(clip, gradients.total())), rate, tensors(gradients, update),
                new LossTrace(dataLoss(after), penalties(after)),
                new EngineStep(network, batch, before, rate).compare(after, options.engines()));
    }

    private static ClipTrace clip(Clip clip, Parameters gradients) {
        var norm = ReferenceClip.norm(gradients);
        return new ClipTrace(clip, norm, ReferenceClip.factor(clip, norm));
    }

    /** Forward passes over the batch, some outputs dropped. */
    private Stream<ForwardPass<Real>> passes(Parameters parameters) {
        var model = reference.inDoubles(parameters, new Mode.Training(masks));
        return model.portions(new RowSubset(batch.rows(), batch.places())).map(portion -> {
            options.engines().cancellation().check();
            return model.run(portion, Branches.NATURAL);
        });
    }

    private List<double[]> parts(ForwardPass<Real> pass, int row) {
        return pass.parts(row, batch.count()).stream().map(part -> part.stream().mapToDouble(Real::value).toArray()).toList();
    }

    private List<LayerTrace> layers(ForwardPass<Real> pass, BackwardPass backward, int row) {
        var last = network.feedForward().layers().size() - 1;
        var sample = pass.samples().get(row).number();
        return IntStream.rangeClosed(0, last).mapToObj(l -> {
            var layer = network.feedForward().layers().get(l);
            var masked = layer.dropout() == 0 ? 0 : layer.units();
            var mask = IntStream.range(0, masked).mapToDouble(unit -> masks.factor(l, unit, sample)).toArray();
            var z = pass.preActivations(l).doubles(row);
            var a = pass.activations(l).doubles(row);
            return new LayerTrace(layer, pass.inputs(l).doubles(row), z, a, mask, pass.outputs(l).doubles(row), backward.byOutputs(l)[row],
                    backward.byActivations(l)[row], ReferenceActivation.slopes(layer.activation(), z, a),
                    l == last ? backward.direct()[row] : new double[0], backward.byPreActivations(l)[row],
                    pass.normalized(l).map(x -> new LayerTrace.Normalized(pass.products(l).doubles(row), x.doubles(row),
                            backward.byProducts(l)[row])));
        }).toList();
    }

    private List<TensorTrace> tensors(StepGradients gradients, ReferenceTraining updated) {
        return network.feedForward().layers().stream().flatMap(layer -> LayerTensor.of(layer).stream()).map(place -> {
            var name = place.spec().name();
            var tensor = before.tensor(name);
            return new TensorTrace(place, tensor, gradients.unshown().tensor(name).values(), gradients.data().tensor(name).values(),
                    gradients.penalties().stream().map(penalty -> penalty.tensor(name).values()).toList(),
                    gradients.total().tensor(name).values(), gradients.clipped().tensor(name).values(),
                    workings(place, gradients, updated), updated.parameters().tensor(name).values());
        }).toList();
    }

    private Map<String, double[]> workings(LayerTensor place, StepGradients gradients, ReferenceTraining updated) {
        var name = place.spec().name();
        return switch (place.spec().role()) {
            case TRAINED -> Workings.of(network.learning().descent().optimizer().rule(), rate, updated, name,
                    before.tensor(name).values(), gradients.clipped().tensor(name).values());
            case FIXED -> Map.of();
            case STATE -> Map.of("seen", seen(place));
        };
    }

    /** What the batch has of a running value. */
    private double[] seen(LayerTensor place) {
        var norm = norms.stream().filter(n -> n.layer().number() == place.layer().number()).findFirst().orElseThrow();
        return place.part() == LayerTensor.Part.RUNNING_MEAN ? norm.mean().mean() : norm.unbiasedVariance(batch.count());
    }

    /** The data terms over the batch, the same outputs dropped. */
    private List<Double> dataLoss(Parameters parameters) {
        var terms = new double[network.feedForward().loss().data().size()];
        passes(parameters).forEach(pass -> IntStream.range(0, pass.samples().size()).forEach(row -> add(parts(pass, row), terms)));
        return boxed(terms);
    }

    private List<Double> penalties(Parameters parameters) {
        return network.feedForward().loss().penalties().stream().map(penalty -> reference.penalty(penalty, parameters)).toList();
    }

    private static void add(List<double[]> shares, double[] terms) {
        for (var t = 0; t < terms.length; t++) {
            for (var share : shares.get(t)) {
                terms[t] += share;
            }
        }
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
