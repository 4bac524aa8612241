package brickwork.verify.health;

import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.engine.Engine;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One layer by itself, run by engines of its own: once without its activation, which gives z, and once with it, which gives a. Both are the
 * bits that the whole network computes.
 */
final class LayerRun implements AutoCloseable {

    private final Layer layer;
    private final Engine sums;
    private final Optional<Engine> outputs;

    LayerRun(Specification network, Layer layer, int block, EngineOptions engines) {
        this.layer = layer;
        this.sums = open(network, new Activation.Linear(), block, engines);
        this.outputs = layer.activation() instanceof Activation.Linear
                ? Optional.empty()
                : Optional.of(open(network, layer.activation(), block, engines));
    }

    private Engine open(Specification network, Activation activation, int block, EngineOptions engines) {
        var bias = layer.hasBias() ? Bias.zeros() : new Bias.None();
        var alone = new Dense(1, Optional.empty(), layer.inputs(), layer.units(), activation, new Initialization.Zeros(), bias, true, 0,
                layer.origin());
        var loss = new Loss(List.of(new LossTerm(1, new LossTerm.MeanSquaredError(), layer.origin())), List.of());
        var one = Specification
                .of(new FeedForward(List.of(alone), loss), Learning.by(new GradientDescent(Optimizer.standard(), Optional.empty())))
                .withPrecision(network.precision());
        return engines.open(one, Planner.plan(one, block));
    }

    void setParameters(Parameters parameters) {
        var tensors = new ArrayList<Tensor>();
        tensors.add(renamed("layer1.weight", parameters.tensor(layer.weightName())));
        if (layer.hasBias()) {
            tensors.add(renamed("layer1.bias", parameters.tensor(layer.biasName())));
        }
        var own = new Parameters(parameters.precision(), tensors);
        sums.setParameters(own);
        outputs.ifPresent(engine -> engine.setParameters(own));
    }

    private static Tensor renamed(String name, Tensor tensor) {
        return new Tensor(name, tensor.rows(), tensor.columns(), tensor.bias(), tensor.values());
    }

    /** z of every unit, sample after sample. */
    double[] sums(Block block) {
        return run(sums, block);
    }

    /** a of every unit, sample after sample; {@code z} are the sums of the same block. */
    double[] outputs(Block block, double[] z) {
        return outputs.map(engine -> run(engine, block)).orElse(z);
    }

    private double[] run(Engine engine, Block block) {
        var values = new double[block.count() * layer.units()];
        engine.evaluate(engine.bind(block), values);
        return values;
    }

    @Override
    public void close() {
        sums.close();
        outputs.ifPresent(Engine::close);
    }
}
