package brickwork.engine;

import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds networks for tests in a line or two. */
public final class NetworkBuilder {

    private final List<Layer> layers = new ArrayList<>();
    private final List<LossTerm> terms = new ArrayList<>();
    private final List<Penalty> penalties = new ArrayList<>();
    private int inputs;
    private long seed = 1;
    private Precision precision = Precision.F64;
    private Optimizer.Rule rule = new Optimizer.Sgd(0, false);
    private Optional<Clip> clip = Optional.empty();

    public static NetworkBuilder of(int inputs) {
        var sketch = new NetworkBuilder();
        sketch.inputs = inputs;
        return sketch;
    }

    public NetworkBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    public NetworkBuilder precision(Precision newPrecision) {
        precision = newPrecision;
        return this;
    }

    public NetworkBuilder layer(int units, Activation activation) {
        return layer(units, activation, new Bias.Present(new Initialization.Uniform(0.5), false), false, 0);
    }

    public NetworkBuilder layer(int units, Activation activation, Bias bias, boolean frozen, double dropout) {
        layers.add(new Dense(layers.size() + 1, Optional.empty(), inputs, units, activation, new Initialization.Xavier(), bias, frozen,
                dropout, Origin.NONE));
        inputs = units;
        return this;
    }

    public NetworkBuilder layer(int units, Activation activation, Initialization weights, Bias bias) {
        layers.add(new Dense(layers.size() + 1, Optional.empty(), inputs, units, activation, weights, bias, false, 0, Origin.NONE));
        inputs = units;
        return this;
    }

    public NetworkBuilder loss(double factor, LossTerm.Kind kind) {
        terms.add(new LossTerm(factor, kind, Origin.NONE));
        return this;
    }

    public NetworkBuilder l1(double lambda) {
        penalties.add(new Penalty.L1(lambda, Origin.NONE));
        return this;
    }

    public NetworkBuilder l2(double lambda) {
        penalties.add(new Penalty.L2(lambda, Origin.NONE));
        return this;
    }

    public NetworkBuilder penalty(Penalty penalty) {
        penalties.add(penalty);
        return this;
    }

    public NetworkBuilder rule(Optimizer.Rule newRule) {
        rule = newRule;
        return this;
    }

    public NetworkBuilder clip(Clip newClip) {
        clip = Optional.of(newClip);
        return this;
    }

    public Specification network() {
        var optimizer = new Optimizer(rule, 0.01, Schedule.constant(), Origin.NONE);
        return Specification.of(new FeedForward(layers, new Loss(terms, penalties)), Learning.by(new GradientDescent(optimizer, clip)))
                .withSeed(seed).withPrecision(precision);
    }
}
