package brickwork.engine;

import brickwork.kernel.Matrix64;
import brickwork.kernel.Rounding64;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.TensorSlot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * All parameters in one array, trained ones first, with gradients and the optimizer's memory at the same offsets. Those two are there from
 * the first time they are asked for: what only predicts has none.
 */
final class ParameterStore64 {

    final double[] values;

    /** Number of trained parameters. */
    final int trained;

    private final ExecutionPlan plan;
    private double[] gradients;
    private double[][] memory;

    ParameterStore64(ExecutionPlan plan) {
        this.plan = plan;
        this.trained = Sizes.of("the trained parameters", plan.trained());
        this.values = new double[Sizes.of("the parameters", plan.network().parameters())];
    }

    /** Derivatives of the loss by the trained parameters. */
    double[] gradients() {
        if (gradients == null) {
            gradients = new double[trained];
        }
        return gradients;
    }

    /** What the optimizer remembers: an array for each of its states. */
    double[][] memory() {
        if (memory == null) {
            memory = new double[stateNames().size()][trained];
        }
        return memory;
    }

    /** A weight matrix [out, in]. */
    Matrix64 matrix(TensorSlot slot) {
        return Matrix64.ofRows(values, Math.toIntExact(slot.offset()), slot.columns());
    }

    /** The gradient of a weight matrix [out, in]. */
    Matrix64 gradientMatrix(TensorSlot slot) {
        return Matrix64.ofRows(gradients(), Math.toIntExact(slot.offset()), slot.columns());
    }

    Parameters parameters() {
        return new Parameters(plan.network().precision(), plan.slots().stream().map(s -> tensor(s, s.name(), values)).toList());
    }

    /** Zero for what is not trained. */
    Parameters gradientTensors() {
        var zeros = new double[0];
        return new Parameters(plan.network().precision(),
                plan.slots().stream().map(s -> tensor(s, s.name(), s.trained() ? gradients() : zeros)).toList());
    }

    void set(Parameters parameters) {
        var tensors = parameters.tensors();
        if (tensors.size() != plan.slots().size()) {
            throw new IllegalArgumentException("expected the tensors " + plan.slots().stream().map(TensorSlot::name).toList() + ", got "
                    + tensors.stream().map(Tensor::name).toList());
        }
        for (var i = 0; i < tensors.size(); i++) {
            requireFit(plan.slots().get(i), plan.slots().get(i).name(), tensors.get(i));
        }
        for (var i = 0; i < tensors.size(); i++) {
            write(plan.slots().get(i), tensors.get(i), values);
        }
    }

    EngineState state() {
        var tensors = new ArrayList<Tensor>();
        for (var slot : trainedSlots()) {
            for (var i = 0; i < memory().length; i++) {
                tensors.add(tensor(slot, memoryName(slot, i), memory()[i]));
            }
        }
        return new EngineState(parameters(), tensors);
    }

    void restore(EngineState state) {
        var slots = trainedSlots();
        if (state.memory().size() != slots.size() * memory().length) {
            throw new IllegalArgumentException("expected " + slots.size() * memory().length + " tensors of the optimizer's memory, got "
                    + state.memory().size());
        }
        for (var i = 0; i < state.memory().size(); i++) {
            var slot = slots.get(i / memory().length);
            requireFit(slot, memoryName(slot, i % memory().length), state.memory().get(i));
        }
        set(state.parameters());
        for (var i = 0; i < state.memory().size(); i++) {
            write(slots.get(i / memory().length), state.memory().get(i), memory()[i % memory().length]);
        }
    }

    /** SHA-256, lower-case hex, over the little-endian bytes of all parameters in the order of the slots. */
    String fingerprint() {
        var digest = new Sha256();
        var bytes = ByteBuffer.allocate(4096 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var slot : plan.slots()) {
            var end = slot.offset() + slot.elements();
            for (var i = (int) slot.offset(); i < end; i++) {
                if (!bytes.hasRemaining()) {
                    digest.add(bytes.flip());
                    bytes.clear();
                }
                bytes.putDouble(values[i]);
            }
        }
        digest.add(bytes.flip());
        return digest.hex();
    }

    /** {@code layer1.weight.m}: the name of memory array {@code i} after the letter of the optimizer's formula. */
    String memoryName(TensorSlot slot, int i) {
        return slot.name() + "." + stateNames().get(i);
    }

    private List<String> stateNames() {
        return plan.network().learning().descent().optimizer().rule().state();
    }

    private List<TensorSlot> trainedSlots() {
        return plan.slots().stream().filter(TensorSlot::trained).toList();
    }

    /** An array shorter than the slot's place stands for zeros. */
    private static Tensor tensor(TensorSlot slot, String name, double[] from) {
        var copy = new double[(int) slot.elements()]; // stays double
        for (var i = 0; i < copy.length && from.length > 0; i++) {
            copy[i] = from[(int) slot.offset() + i];
        }
        return new Tensor(name, slot.rows(), slot.columns(), slot.tensor().isVector(), copy);
    }

    private static void write(TensorSlot slot, Tensor tensor, double[] into) {
        for (var i = 0; i < tensor.values().length; i++) {
            into[(int) slot.offset() + i] = Rounding64.of(tensor.values()[i]);
        }
    }

    private static void requireFit(TensorSlot slot, String name, Tensor tensor) {
        if (!tensor.name().equals(name) || tensor.rows() != slot.rows() || tensor.columns() != slot.columns()) {
            throw new IllegalArgumentException("expected " + name + " of " + slot.rows() + " x " + slot.columns() + ", got "
                    + tensor.name() + " of " + tensor.rows() + " x " + tensor.columns());
        }
    }
}
