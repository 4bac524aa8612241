package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;

import brickwork.kernel.ScalarKernels64;
import jdk.incubator.vector.DoubleVector;

/** Updates of parameters over whole vectors; what is left over is done by the definition. */
final class VectorUpdates64 {

    private final ScalarKernels64 rest = new ScalarKernels64();

    /** Elements of {@code length} that fill whole vectors. */
    private static int whole(int length) {
        return length & -LENGTH;
    }

    void sgd(double[] w, double[] g, int at, int length, double rate) {
        var end = at + whole(length);
        var minusRate = DoubleVector.broadcast(SPECIES, -rate);
        for (var i = at; i < end; i += LENGTH) {
            minusRate.fma(DoubleVector.fromArray(SPECIES, g, i), DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
        }
        if (end < at + length) {
            rest.sgd(w, g, end, at + length - end, rate);
        }
    }

    void momentum(double[] w, double[] g, double[] v, int at, int length, double rate, double momentum, boolean nesterov) {
        var end = at + whole(length);
        var minusRate = DoubleVector.broadcast(SPECIES, -rate);
        var keep = DoubleVector.broadcast(SPECIES, momentum);
        for (var i = at; i < end; i += LENGTH) {
            var gradient = DoubleVector.fromArray(SPECIES, g, i);
            var velocity = keep.fma(DoubleVector.fromArray(SPECIES, v, i), gradient);
            velocity.intoArray(v, i);
            var direction = nesterov ? keep.fma(velocity, gradient) : velocity;
            minusRate.fma(direction, DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
        }
        if (end < at + length) {
            rest.momentum(w, g, v, end, at + length - end, rate, momentum, nesterov);
        }
    }

    void adam(double[] w, double[] g, double[] m, double[] v, int at, int length, double keep, double beta1, double rest1, double beta2,
            double rest2, double step, double inverseRoot, double epsilon) {
        var end = at + whole(length);
        var b1 = DoubleVector.broadcast(SPECIES, beta1);
        var b2 = DoubleVector.broadcast(SPECIES, beta2);
        var inverse = DoubleVector.broadcast(SPECIES, inverseRoot);
        var tiny = DoubleVector.broadcast(SPECIES, epsilon);
        var minusStep = DoubleVector.broadcast(SPECIES, -step);
        for (var i = at; i < end; i += LENGTH) {
            var gradient = DoubleVector.fromArray(SPECIES, g, i);
            var first = b1.fma(DoubleVector.fromArray(SPECIES, m, i), gradient.mul(rest1));
            var second = b2.fma(DoubleVector.fromArray(SPECIES, v, i), gradient.mul(rest2).mul(gradient));
            first.intoArray(m, i);
            second.intoArray(v, i);
            var direction = first.div(second.sqrt().fma(inverse, tiny));
            minusStep.fma(direction, DoubleVector.fromArray(SPECIES, w, i).mul(keep)).intoArray(w, i);
        }
        if (end < at + length) {
            rest.adam(w, g, m, v, end, at + length - end, keep, beta1, rest1, beta2, rest2, step, inverseRoot, epsilon);
        }
    }

    void rmsProp(double[] w, double[] g, double[] s, int at, int length, double rate, double alpha, double remains, double epsilon) {
        var end = at + whole(length);
        var minusRate = DoubleVector.broadcast(SPECIES, -rate);
        var keep = DoubleVector.broadcast(SPECIES, alpha);
        for (var i = at; i < end; i += LENGTH) {
            var gradient = DoubleVector.fromArray(SPECIES, g, i);
            var squares = keep.fma(DoubleVector.fromArray(SPECIES, s, i), gradient.mul(remains).mul(gradient));
            squares.intoArray(s, i);
            minusRate.fma(gradient.div(squares.sqrt().add(epsilon)), DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
        }
        if (end < at + length) {
            rest.rmsProp(w, g, s, end, at + length - end, rate, alpha, remains, epsilon);
        }
    }

    void adaGrad(double[] w, double[] g, double[] s, int at, int length, double rate, double epsilon) {
        var end = at + whole(length);
        var minusRate = DoubleVector.broadcast(SPECIES, -rate);
        for (var i = at; i < end; i += LENGTH) {
            var gradient = DoubleVector.fromArray(SPECIES, g, i);
            var squares = gradient.fma(gradient, DoubleVector.fromArray(SPECIES, s, i));
            squares.intoArray(s, i);
            minusRate.fma(gradient.div(squares.sqrt().add(epsilon)), DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
        }
        if (end < at + length) {
            rest.adaGrad(w, g, s, end, at + length - end, rate, epsilon);
        }
    }
}
