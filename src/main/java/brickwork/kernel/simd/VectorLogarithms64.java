package brickwork.kernel.simd;

import static brickwork.kernel.Bits64.*;
import static brickwork.kernel.Polynomials64.*;
import static brickwork.kernel.simd.Vectors64.LENGTH;
import static brickwork.kernel.simd.Vectors64.SPECIES;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;

import brickwork.kernel.Elementary64;
import jdk.incubator.vector.DoubleVector;

/**
 * The logarithms of the losses, over arrays, with the bits of {@link Elementary64}: {@link VectorElementary64} without the special
 * arguments that do not occur there. Each is one loop without calls, so that its vectors stay in registers whatever the compiler decides
 * to inline.
 */
final class VectorLogarithms64 {

    private VectorLogarithms64() {}

    /** x becomes log(1 + x) for {@code length} elements, whole vectors; each x in [0, 1] or NaN. */
    static void log1p(double[] x, int length) {
        var unit = DoubleVector.broadcast(SPECIES, 1.0);
        for (var i = 0; i < length; i += LENGTH) {
            var v = DoubleVector.fromArray(SPECIES, x, i);
            var u = v.add(unit);
            var b = u.sub(unit);
            var c = unit.sub(u.sub(b)).add(v.sub(b));
            var bits = u.reinterpretAsLongs().add(ONE - SQRT_HALF);
            var k = bits.lanewise(LSHR, FRACTION).or(SCALED).reinterpretAsDoubles().sub(SCALE).sub(BIAS);
            var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsDoubles().sub(unit);
            var low = k.fma(k.broadcast(LN2_REST), c.div(u));
            var s = f.div(f.add(2.0));
            var z = s.mul(s);
            var q = z.broadcast(LOG_6).fma(z, z.broadcast(LOG_5));
            q = q.fma(z, z.broadcast(LOG_4));
            q = q.fma(z, z.broadcast(LOG_3));
            q = q.fma(z, z.broadcast(LOG_2));
            q = q.fma(z, z.broadcast(LOG_1));
            q = q.fma(z, z.broadcast(LOG_0));
            var h = f.mul(0.5).mul(f);
            k.fma(k.broadcast(LN2_SHORT), f.add(s.fma(z.fma(q, h), low).sub(h))).intoArray(x, i);
        }
    }

    /** x becomes log x for {@code length} elements, whole vectors; each x finite and at least 1, or NaN. */
    static void log(double[] x, int length) {
        for (var i = 0; i < length; i += LENGTH) {
            var v = DoubleVector.fromArray(SPECIES, x, i);
            var bits = v.reinterpretAsLongs().add(ONE - SQRT_HALF);
            var k = bits.lanewise(LSHR, FRACTION).or(SCALED).reinterpretAsDoubles().sub(SCALE).sub(BIAS);
            var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsDoubles().sub(1.0);
            var s = f.div(f.add(2.0));
            var z = s.mul(s);
            var q = z.broadcast(LOG_6).fma(z, z.broadcast(LOG_5));
            q = q.fma(z, z.broadcast(LOG_4));
            q = q.fma(z, z.broadcast(LOG_3));
            q = q.fma(z, z.broadcast(LOG_2));
            q = q.fma(z, z.broadcast(LOG_1));
            q = q.fma(z, z.broadcast(LOG_0));
            var h = f.mul(0.5).mul(f);
            var y = k.fma(k.broadcast(LN2_SHORT), f.add(s.fma(z.fma(q, h), k.mul(LN2_REST)).sub(h)));
            y.blend(Double.NaN, v.compare(NE, v)).intoArray(x, i);
        }
    }
}
