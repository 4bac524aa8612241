package brickwork.engine;

import brickwork.kernel.Kernels64;

/**
 * Moves all trained parameters, or none: where {@link UpdateOverflowGuard} cannot promise that all stay finite, the update is first
 * rehearsed on copies of a few parameters at a time.
 */
final class UpdateOperation64 extends Operation64 {

    private static final int REHEARSED = 1024;

    private final Kernels64 kernels;
    private final ParameterStore64 store;
    private final UpdateRule64 rule;
    private final UpdateOverflowGuard headroom;
    private final Operation64 move;
    private final double[][] copies = new double[4][];
    private boolean known;

    /** {@code move} applies {@code rule} to all parameters, in one thread or several. */
    UpdateOperation64(UpdateRule64 rule, UpdateOverflowGuard headroom, Operation64 move, Kernels64 kernels, ParameterStore64 store) {
        this.kernels = kernels;
        this.store = store;
        this.rule = rule;
        this.headroom = headroom;
        this.move = move;
    }

    /** Parameters or memory were written from outside: their bounds must be looked up. */
    void forgetBounds() {
        known = false;
    }

    @Override
    void run(PassState64 frame) {
        rule.prepare(frame.rate, frame.update);
        if (!known) {
            lookUpBounds();
        }
        var allowed = headroom.allows(frame.bound, frame.rate);
        if (!allowed) {
            lookUpBounds();
            allowed = headroom.allows(frame.bound, frame.rate);
        }
        if (!allowed) {
            known = false;
            frame.broken = firstBroken() != null;
        }
        if (!frame.broken) {
            move.run(frame);
        }
    }

    private void lookUpBounds() {
        headroom.reset(largest(store.values, store.trained), largest(memory(0), store.trained), largest(memory(1), store.trained));
        known = true;
    }

    private static double largest(double[] x, int length) {
        double top = 0;
        for (var i = 0; x != null && i < length; i++) {
            top = Math.max(top, Math.abs(x[i]));
        }
        return top;
    }

    /** What the prepared update would break first; null where everything stays finite. Nothing is changed. */
    Broken firstBroken() {
        for (int at = 0, length; at < store.trained; at += length) {
            length = Math.min(REHEARSED, store.trained - at);
            var w = copy(0, store.values, at, length);
            var g = copy(1, store.gradients(), at, length);
            var first = copy(2, memory(0), at, length);
            var second = copy(3, memory(1), at, length);
            rule.apply(kernels, w, g, first, second, 0, length);
            for (var i = 0; i < length; i++) {
                if (!Double.isFinite(w[i])) {
                    return new Broken(at + i, -1, w[i]);
                }
                if (first != null && !Double.isFinite(first[i])) {
                    return new Broken(at + i, 0, first[i]);
                }
                if (second != null && !Double.isFinite(second[i])) {
                    return new Broken(at + i, 1, second[i]);
                }
            }
        }
        return null;
    }

    /**
     * A number an update would break.
     *
     * @param index  of the trained parameter
     * @param memory which array of the optimizer's memory, or -1 for the parameter itself
     */
    record Broken(int index, int memory, double value) {}

    private double[] memory(int i) {
        return i < store.memory().length ? store.memory()[i] : null;
    }

    private double[] copy(int which, double[] from, int at, int length) {
        if (from == null) {
            return null;
        }
        if (copies[which] == null) {
            copies[which] = new double[Math.min(REHEARSED, store.trained)];
        }
        System.arraycopy(from, at, copies[which], 0, length);
        return copies[which];
    }

    /** Applies a prepared rule to the parameters {@code at … at + length - 1}. */
    static final class Move extends Operation64 {
        private final UpdateRule64 rule;
        private final Kernels64 kernels;
        private final double[] values;
        private final double[] gradients;
        private final double[] first;
        private final double[] second;
        private final int at;
        private final int length;

        Move(UpdateRule64 rule, Kernels64 kernels, ParameterStore64 store, int at, int length) {
            this.rule = rule;
            this.kernels = kernels;
            this.values = store.values;
            this.gradients = store.gradients();
            this.first = store.memory().length > 0 ? store.memory()[0] : null;
            this.second = store.memory().length > 1 ? store.memory()[1] : null;
            this.at = at;
            this.length = length;
        }

        @Override
        void run(PassState64 frame) {
            rule.apply(kernels, values, gradients, first, second, at, length);
        }
    }
}
