package brickwork.verify.health;

import brickwork.data.SampleRows;
import brickwork.engine.Engine;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.HealthMetric;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Examines a network on samples, at as many parameters as are asked about. Samples are taken in blocks, whose gradients are joined in
 * doubles, so that large parts need little memory. Not for use by several threads at once.
 */
public final class HealthExam implements AutoCloseable {

    private static final int BLOCK = 1024;

    private final Specification network;
    private final SampleRows rows;
    private final int block;
    private final List<LayerRun> runs = new ArrayList<>();
    private final Engine engine;
    private final Engine.BoundSamples bound;

    /** {@code rows} are scaled and encoded for {@code network}. */
    public HealthExam(Specification network, SampleRows rows, EngineOptions engines) {
        this.network = network;
        this.rows = rows;
        this.block = Math.min(BLOCK, rows.count());
        for (var layer : network.feedForward().layers()) {
            runs.add(new LayerRun(network, layer, block, engines));
        }
        this.engine = engines.open(network, Planner.plan(network, block));
        this.bound = engine.bind(rows);
    }

    /** The network at {@code parameters}. */
    public Moment at(Parameters parameters) {
        var odd = new AbnormalNumbers(network.precision());
        network.feedForward().layers().forEach(layer -> tensors(layer, parameters).forEach(tensor -> odd.look(layer.number(), tensor, "")));
        var flat = forward(parameters, odd);
        var gradients = gradients(parameters, odd);
        var layers = new ArrayList<LayerHealth>();
        for (var layer : network.feedForward().layers()) {
            var units = flat.get(layer.number() - 1);
            layers.add(new LayerHealth(layer.number(), layer.units(),
                    HealthMetric.DEAD_UNITS.layers(network.feedForward().layers(), network.feedForward().loss()).contains(layer)
                            ? Optional.of(units.everywhere()) : Optional.empty(),
                    HealthMetric.SATURATED_UNITS.layers(network.feedForward().layers(), network.feedForward().loss()).contains(layer)
                            ? OptionalDouble.of(units.share()) : OptionalDouble.empty(),
                    layer.weightsTrained() || layer.biasTrained()
                            ? OptionalDouble.of(norm(tensors(layer, parameters).map(t -> gradients.get(t.name())).toList()))
                            : OptionalDouble.empty(),
                    norm(List.of(parameters.tensor(layer.weightName()).values()))));
        }
        return new Moment(rows.count(), layers, odd.notFinite(), odd.subnormal());
    }

    private static Stream<Tensor> tensors(Layer layer, Parameters parameters) {
        return parameters.tensors().stream()
                .filter(t -> t.name().equals(layer.weightName()) || layer.hasBias() && t.name().equals(layer.biasName()));
    }

    private List<SaturationCount> forward(Parameters parameters, AbnormalNumbers odd) {
        runs.forEach(run -> run.setParameters(parameters));
        var flat = network.feedForward().layers().stream().map(SaturationCount::new).toList();
        for (var from = 0; from < rows.count(); from += block) {
            var taken = Block.of(rows, from, Math.min(block, rows.count() - from), network.feedForward().layers().getFirst().units());
            for (var layer : network.feedForward().layers()) {
                var run = runs.get(layer.number() - 1);
                var sums = run.sums(taken);
                var outputs = run.outputs(taken, sums);
                odd.look(layer.number(), ".sum", sums, layer.units(), from);
                odd.look(layer.number(), ".output", outputs, layer.units(), from);
                flat.get(layer.number() - 1).count(sums, outputs);
                if (layer.number() < network.feedForward().layers().size()) {
                    taken = new Block(outputs, layer.units(), network.feedForward().layers().get(layer.number()).units());
                }
            }
        }
        return flat;
    }

    /** Data terms are means over samples, so the gradient of all is the mean of the blocks', each weighted by its size. */
    private Map<String, double[]> gradients(Parameters parameters, AbnormalNumbers odd) {
        engine.setParameters(parameters);
        var order = IntStream.range(0, rows.count()).toArray();
        var sums = new HashMap<String, double[]>();
        for (var from = 0; from < rows.count(); from += block) {
            var count = Math.min(block, rows.count() - from);
            engine.computeGradients(bound, order, from, count);
            var gradients = engine.gradients();
            var share = (double) count / rows.count();
            network.feedForward().layers()
                    .forEach(layer -> tensors(layer, gradients).forEach(t -> odd.look(layer.number(), t, ".gradient")));
            for (var tensor : gradients.tensors()) {
                var sum = sums.computeIfAbsent(tensor.name(), _ -> new double[tensor.values().length]);
                for (var i = 0; i < sum.length; i++) {
                    sum[i] += share * tensor.values()[i];
                }
            }
        }
        return sums;
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
        runs.forEach(LayerRun::close);
        engine.close();
    }
}
