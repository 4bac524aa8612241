package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.Rounding64;
import brickwork.kernel.ScalarKernels64;
import brickwork.kernel.UpdateKernel64;
import brickwork.model.Optimizer;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** Every optimizer's update, with the arithmetic and the numbers of a step of {@link ScalarKernels64}. */
final class VectorUpdates64 {

    private VectorUpdates64() {}

    static UpdateKernel64 of(Optimizer.Rule rule) {
        var scalar = new ScalarKernels64().update(rule);
        return switch (rule) {
            case Optimizer.Sgd(var momentum, var nesterov) ->
                    momentum == 0 ? new Sgd(scalar) : new Momentum(Rounding64.of(momentum), nesterov, scalar);
            case Optimizer.Adam adam -> new Adam(adam, scalar);
            case Optimizer.RmsProp(var alpha, var epsilon) ->
                    new RmsProp(Rounding64.of(alpha), Rounding64.of(1 - alpha), Rounding64.of(epsilon), scalar);
            case Optimizer.AdaGrad(var epsilon) -> new AdaGrad(Rounding64.of(epsilon), scalar);
            case Optimizer.Rprop rprop -> new Rprop(rprop, scalar);
        };
    }

    /** Subclasses loop over whole vectors; the elements beyond the last are left to the scalar kernel. */
    private abstract static class VectorUpdate implements UpdateKernel64 {
        private final UpdateKernel64 scalar;

        VectorUpdate(UpdateKernel64 scalar) {
            this.scalar = scalar;
        }

        /** The elements {@code from … to - 1}, whole vectors. */
        abstract void vectors(double[] w, double[] g, double[][] state, int from, int to, double[] numbers);

        @Override
        public final void update(double[] w, double[] g, double[][] state, int at, int length, double[] numbers) {
            var end = at + (length & -LENGTH);
            vectors(w, g, state, at, end, numbers);
            if (end < at + length) {
                scalar.update(w, g, state, end, at + length - end, numbers);
            }
        }
    }

    private static final class Sgd extends VectorUpdate {
        Sgd(UpdateKernel64 scalar) {
            super(scalar);
        }

        @Override
        void vectors(double[] w, double[] g, double[][] state, int from, int to, double[] numbers) {
            var minusRate = DoubleVector.broadcast(SPECIES, -numbers[0]);
            for (var i = from; i < to; i += LENGTH) {
                minusRate.fma(DoubleVector.fromArray(SPECIES, g, i), DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
            }
        }
    }

    private static final class Momentum extends VectorUpdate {
        private final double momentum;
        private final boolean nesterov;

        Momentum(double momentum, boolean nesterov, UpdateKernel64 scalar) {
            super(scalar);
            this.momentum = momentum;
            this.nesterov = nesterov;
        }

        @Override
        void vectors(double[] w, double[] g, double[][] state, int from, int to, double[] numbers) {
            var v = state[0];
            var ahead = nesterov;
            var keep = DoubleVector.broadcast(SPECIES, momentum);
            var minusRate = DoubleVector.broadcast(SPECIES, -numbers[0]);
            for (var i = from; i < to; i += LENGTH) {
                var gradient = DoubleVector.fromArray(SPECIES, g, i);
                var velocity = keep.fma(DoubleVector.fromArray(SPECIES, v, i), gradient);
                velocity.intoArray(v, i);
                var direction = ahead ? keep.fma(velocity, gradient) : velocity;
                minusRate.fma(direction, DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
            }
        }
    }

    private static final class Adam extends VectorUpdate {
        private final double beta1;
        private final double rest1;
        private final double beta2;
        private final double rest2;
        private final double epsilon;

        Adam(Optimizer.Adam adam, UpdateKernel64 scalar) {
            super(scalar);
            this.beta1 = Rounding64.of(adam.beta1());
            this.rest1 = Rounding64.of(1 - adam.beta1());
            this.beta2 = Rounding64.of(adam.beta2());
            this.rest2 = Rounding64.of(1 - adam.beta2());
            this.epsilon = Rounding64.of(adam.epsilon());
        }

        @Override
        void vectors(double[] w, double[] g, double[][] state, int from, int to, double[] numbers) {
            var m = state[0];
            var v = state[1];
            var keep = DoubleVector.broadcast(SPECIES, numbers[0]);
            var minusStep = DoubleVector.broadcast(SPECIES, -numbers[1]);
            var inverseRoot = DoubleVector.broadcast(SPECIES, numbers[2]);
            var b1 = DoubleVector.broadcast(SPECIES, beta1);
            var r1 = DoubleVector.broadcast(SPECIES, rest1);
            var b2 = DoubleVector.broadcast(SPECIES, beta2);
            var r2 = DoubleVector.broadcast(SPECIES, rest2);
            var tiny = DoubleVector.broadcast(SPECIES, epsilon);
            for (var i = from; i < to; i += LENGTH) {
                var gradient = DoubleVector.fromArray(SPECIES, g, i);
                var first = b1.fma(DoubleVector.fromArray(SPECIES, m, i), gradient.mul(r1));
                var second = b2.fma(DoubleVector.fromArray(SPECIES, v, i), gradient.mul(r2).mul(gradient));
                first.intoArray(m, i);
                second.intoArray(v, i);
                var direction = first.div(second.sqrt().fma(inverseRoot, tiny));
                minusStep.fma(direction, DoubleVector.fromArray(SPECIES, w, i).mul(keep)).intoArray(w, i);
            }
        }
    }

    private static final class RmsProp extends VectorUpdate {
        private final double alpha;
        private final double rest;
        private final double epsilon;

        RmsProp(double alpha, double rest, double epsilon, UpdateKernel64 scalar) {
            super(scalar);
            this.alpha = alpha;
            this.rest = rest;
            this.epsilon = epsilon;
        }

        @Override
        void vectors(double[] w, double[] g, double[][] state, int from, int to, double[] numbers) {
            var s = state[0];
            var minusRate = DoubleVector.broadcast(SPECIES, -numbers[0]);
            var keep = DoubleVector.broadcast(SPECIES, alpha);
            var remains = DoubleVector.broadcast(SPECIES, rest);
            var tiny = DoubleVector.broadcast(SPECIES, epsilon);
            for (var i = from; i < to; i += LENGTH) {
                var gradient = DoubleVector.fromArray(SPECIES, g, i);
                var squares = keep.fma(DoubleVector.fromArray(SPECIES, s, i), gradient.mul(remains).mul(gradient));
                squares.intoArray(s, i);
                minusRate.fma(gradient.div(squares.sqrt().add(tiny)), DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
            }
        }
    }

    private static final class AdaGrad extends VectorUpdate {
        private final double epsilon;

        AdaGrad(double epsilon, UpdateKernel64 scalar) {
            super(scalar);
            this.epsilon = epsilon;
        }

        @Override
        void vectors(double[] w, double[] g, double[][] state, int from, int to, double[] numbers) {
            var s = state[0];
            var minusRate = DoubleVector.broadcast(SPECIES, -numbers[0]);
            var tiny = DoubleVector.broadcast(SPECIES, epsilon);
            for (var i = from; i < to; i += LENGTH) {
                var gradient = DoubleVector.fromArray(SPECIES, g, i);
                var squares = gradient.fma(gradient, DoubleVector.fromArray(SPECIES, s, i));
                squares.intoArray(s, i);
                minusRate.fma(gradient.div(squares.sqrt().add(tiny)), DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
            }
        }
    }

    private static final class Rprop extends VectorUpdate {
        private final double shrink;
        private final double grow;
        private final double smallest;
        private final double largest;

        Rprop(Optimizer.Rprop rprop, UpdateKernel64 scalar) {
            super(scalar);
            this.shrink = Rounding64.of(rprop.shrink());
            this.grow = Rounding64.of(rprop.grow());
            this.smallest = Rounding64.of(rprop.smallest());
            this.largest = Rounding64.of(rprop.largest());
        }

        @Override
        void vectors(double[] w, double[] g, double[][] state, int from, int to, double[] numbers) {
            var p = state[0];
            var s = state[1];
            var first = DoubleVector.broadcast(SPECIES, numbers[0]);
            var one = DoubleVector.broadcast(SPECIES, 1);
            var longer = DoubleVector.broadcast(SPECIES, grow);
            var shorter = DoubleVector.broadcast(SPECIES, shrink);
            var least = DoubleVector.broadcast(SPECIES, smallest);
            var most = DoubleVector.broadcast(SPECIES, largest);
            var zero = DoubleVector.zero(SPECIES);
            for (var i = from; i < to; i += LENGTH) {
                var gradient = DoubleVector.fromArray(SPECIES, g, i);
                var turn = gradient.mul(DoubleVector.fromArray(SPECIES, p, i));
                var turned = turn.compare(VectorOperators.LT, zero);
                var factor = one.blend(longer, turn.compare(VectorOperators.GT, zero)).blend(shorter, turned);
                var size = DoubleVector.fromArray(SPECIES, s, i).add(first).mul(factor).max(least).min(most);
                var kept = gradient.blend(zero, turned);
                size.intoArray(s, i);
                kept.intoArray(p, i);
                var weight = DoubleVector.fromArray(SPECIES, w, i);
                weight.blend(weight.sub(size), kept.compare(VectorOperators.GT, zero))
                        .blend(weight.add(size), kept.compare(VectorOperators.LT, zero)).intoArray(w, i);
            }
        }
    }
}
