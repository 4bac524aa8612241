package brickwork.engine;

import brickwork.kernel.Rounding64;
import brickwork.kernel.UpdateKernel64;

/**
 * Moves all trained parameters, or none: where {@link UpdateOverflowGuard} cannot promise that all stay finite, the update is first
 * rehearsed on copies of a few parameters at a time.
 */
final class UpdateOperation64 extends Operation64 {

    private static final int REHEARSED = 1024;

    private final UpdateRule rule;
    private final double[] numbers;
    private final UpdateOverflowGuard guard;
    private final UpdateKernel64 kernel;
    private final ParameterStore64 store;
    private final Operation64 move;
    private final double[][] copies;
    private final double[][] stateCopies;
    private boolean known;

    /**
     * @param rule    the formula
     * @param numbers where the numbers of a step are put for {@code move}
     * @param kernel  for rehearsals
     * @param move    applies the formula to all parameters, in one thread or several
     */
    UpdateOperation64(UpdateRule rule, double[] numbers, UpdateKernel64 kernel, Operation64 move, ParameterStore64 store) {
        this.rule = rule;
        this.numbers = numbers;
        this.guard = new UpdateOverflowGuard(rule, store.memory().length, Double.MAX_VALUE, Double.MIN_VALUE);
        this.kernel = kernel;
        this.store = store;
        this.move = move;
        this.copies = new double[2][];
        this.stateCopies = new double[store.memory().length][];
    }

    /** Parameters or memory were written from outside: their bounds must be looked up. */
    void forgetBounds() {
        known = false;
    }

    @Override
    void run(PassState64 frame) {
        rule.prepare(frame.rate, frame.update);
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = Rounding64.of(rule.numbers[i]);
        }
        if (!known) {
            lookUpBounds();
        }
        var allowed = guard.allows(frame.bound, frame.rate);
        if (!allowed) {
            lookUpBounds();
            allowed = guard.allows(frame.bound, frame.rate);
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
        guard.reset(0, largest(store.values, store.trained));
        for (var i = 0; i < store.memory().length; i++) {
            guard.reset(i + 1, largest(store.memory()[i], store.trained));
        }
        known = true;
    }

    private static double largest(double[] x, int length) {
        double top = 0;
        for (var i = 0; i < length; i++) {
            top = Math.max(top, Math.abs(x[i]));
        }
        return top;
    }

    /** What the prepared update would break first; null where everything stays finite. Nothing is changed. */
    Broken firstBroken() {
        for (int at = 0, length; at < store.trained; at += length) {
            length = Math.min(REHEARSED, store.trained - at);
            var w = copy(copies, 0, store.values, at, length);
            var g = copy(copies, 1, store.gradients(), at, length);
            for (var s = 0; s < stateCopies.length; s++) {
                copy(stateCopies, s, store.memory()[s], at, length);
            }
            kernel.update(w, g, stateCopies, 0, length, numbers);
            for (var i = 0; i < length; i++) {
                if (!Double.isFinite(w[i])) {
                    return new Broken(at + i, -1, w[i]);
                }
                for (var s = 0; s < stateCopies.length; s++) {
                    if (!Double.isFinite(stateCopies[s][i])) {
                        return new Broken(at + i, s, stateCopies[s][i]);
                    }
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

    private double[] copy(double[][] copies, int which, double[] from, int at, int length) {
        if (copies[which] == null) {
            copies[which] = new double[Math.min(REHEARSED, store.trained)];
        }
        System.arraycopy(from, at, copies[which], 0, length);
        return copies[which];
    }

    /** Moves the parameters {@code at … at + length - 1}. */
    static final class Move extends Operation64 {
        private final UpdateKernel64 kernel;
        private final double[] numbers;
        private final double[] values;
        private final double[] gradients;
        private final double[][] state;
        private final int at;
        private final int length;

        Move(UpdateKernel64 kernel, double[] numbers, ParameterStore64 store, int at, int length) {
            this.kernel = kernel;
            this.numbers = numbers;
            this.values = store.values;
            this.gradients = store.gradients();
            this.state = store.memory();
            this.at = at;
            this.length = length;
        }

        @Override
        void run(PassState64 frame) {
            kernel.update(values, gradients, state, at, length, numbers);
        }
    }
}
