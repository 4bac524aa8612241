package brickwork.engine;

import brickwork.engine.NonFinite.What;
import brickwork.model.Layer;
import brickwork.plan.Buffer;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.Step;
import brickwork.plan.TensorSlot;
import java.util.Optional;

/** Finds the first number that is not finite, in the order in which a step makes them. */
record NonFiniteLocator64(ExecutionPlan plan, ParameterStore64 store, Workspace64 workspace) {

    /** After a step whose loss or gradient was not finite. */
    NonFinite inPass(PassState64 frame) {
        for (var slot : plan.slots()) {
            var fault = in(store.values, slot, What.PARAMETER, slot.name());
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        for (var step : plan.forward()) {
            var fault = step instanceof Step.Forward made ? inBuffer(made.layer(), made.output(), frame.count)
                    : Optional.<NonFinite>empty();
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        var loss = frame.dataLoss + frame.penalty;
        if (!Double.isFinite(loss)) { // stays double
            return new NonFinite(What.LOSS, 0, "loss", -1, -1, loss, plan.network().feedForward().loss().data().getFirst().origin());
        }
        for (var slot : plan.slots().reversed()) {
            var fault = slot.trained() ? in(store.gradients(), slot, What.GRADIENT, slot.name()) : Optional.<NonFinite>empty();
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        throw new IllegalStateException("a step stopped at a number that is not finite, but all numbers are finite");
    }

    /** After an update that was not made because it would have broken a parameter or the optimizer's memory. */
    NonFinite inUpdate(UpdateOperation64.Broken broken) {
        for (var slot : plan.slots()) {
            var i = broken.index() - slot.offset();
            if (slot.trained() && i >= 0 && i < slot.elements()) {
                return broken.memory() < 0
                        ? fault(What.PARAMETER, slot, slot.name(), (int) i, broken.value())
                        : fault(What.MEMORY, slot, store.memoryName(slot, broken.memory()), (int) i, broken.value());
            }
        }
        throw new IllegalStateException("no trained tensor holds parameter " + broken.index());
    }

    private Optional<NonFinite> inBuffer(Layer layer, Buffer buffer, int count) {
        var values = workspace.array(buffer);
        for (var sample = 0; sample < count; sample++) {
            for (var unit = 0; unit < buffer.units(); unit++) {
                var value = values[workspace.index(buffer, unit, sample)];
                if (!Double.isFinite(value)) {
                    return Optional.of(new NonFinite(What.OUTPUT, layer.number(), "layer" + layer.number() + ".output", sample, unit, value,
                            layer.origin()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<NonFinite> in(double[] array, TensorSlot slot, What what, String name) {
        for (var i = 0; i < slot.elements(); i++) {
            var value = array[(int) slot.offset() + i];
            if (!Double.isFinite(value)) {
                return Optional.of(fault(what, slot, name, i, value));
            }
        }
        return Optional.empty();
    }

    private static NonFinite fault(What what, TensorSlot slot, String name, int i, double value) {
        return new NonFinite(what, slot.layer().number(), name, i / slot.columns(), i % slot.columns(), value, slot.layer().origin());
    }
}
