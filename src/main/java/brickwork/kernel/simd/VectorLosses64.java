package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import brickwork.kernel.Lanes64;
import brickwork.kernel.LossKernel64;
import brickwork.kernel.Rounding64;
import brickwork.kernel.ScalarKernels64;
import brickwork.model.LossTerm;
import jdk.incubator.vector.DoubleVector;

/** Every data term, d = a - y, with the arithmetic of {@link brickwork.kernel.ScalarKernels64}. */
final class VectorLosses64 {

    private VectorLosses64() {}

    static LossKernel64 of(LossTerm.Kind kind) {
        return switch (kind) {
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> new Squared(kind);
            case LossTerm.MeanAbsoluteError _ -> new Absolute(kind);
            case LossTerm.Huber huber -> new Huber(huber);
            case LossTerm.BinaryCrossEntropy _ -> new BinaryCrossEntropy(kind);
            case LossTerm.CrossEntropy _ -> new VectorCrossEntropy64();
            case LossTerm.Host host -> new ScalarKernels64().loss(host);
        };
    }

    /** d²; by a: 2·d. */
    static final class Squared extends VectorTerm64 {
        Squared(LossTerm.Kind kind) {
            super(kind);
        }

        @Override
        void add(double[] z, double[] a, double[] y, int from, int end, double[] sums, int at) {
            var sum = DoubleVector.fromArray(SPECIES, sums, at);
            for (var i = from; i < end; i += Lanes64.COUNT) {
                var d = DoubleVector.fromArray(SPECIES, a, i).sub(DoubleVector.fromArray(SPECIES, y, i));
                sum = sum.add(d.mul(d));
            }
            sum.intoArray(sums, at);
        }

        @Override
        void slope(double[] z, double[] a, double[] y, double[] delta, int from, int to, double scale, boolean add) {
            var factor = DoubleVector.broadcast(SPECIES, scale);
            for (var i = from; i < to; i += LENGTH) {
                var d = DoubleVector.fromArray(SPECIES, a, i).sub(DoubleVector.fromArray(SPECIES, y, i));
                var slope = d.add(d);
                var sum = add ? factor.fma(slope, DoubleVector.fromArray(SPECIES, delta, i)) : factor.mul(slope);
                sum.intoArray(delta, i);
            }
        }
    }

    /** |d|; by a: the sign of d, 0 at 0. */
    static final class Absolute extends VectorTerm64 {
        Absolute(LossTerm.Kind kind) {
            super(kind);
        }

        @Override
        void add(double[] z, double[] a, double[] y, int from, int end, double[] sums, int at) {
            var sum = DoubleVector.fromArray(SPECIES, sums, at);
            for (var i = from; i < end; i += Lanes64.COUNT) {
                var d = DoubleVector.fromArray(SPECIES, a, i).sub(DoubleVector.fromArray(SPECIES, y, i));
                sum = sum.add(d.abs());
            }
            sum.intoArray(sums, at);
        }

        @Override
        void slope(double[] z, double[] a, double[] y, double[] delta, int from, int to, double scale, boolean add) {
            var factor = DoubleVector.broadcast(SPECIES, scale);
            for (var i = from; i < to; i += LENGTH) {
                var d = DoubleVector.fromArray(SPECIES, a, i).sub(DoubleVector.fromArray(SPECIES, y, i));
                var slope = d.broadcast(0d).blend(1d, d.compare(GT, 0d)).blend(-1d, d.compare(LT, 0d));
                var sum = add ? factor.fma(slope, DoubleVector.fromArray(SPECIES, delta, i)) : factor.mul(slope);
                sum.intoArray(delta, i);
            }
        }
    }

    /** d²/2 where |d| ≤ D, D·(|d| - D/2) elsewhere; by a: d cut to [-D, D]. */
    static final class Huber extends VectorTerm64 {
        private final double threshold;

        Huber(LossTerm.Huber huber) {
            super(huber);
            this.threshold = Rounding64.of(huber.threshold());
        }

        @Override
        void add(double[] z, double[] a, double[] y, int from, int end, double[] sums, int at) {
            var sum = DoubleVector.fromArray(SPECIES, sums, at);
            for (var i = from; i < end; i += Lanes64.COUNT) {
                var d = DoubleVector.fromArray(SPECIES, a, i).sub(DoubleVector.fromArray(SPECIES, y, i));
                var size = d.abs();
                var far = size.sub(0.5d * threshold).mul(threshold);
                sum = sum.add(far.blend(d.mul(0.5d).mul(d), size.compare(LE, threshold)));
            }
            sum.intoArray(sums, at);
        }

        @Override
        void slope(double[] z, double[] a, double[] y, double[] delta, int from, int to, double scale, boolean add) {
            var factor = DoubleVector.broadcast(SPECIES, scale);
            for (var i = from; i < to; i += LENGTH) {
                var d = DoubleVector.fromArray(SPECIES, a, i).sub(DoubleVector.fromArray(SPECIES, y, i));
                var slope = d.blend(threshold, d.compare(GT, threshold)).blend(-threshold, d.compare(LT, -threshold));
                var sum = add ? factor.fma(slope, DoubleVector.fromArray(SPECIES, delta, i)) : factor.mul(slope);
                sum.intoArray(delta, i);
            }
        }
    }

    /** max(z, 0) - z·y + log1p(e^-|z|); by z: a - y. */
    static final class BinaryCrossEntropy extends VectorTerm64 {
        private static final int BLOCK = SoftplusTail64.ROOM * Lanes64.COUNT;

        private final SoftplusTail64 tail = new SoftplusTail64();

        BinaryCrossEntropy(LossTerm.Kind kind) {
            super(kind);
        }

        @Override
        void add(double[] z, double[] a, double[] y, int from, int end, double[] sums, int at) {
            for (var i = from; i < end; i += BLOCK) {
                var stop = Math.min(i + BLOCK, end);
                tail.compute(z, i, stop, Lanes64.COUNT);
                addTo(z, tail.values, y, i, stop, sums, at);
            }
        }

        private static void addTo(double[] z, double[] rest, double[] y, int from, int end, double[] sums, int at) {
            var sum = DoubleVector.fromArray(SPECIES, sums, at);
            for (int i = from, j = 0; i < end; i += Lanes64.COUNT, j += LENGTH) {
                var log = DoubleVector.fromArray(SPECIES, rest, j);
                var v = DoubleVector.fromArray(SPECIES, z, i);
                var linear = v.neg().fma(DoubleVector.fromArray(SPECIES, y, i), v.blend(0d, v.compare(LE, 0d)));
                sum = sum.add(linear.add(log));
            }
            sum.intoArray(sums, at);
        }

        @Override
        void slope(double[] z, double[] a, double[] y, double[] delta, int from, int to, double scale, boolean add) {
            var factor = DoubleVector.broadcast(SPECIES, scale);
            for (var i = from; i < to; i += LENGTH) {
                var slope = DoubleVector.fromArray(SPECIES, a, i).sub(DoubleVector.fromArray(SPECIES, y, i));
                var sum = add ? factor.fma(slope, DoubleVector.fromArray(SPECIES, delta, i)) : factor.mul(slope);
                sum.intoArray(delta, i);
            }
        }
    }
}
