package brickwork.kernel.simd;

import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;

/** Operations on arrays element by element: whole vectors first, then the remaining elements one by one. */
final class VectorElementwise64 {

    private VectorElementwise64() {}

    /** y += factor·x. */
    static void addScaled(double[] x, int xAt, double factor, double[] y, int yAt, int length) {
        var f = DoubleVector.broadcast(SPECIES, factor);
        var i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            f.fma(DoubleVector.fromArray(SPECIES, x, xAt + i), DoubleVector.fromArray(SPECIES, y, yAt + i)).intoArray(y, yAt + i);
        }
        for (; i < length; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }

    /** y += factor where {@code x > 0}, y -= factor where {@code x < 0}. */
    static void addSigns(double[] x, int xAt, double factor, double[] y, int yAt, int length) {
        var i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            var v = DoubleVector.fromArray(SPECIES, x, xAt + i);
            var sum = DoubleVector.fromArray(SPECIES, y, yAt + i);
            sum.blend(sum.add(factor), v.compare(GT, 0d)).blend(sum.sub(factor), v.compare(LT, 0d)).intoArray(y, yAt + i);
        }
        for (; i < length; i++) {
            if (x[xAt + i] > 0) {
                y[yAt + i] += factor;
            } else if (x[xAt + i] < 0) {
                y[yAt + i] -= factor;
            }
        }
    }

    static void scale(double[] x, int at, int length, double factor) {
        var i = at;
        for (; i <= at + length - LENGTH; i += LENGTH) {
            DoubleVector.fromArray(SPECIES, x, i).mul(factor).intoArray(x, i);
        }
        for (; i < at + length; i++) {
            x[i] *= factor;
        }
    }

    static void clamp(double[] x, int at, int length, double bound) {
        var i = at;
        for (; i <= at + length - LENGTH; i += LENGTH) {
            var v = DoubleVector.fromArray(SPECIES, x, i);
            v.blend(bound, v.compare(GT, bound)).blend(-bound, v.compare(LT, -bound)).intoArray(x, i);
        }
        for (; i < at + length; i++) {
            x[i] = x[i] > bound ? bound : x[i] < -bound ? -bound : x[i];
        }
    }

    static void multiply(double[] x, double[] y, double[] out, int at, int length) {
        var i = at;
        for (; i <= at + length - LENGTH; i += LENGTH) {
            DoubleVector.fromArray(SPECIES, x, i).mul(DoubleVector.fromArray(SPECIES, y, i)).intoArray(out, i);
        }
        for (; i < at + length; i++) {
            out[i] = x[i] * y[i];
        }
    }
}
