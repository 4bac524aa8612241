package brickwork.kernel.simd;

import static brickwork.kernel.Coefficients32.*;
import static jdk.incubator.vector.VectorOperators.*;

import brickwork.kernel.Elementary32;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * The SIMD twin of {@link Elementary32}: the same steps in the same order on every lane, hence the same bits, in vectors of any width.
 * Where the scalar code branches, both sides are computed here and the lanes blended.
 *
 * <p>For speed a call must melt into the loop it stands in. HotSpot's compiler gives up on that where a method has more than 325 bytes
 * of byte code, or where the loop has grown past 18,000 nodes before the call, and a vector operation takes some 600 of them. So here the
 * steps are written out, calls stand before the long polynomials, and a loop should hold one of these functions with little before it.
 */
final class VectorElementary32 {
    private static final int ONE = 0x3f80_0000;
    private static final int EXPONENT = 0xff80_0000;
    private static final int SQRT_HALF = 0x3f35_04f3;

    /** The pattern of 2^23: with a whole number below that in the low bits, the sum of the two. */
    private static final int TWO_TO_23 = 0x4b00_0000;

    private VectorElementary32() {}

    static FloatVector exp(FloatVector x) {
        var y = clamp(x, -104f, 89f);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = t.reinterpretAsInts();
        var half = k.lanewise(LSHL, 22).and(EXPONENT);
        var scale1 = half.add(ONE).reinterpretAsFloats();
        var scale2 = k.lanewise(LSHL, 23).sub(half).add(ONE).reinterpretAsFloats();
        return s.fma(scale1, scale1).mul(scale2).blend(Float.NaN, x.compare(NE, x));
    }

    static FloatVector expm1(FloatVector x) {
        var y = clamp(x, -104f, 89f);
        var t = shifted(y);
        var r = remainder(y, t);
        var w = r.mul(r).mul(expTail(r));
        var k = t.reinterpretAsInts();
        var half = k.lanewise(LSHL, 22).and(EXPONENT);
        var rest = k.lanewise(LSHL, 23).sub(half);
        var scale1 = half.add(ONE).reinterpretAsFloats();
        var scale2 = rest.add(ONE).reinterpretAsFloats();
        var a = scale1.sub(rest.neg().add(ONE).reinterpretAsFloats());
        var u = r.fma(scale1, a);
        var v = w.fma(scale1, r.fma(scale1, a.sub(u)));
        var magnitude = u.add(v).mul(scale2).reinterpretAsInts();
        return x.reinterpretAsInts().and(Integer.MIN_VALUE).or(magnitude).reinterpretAsFloats().blend(Float.NaN, x.compare(NE, x));
    }

    static FloatVector sigmoid(FloatVector x) {
        var y = clamp(x, -104f, 104f).neg();
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = t.reinterpretAsInts();
        var half = k.lanewise(LSHL, 22).and(EXPONENT);
        var scale = half.add(ONE).reinterpretAsFloats();
        var one = half.sub(k.lanewise(LSHL, 23)).add(ONE).reinterpretAsFloats();
        var d = s.fma(scale, scale.add(one));
        var lost = s.fma(scale, scale.sub(d).add(one));
        var unit = x.broadcast(1f);
        var q = unit.div(d);
        var minus = q.neg();
        var residue = minus.fma(lost, minus.fma(d, unit));
        return q.fma(residue, q).mul(one).blend(Float.NaN, x.compare(NE, x));
    }

    static FloatVector tanh(FloatVector x) {
        var a = x.abs();
        a = a.blend(10f, a.compare(GT, 10f));
        var near = tanhNear0(a);
        var y = a.add(a);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = t.reinterpretAsInts().lanewise(LSHL, 23).add(ONE).reinterpretAsFloats();
        var unit = x.broadcast(1f);
        var far = unit.sub(x.broadcast(2f).div(s.fma(scale, scale.add(unit))));
        var magnitude = far.blend(near, a.compare(LT, 0.625f)).reinterpretAsInts();
        return x.reinterpretAsInts().and(Integer.MIN_VALUE).or(magnitude).reinterpretAsFloats().blend(Float.NaN, x.compare(NE, x));
    }

    private static FloatVector tanhNear0(FloatVector x) {
        var z = x.mul(x);
        var q = z.broadcast(TANH_4).fma(z, z.broadcast(TANH_3));
        q = q.fma(z, z.broadcast(TANH_2));
        q = q.fma(z, z.broadcast(TANH_1));
        q = q.fma(z, z.broadcast(TANH_0));
        return x.mul(z).fma(q, x);
    }

    static FloatVector erf(FloatVector x) {
        var a = x.abs();
        a = a.blend(4f, a.compare(GT, 4f));
        var far = erfFarFrom0(a);
        var z = a.mul(a);
        var q = z.broadcast(ERF_6).fma(z, z.broadcast(ERF_5));
        q = q.fma(z, z.broadcast(ERF_4));
        q = q.fma(z, z.broadcast(ERF_3));
        q = q.fma(z, z.broadcast(ERF_2));
        q = q.fma(z, z.broadcast(ERF_1));
        q = q.fma(z, z.broadcast(ERF_0));
        var near = a.fma(q, a);
        var magnitude = far.blend(near, a.compare(LT, 1f)).reinterpretAsInts();
        return x.reinterpretAsInts().and(Integer.MIN_VALUE).or(magnitude).reinterpretAsFloats().blend(Float.NaN, x.compare(NE, x));
    }

    private static FloatVector erfFarFrom0(FloatVector x) {
        var q = x.broadcast(ERFC_6).fma(x, x.broadcast(ERFC_5));
        q = q.fma(x, x.broadcast(ERFC_4));
        q = q.fma(x, x.broadcast(ERFC_3));
        q = q.fma(x, x.broadcast(ERFC_2));
        q = q.fma(x, x.broadcast(ERFC_1));
        var y = q.fma(x, x.broadcast(ERFC_0)).neg();
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var minus = t.reinterpretAsInts().lanewise(LSHL, 23).add(ONE).reinterpretAsFloats().neg();
        return s.fma(minus, minus.add(1f));
    }

    static FloatVector log(FloatVector x) {
        var subnormal = x.compare(LT, Float.MIN_NORMAL);
        var bits = x.blend(x.mul(0x1p23f), subnormal).reinterpretAsInts().add(ONE - SQRT_HALF);
        var k = exponent(bits).sub(x.broadcast(127f).blend(150f, subnormal));
        var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsFloats().sub(1f);
        return logSum(k, f, k.mul(LN2_REST))
                .blend(Float.POSITIVE_INFINITY, x.compare(EQ, Float.POSITIVE_INFINITY))
                .blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f))
                .blend(Float.NaN, x.compare(GE, 0f).not());
    }

    static FloatVector log1p(FloatVector x) {
        var unit = x.broadcast(1f);
        var u = x.add(unit);
        var b = u.sub(unit);
        var c = unit.sub(u.sub(b)).add(x.sub(b));
        var bits = u.reinterpretAsInts().add(ONE - SQRT_HALF);
        var k = exponent(bits).sub(127f);
        var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsFloats().sub(unit);
        var y = logSum(k, f, k.fma(k.broadcast(LN2_REST), c.div(u)));
        return x.reinterpretAsInts().and(Integer.MIN_VALUE).or(y.reinterpretAsInts()).reinterpretAsFloats()
                .blend(Float.POSITIVE_INFINITY, x.compare(EQ, Float.POSITIVE_INFINITY))
                .blend(Float.NEGATIVE_INFINITY, x.compare(EQ, -1f))
                .blend(Float.NaN, x.compare(GE, -1f).not());
    }

    private static FloatVector logSum(FloatVector k, FloatVector f, FloatVector low) {
        var q = f.broadcast(LOG_8).fma(f, f.broadcast(LOG_7));
        q = q.fma(f, f.broadcast(LOG_6));
        q = q.fma(f, f.broadcast(LOG_5));
        q = q.fma(f, f.broadcast(LOG_4));
        q = q.fma(f, f.broadcast(LOG_3));
        q = q.fma(f, f.broadcast(LOG_2));
        q = q.fma(f, f.broadcast(LOG_1));
        q = q.fma(f, f.broadcast(LOG_0));
        var z = f.mul(f);
        return k.fma(k.broadcast(LN2_SHORT), f.add(z.fma(z.broadcast(-0.5f), f.mul(z).fma(q, low))));
    }

    /** The biased exponent as a number. */
    private static FloatVector exponent(IntVector bits) {
        return bits.lanewise(LSHR, 23).or(TWO_TO_23).reinterpretAsFloats().sub(0x1p23f);
    }

    private static FloatVector shifted(FloatVector x) {
        return x.fma(x.broadcast(LOG2_E), x.broadcast(SHIFT));
    }

    private static FloatVector remainder(FloatVector x, FloatVector shifted) {
        var k = shifted.sub(SHIFT);
        return k.fma(k.broadcast(-LN2_LOW), k.fma(k.broadcast(-LN2_HIGH), x));
    }

    private static FloatVector expm1Near0(FloatVector r) {
        return r.mul(r).fma(expTail(r), r);
    }

    private static FloatVector expTail(FloatVector r) {
        var q = r.broadcast(EXP_4).fma(r, r.broadcast(EXP_3));
        q = q.fma(r, r.broadcast(EXP_2));
        q = q.fma(r, r.broadcast(EXP_1));
        return q.fma(r, r.broadcast(EXP_0));
    }

    private static FloatVector clamp(FloatVector x, float low, float high) {
        var y = x.blend(high, x.compare(GT, high));
        return y.blend(low, y.compare(LT, low));
    }
}
