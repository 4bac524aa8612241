package brickwork.verify.health;

import brickwork.data.SampleRows;
import brickwork.engine.Engine;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.engine.Probe.Quantity;
import brickwork.engine.Tensor;
import brickwork.model.HealthMetric;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Examines a network on samples, at as many parameters as are asked about. Samples are taken in blocks, whose gradients are joined in
 * doubles, so that large parts need little memory; where a layer takes its statistics over the batch, all samples are one. Not for use by
 * several threads at once.
 */
public final class HealthExam implements AutoCloseable {

    private static final int BLOCK = 1024;

    private final Specification network;
    private final SampleRows rows;
    private final int block;
    private final Engine engine;
    private final Engine.BoundSamples bound;
    private final int[] order;

    /** {@code rows} are scaled and encoded for {@code network}, and as many as its layers need in a batch. */
    public HealthExam(Specification network, SampleRows rows, EngineOptions engines) {
        this.network = network;
        this.rows = rows;
        this.block = network.feedForward().smallestBatch() > 1 ? rows.count() : Math.min(BLOCK, rows.count());
        this.engine = engines.open(network, Planner.planKeepingAll(network, block));
        this.bound = engine.bind(rows);
        this.order = IntStream.range(0, rows.count()).toArray();
    }

    /** The network at {@code parameters}. */
    public Moment at(Parameters parameters) {
        var forward = new AbnormalNumbers(network.precision());
        var backward = new AbnormalNumbers(network.precision());
        network.feedForward().layers()
                .forEach(layer -> tensors(layer, parameters).forEach(tensor -> forward.look(layer.number(), tensor, "")));
        var flat = network.feedForward().layers().stream().map(SaturationCount::new).toList();
        var gradients = new HashMap<String, double[]>();
        engine.setParameters(parameters);
        for (var from = 0; from < rows.count(); from += block) {
            var count = Math.min(block, rows.count() - from);
            engine.differentiator().computeGradients(bound, order, from, count);
            look(from, flat, forward);
            add(engine.differentiator().gradients(), (double) count / rows.count(), gradients, backward);
        }
        var layers = network.feedForward().layers().stream()
                .map(layer -> health(layer, parameters, flat.get(layer.number() - 1), gradients)).toList();
        return new Moment(rows.count(), layers, forward.notFinite().or(backward::notFinite), forward.subnormal().or(backward::subnormal));
    }

    /** Looks at z and a of the block that begins at sample {@code from}. */
    private void look(int from, List<SaturationCount> flat, AbnormalNumbers odd) {
        for (var layer : network.feedForward().layers()) {
            var sums = engine.probe().values(Quantity.PRE_ACTIVATIONS, layer.number());
            var outputs = engine.probe().values(Quantity.ACTIVATIONS, layer.number());
            odd.look(layer.number(), ".sum", sums, layer.units(), from);
            odd.look(layer.number(), ".output", outputs, layer.units(), from);
            flat.get(layer.number() - 1).count(sums, outputs);
        }
    }

    /** Data terms are means over samples, so the gradient of all is the mean of the blocks', each weighted by its size. */
    private void add(Parameters ofBlock, double share, Map<String, double[]> gradients, AbnormalNumbers odd) {
        network.feedForward().layers().forEach(layer -> tensors(layer, ofBlock).forEach(t -> odd.look(layer.number(), t, ".gradient")));
        for (var tensor : ofBlock.tensors()) {
            var sum = gradients.computeIfAbsent(tensor.name(), _ -> new double[tensor.values().length]);
            for (var i = 0; i < sum.length; i++) {
                sum[i] += share * tensor.values()[i];
            }
        }
    }

    private LayerHealth health(Layer layer, Parameters parameters, SaturationCount units, Map<String, double[]> gradients) {
        return new LayerHealth(layer.number(), layer.units(),
                shows(HealthMetric.DEAD_UNITS, layer) ? Optional.of(units.everywhere()) : Optional.empty(),
                shows(HealthMetric.SATURATED_UNITS, layer) ? OptionalDouble.of(units.share()) : OptionalDouble.empty(),
                layer.trainedTensors().isEmpty() ? OptionalDouble.empty()
                        : OptionalDouble.of(norm(layer.trainedTensors().stream().map(t -> gradients.get(t.name())).toList())),
                norm(List.of(parameters.tensor(layer.weightName()).values())));
    }

    private boolean shows(HealthMetric figure, Layer layer) {
        return figure.layers(network.feedForward().layers(), network.feedForward().loss()).contains(layer);
    }

    private static Stream<Tensor> tensors(Layer layer, Parameters parameters) {
        return layer.tensors().stream().map(spec -> parameters.tensor(spec.name()));
    }

    private static double norm(List<double[]> all) {
        var squares = 0.0;
        for (var values : all) {
            for (var value : values) {
                squares += value * value;
            }
        }
        return Math.sqrt(squares);
    }

    @Override
    public void close() {
        engine.close();
    }
}
