package brickwork.run;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.DataTerm;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.Network;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds networks for tests in a line or two. */
public final class Sketch {

    private final List<Layer> layers = new ArrayList<>();
    private final List<DataTerm> terms = new ArrayList<>();
    private final List<Penalty> penalties = new ArrayList<>();
    private int inputs;
    private long seed = 1;
    private Precision precision = Precision.F64;
    private Optimizer.Rule rule = new Optimizer.Sgd(0, false);
    private Optional<Clip> clip = Optional.empty();

    public static Sketch of(int inputs) {
        var sketch = new Sketch();
        sketch.inputs = inputs;
        return sketch;
    }

    public Sketch seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    public Sketch precision(Precision newPrecision) {
        precision = newPrecision;
        return this;
    }

    public Sketch layer(int units, Activation activation) {
        return layer(units, activation, new Bias.Present(new Initialization.Uniform(0.5), false), false, 0);
    }

    public Sketch layer(int units, Activation activation, Bias bias, boolean frozen, double dropout) {
        layers.add(new Layer(layers.size() + 1, Optional.empty(), inputs, units, activation, new Initialization.Xavier(), bias, frozen,
                dropout, Origin.NONE));
        inputs = units;
        return this;
    }

    public Sketch layer(int units, Activation activation, Initialization weights, Bias bias) {
        layers.add(new Layer(layers.size() + 1, Optional.empty(), inputs, units, activation, weights, bias, false, 0, Origin.NONE));
        inputs = units;
        return this;
    }

    public Sketch loss(double factor, DataTerm.Kind kind) {
        terms.add(new DataTerm(factor, kind, Origin.NONE));
        return this;
    }

    public Sketch l1(double lambda) {
        penalties.add(new Penalty.L1(lambda, Origin.NONE));
        return this;
    }

    public Sketch l2(double lambda) {
        penalties.add(new Penalty.L2(lambda, Origin.NONE));
        return this;
    }

    public Sketch penalty(Penalty penalty) {
        penalties.add(penalty);
        return this;
    }

    public Sketch rule(Optimizer.Rule newRule) {
        rule = newRule;
        return this;
    }

    public Sketch clip(Clip newClip) {
        clip = Optional.of(newClip);
        return this;
    }

    public Network network() {
        return new Network(Optional.empty(), seed, precision, Optional.empty(), Optional.empty(), Optional.empty(), layers,
                new Loss(terms, penalties), new Optimizer(rule, 0.01, Schedule.constant(), Origin.NONE), clip, Optional.empty(), List.of(),
                OptionalInt.empty(), List.of(), Origin.NONE);
    }
}
