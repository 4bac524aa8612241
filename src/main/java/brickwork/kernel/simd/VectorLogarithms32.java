package brickwork.kernel.simd;

import static brickwork.kernel.Bits32.*;
import static brickwork.kernel.Polynomials32.*;
import static brickwork.kernel.simd.Vectors32.LENGTH;
import static brickwork.kernel.simd.Vectors32.SPECIES;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;

import brickwork.kernel.Elementary32;
import jdk.incubator.vector.FloatVector;

/**
 * The logarithms of the losses, over arrays, with the bits of {@link Elementary32}: {@link VectorElementary32} without the special
 * arguments that do not occur there. Each is one loop without calls, so that its vectors stay in registers whatever the compiler decides
 * to inline.
 */
final class VectorLogarithms32 {

    private VectorLogarithms32() {}

    /** x becomes log(1 + x) for {@code length} elements, whole vectors; each x in [0, 1] or NaN. */
    static void log1p(float[] x, int length) {
        var unit = FloatVector.broadcast(SPECIES, 1f);
        for (var i = 0; i < length; i += LENGTH) {
            var v = FloatVector.fromArray(SPECIES, x, i);
            var u = v.add(unit);
            var b = u.sub(unit);
            var c = unit.sub(u.sub(b)).add(v.sub(b));
            var bits = u.reinterpretAsInts().add(ONE - SQRT_HALF);
            var k = bits.lanewise(LSHR, FRACTION).or(SCALED).reinterpretAsFloats().sub(SCALE).sub(BIAS);
            var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsFloats().sub(unit);
            var low = k.fma(k.broadcast(LN2_REST), c.div(u));
            var q = f.broadcast(LOG_8).fma(f, f.broadcast(LOG_7));
            q = q.fma(f, f.broadcast(LOG_6));
            q = q.fma(f, f.broadcast(LOG_5));
            q = q.fma(f, f.broadcast(LOG_4));
            q = q.fma(f, f.broadcast(LOG_3));
            q = q.fma(f, f.broadcast(LOG_2));
            q = q.fma(f, f.broadcast(LOG_1));
            q = q.fma(f, f.broadcast(LOG_0));
            var z = f.mul(f);
            var y = k.fma(k.broadcast(LN2_SHORT), f.add(z.fma(z.broadcast(-0.5f), f.mul(z).fma(q, low))));
            y.intoArray(x, i);
        }
    }

    /** x becomes log x for {@code length} elements, whole vectors; each x finite and at least 1, or NaN. */
    static void log(float[] x, int length) {
        for (var i = 0; i < length; i += LENGTH) {
            var v = FloatVector.fromArray(SPECIES, x, i);
            var bits = v.reinterpretAsInts().add(ONE - SQRT_HALF);
            var k = bits.lanewise(LSHR, FRACTION).or(SCALED).reinterpretAsFloats().sub(SCALE).sub(BIAS);
            var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsFloats().sub(1f);
            var q = f.broadcast(LOG_8).fma(f, f.broadcast(LOG_7));
            q = q.fma(f, f.broadcast(LOG_6));
            q = q.fma(f, f.broadcast(LOG_5));
            q = q.fma(f, f.broadcast(LOG_4));
            q = q.fma(f, f.broadcast(LOG_3));
            q = q.fma(f, f.broadcast(LOG_2));
            q = q.fma(f, f.broadcast(LOG_1));
            q = q.fma(f, f.broadcast(LOG_0));
            var z = f.mul(f);
            var y = k.fma(k.broadcast(LN2_SHORT), f.add(z.fma(z.broadcast(-0.5f), f.mul(z).fma(q, k.mul(LN2_REST)))));
            y.blend(Float.NaN, v.compare(NE, v)).intoArray(x, i);
        }
    }
}
