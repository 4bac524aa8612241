package brickwork.verify.reference;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Optimizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Training as the formulas of {@link Optimizer} read, one update after the other. The state of the rules starts at 0: {@code v}
 * for momentum, {@code m} and {@code v} for adam, {@code s} for rmsprop and adagrad, {@code p} for rprop, whose {@code s} is the rate
 * before the first update.
 */
public final class ReferenceTraining {

    private final ReferenceNetwork network;
    private Parameters parameters;
    private final Map<String, double[]> memory = new HashMap<>();
    private long updates;

    ReferenceTraining(ReferenceNetwork network, Parameters initial) {
        this.network = network;
        this.parameters = initial.copy();
    }

    /** Training that goes on after {@code updates} updates, with what the rule remembers of each tensor then. */
    ReferenceTraining(ReferenceNetwork network, Parameters parameters, List<Tensor> memory, long updates) {
        this(network, parameters);
        memory.forEach(tensor -> this.memory.put(tensor.name(), tensor.values().clone()));
        this.updates = updates;
    }

    /** The parameters after the updates made so far. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * What the rule remembers of a tensor after the updates made so far, entry by entry.
     *
     * @param name the tensor and what is remembered, as in {@code layer1.weight.m}
     */
    public double[] memory(String name) {
        if (!memory.containsKey(name)) {
            throw new IllegalArgumentException("nothing is remembered as " + name + ", only " + memory.keySet().stream().sorted().toList());
        }
        return memory.get(name).clone();
    }

    /** One update by the gradients over all rows, dropout off, penalties added, then clipped. */
    public void step(SampleRows rows, double rate) {
        step(rows, rate, Masks.NONE);
    }

    /** The same with {@code masks} for dropout. */
    public void step(SampleRows rows, double rate, Masks masks) {
        var step = network.step(parameters, rows, masks);
        update(ReferenceClip.clipped(network.network().learning().descent().clip(), step.gradients()), rate);
        follow(step.state());
    }

    /** Takes over what the tensors hold that follow the batches seen. */
    public void follow(List<ReferenceLayer.StateTensor> state) {
        for (var tensor : state) {
            System.arraycopy(tensor.values(), 0, parameters.tensor(tensor.name()).values(), 0, tensor.values().length);
        }
    }

    /** One update by gradients that are clipped already, in the shape of the parameters; what follows the batches seen stays. */
    public void update(Parameters gradients, double rate) {
        updates++;
        parameters = parameters.copy();
        for (var tensor : parameters.tensors()) {
            if (network.isTrained(tensor.name())) {
                update(tensor.name(), tensor.values(), gradients.tensor(tensor.name()).values(), rate);
            }
        }
    }

    private void update(String name, double[] w, double[] g, double rate) {
        switch (network.network().learning().descent().optimizer().rule()) {
            case Optimizer.Sgd(var momentum, var nesterov) -> {
                var v = remembered(name + ".v", w.length);
                for (var i = 0; i < w.length; i++) {
                    v[i] = momentum * v[i] + g[i];
                    w[i] -= rate * (nesterov ? g[i] + momentum * v[i] : v[i]);
                }
            }
            case Optimizer.Adam(var beta1, var beta2, var epsilon, var decay, _) -> {
                var m = remembered(name + ".m", w.length);
                var v = remembered(name + ".v", w.length);
                for (var i = 0; i < w.length; i++) {
                    w[i] -= rate * decay * w[i];
                    m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                    v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                    var mean = m[i] / (1 - StrictMath.pow(beta1, updates));
                    var square = v[i] / (1 - StrictMath.pow(beta2, updates));
                    w[i] -= rate * mean / (StrictMath.sqrt(square) + epsilon);
                }
            }
            case Optimizer.RmsProp(var alpha, var epsilon) -> {
                var s = remembered(name + ".s", w.length);
                for (var i = 0; i < w.length; i++) {
                    s[i] = alpha * s[i] + (1 - alpha) * g[i] * g[i];
                    w[i] -= rate * g[i] / (StrictMath.sqrt(s[i]) + epsilon);
                }
            }
            case Optimizer.AdaGrad(var epsilon) -> {
                var s = remembered(name + ".s", w.length);
                for (var i = 0; i < w.length; i++) {
                    s[i] += g[i] * g[i];
                    w[i] -= rate * g[i] / (StrictMath.sqrt(s[i]) + epsilon);
                }
            }
            case Optimizer.Rprop(var shrink, var grow, var smallest, var largest) -> {
                var p = remembered(name + ".p", w.length);
                var s = remembered(name + ".s", w.length);
                if (updates == 1) {
                    Arrays.fill(s, rate);
                }
                for (var i = 0; i < w.length; i++) {
                    var agreement = Math.signum(p[i] * g[i]);
                    s[i] *= agreement == 0 ? 1 : agreement > 0 ? grow : shrink;
                    s[i] = Math.min(Math.max(s[i], smallest), largest);
                    p[i] = agreement < 0 ? 0 : g[i];
                    w[i] -= Math.signum(p[i]) * s[i];
                }
            }
        }
    }

    private double[] remembered(String name, int entries) {
        return memory.computeIfAbsent(name, _ -> new double[entries]);
    }
}
