package brickwork.kernel.simd;

import static brickwork.kernel.Coefficients64.*;
import static jdk.incubator.vector.VectorOperators.*;

import brickwork.kernel.Elementary64;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/**
 * The SIMD twin of {@link Elementary64}: the same steps in the same order on every lane, hence the same bits, in vectors of any width.
 * Where the scalar code branches, both sides are computed here and the lanes blended.
 *
 * <p>For speed a call must melt into the loop it stands in. HotSpot's compiler gives up on that where a method has more than 325 bytes
 * of byte code, or where the loop has grown past 18,000 nodes before the call, and a vector operation takes some 600 of them. So here the
 * steps are written out, calls stand before the long polynomials, and a loop should hold one of these functions with little before it.
 */
final class VectorElementary64 {
    private static final long ONE = 0x3ff0_0000_0000_0000L;
    private static final long EXPONENT = 0xfff0_0000_0000_0000L;
    private static final long SQRT_HALF = 0x3fe6_a09e_667f_3bcdL;

    /** The pattern of 2^52: with a whole number below that in the low bits, the sum of the two. */
    private static final long TWO_TO_52 = 0x4330_0000_0000_0000L;

    private VectorElementary64() {}

    static DoubleVector exp(DoubleVector x) {
        var y = clamp(x, -746.0, 710.0);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = t.reinterpretAsLongs();
        var half = k.lanewise(LSHL, 51).and(EXPONENT);
        var scale1 = half.add(ONE).reinterpretAsDoubles();
        var scale2 = k.lanewise(LSHL, 52).sub(half).add(ONE).reinterpretAsDoubles();
        return s.fma(scale1, scale1).mul(scale2).blend(Double.NaN, x.compare(NE, x));
    }

    static DoubleVector expm1(DoubleVector x) {
        var y = clamp(x, -746.0, 710.0);
        var t = shifted(y);
        var r = remainder(y, t);
        var w = r.mul(r).mul(expTail(r));
        var k = t.reinterpretAsLongs();
        var half = k.lanewise(LSHL, 51).and(EXPONENT);
        var rest = k.lanewise(LSHL, 52).sub(half);
        var scale1 = half.add(ONE).reinterpretAsDoubles();
        var scale2 = rest.add(ONE).reinterpretAsDoubles();
        var a = scale1.sub(rest.neg().add(ONE).reinterpretAsDoubles());
        var u = r.fma(scale1, a);
        var v = w.fma(scale1, r.fma(scale1, a.sub(u)));
        var magnitude = u.add(v).mul(scale2).reinterpretAsLongs();
        return x.reinterpretAsLongs().and(Long.MIN_VALUE).or(magnitude).reinterpretAsDoubles().blend(Double.NaN, x.compare(NE, x));
    }

    static DoubleVector sigmoid(DoubleVector x) {
        var y = clamp(x, -746.0, 746.0).neg();
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = t.reinterpretAsLongs();
        var half = k.lanewise(LSHL, 51).and(EXPONENT);
        var scale = half.add(ONE).reinterpretAsDoubles();
        var one = half.sub(k.lanewise(LSHL, 52)).add(ONE).reinterpretAsDoubles();
        var d = s.fma(scale, scale.add(one));
        var lost = s.fma(scale, scale.sub(d).add(one));
        var unit = x.broadcast(1.0);
        var q = unit.div(d);
        var minus = q.neg();
        var residue = minus.fma(lost, minus.fma(d, unit));
        return q.fma(residue, q).mul(one).blend(Double.NaN, x.compare(NE, x));
    }

    static DoubleVector tanh(DoubleVector x) {
        var a = x.abs();
        a = a.blend(20.0, a.compare(GT, 20.0));
        var near = tanhNear0(a);
        var y = a.add(a);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = t.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE).reinterpretAsDoubles();
        var unit = x.broadcast(1.0);
        var far = unit.sub(x.broadcast(2.0).div(s.fma(scale, scale.add(unit))));
        var magnitude = far.blend(near, a.compare(LT, 0.625)).reinterpretAsLongs();
        return x.reinterpretAsLongs().and(Long.MIN_VALUE).or(magnitude).reinterpretAsDoubles().blend(Double.NaN, x.compare(NE, x));
    }

    private static DoubleVector tanhNear0(DoubleVector x) {
        var z = x.mul(x);
        var q = z.broadcast(TANH_10).fma(z, z.broadcast(TANH_9));
        q = q.fma(z, z.broadcast(TANH_8));
        q = q.fma(z, z.broadcast(TANH_7));
        q = q.fma(z, z.broadcast(TANH_6));
        q = q.fma(z, z.broadcast(TANH_5));
        q = q.fma(z, z.broadcast(TANH_4));
        q = q.fma(z, z.broadcast(TANH_3));
        q = q.fma(z, z.broadcast(TANH_2));
        q = q.fma(z, z.broadcast(TANH_1));
        q = q.fma(z, z.broadcast(TANH_0));
        return x.mul(z).fma(q, x);
    }

    static DoubleVector erf(DoubleVector x) {
        var a = x.abs();
        a = a.blend(6.0, a.compare(GT, 6.0));
        var far = erfFarFrom0(a);
        var z = a.mul(a);
        var q = z.broadcast(ERF_11).fma(z, z.broadcast(ERF_10));
        q = q.fma(z, z.broadcast(ERF_9));
        q = q.fma(z, z.broadcast(ERF_8));
        q = q.fma(z, z.broadcast(ERF_7));
        q = q.fma(z, z.broadcast(ERF_6));
        q = q.fma(z, z.broadcast(ERF_5));
        q = q.fma(z, z.broadcast(ERF_4));
        q = q.fma(z, z.broadcast(ERF_3));
        q = q.fma(z, z.broadcast(ERF_2));
        q = q.fma(z, z.broadcast(ERF_1));
        q = q.fma(z, z.broadcast(ERF_0));
        var near = a.fma(q, a);
        var magnitude = far.blend(near, a.compare(LT, 1.0)).reinterpretAsLongs();
        return x.reinterpretAsLongs().and(Long.MIN_VALUE).or(magnitude).reinterpretAsDoubles().blend(Double.NaN, x.compare(NE, x));
    }

    private static DoubleVector erfFarFrom0(DoubleVector x) {
        var q = x.broadcast(ERFC_17).fma(x, x.broadcast(ERFC_16));
        q = q.fma(x, x.broadcast(ERFC_15));
        q = q.fma(x, x.broadcast(ERFC_14));
        q = q.fma(x, x.broadcast(ERFC_13));
        q = q.fma(x, x.broadcast(ERFC_12));
        q = q.fma(x, x.broadcast(ERFC_11));
        q = q.fma(x, x.broadcast(ERFC_10));
        q = q.fma(x, x.broadcast(ERFC_9));
        q = q.fma(x, x.broadcast(ERFC_8));
        q = q.fma(x, x.broadcast(ERFC_7));
        q = q.fma(x, x.broadcast(ERFC_6));
        q = q.fma(x, x.broadcast(ERFC_5));
        q = q.fma(x, x.broadcast(ERFC_4));
        q = q.fma(x, x.broadcast(ERFC_3));
        q = q.fma(x, x.broadcast(ERFC_2));
        q = q.fma(x, x.broadcast(ERFC_1));
        var y = q.fma(x, x.broadcast(ERFC_0)).neg();
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var minus = t.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE).reinterpretAsDoubles().neg();
        return s.fma(minus, minus.add(1.0));
    }

    static DoubleVector log(DoubleVector x) {
        var subnormal = x.compare(LT, Double.MIN_NORMAL);
        var bits = x.blend(x.mul(0x1p52), subnormal).reinterpretAsLongs().add(ONE - SQRT_HALF);
        var k = exponent(bits).sub(x.broadcast(1023.0).blend(1075.0, subnormal));
        var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsDoubles().sub(1.0);
        return logSum(k, f, k.mul(LN2_REST))
                .blend(Double.POSITIVE_INFINITY, x.compare(EQ, Double.POSITIVE_INFINITY))
                .blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0.0))
                .blend(Double.NaN, x.compare(GE, 0.0).not());
    }

    static DoubleVector log1p(DoubleVector x) {
        var unit = x.broadcast(1.0);
        var u = x.add(unit);
        var b = u.sub(unit);
        var c = unit.sub(u.sub(b)).add(x.sub(b));
        var bits = u.reinterpretAsLongs().add(ONE - SQRT_HALF);
        var k = exponent(bits).sub(1023.0);
        var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsDoubles().sub(unit);
        var y = logSum(k, f, k.fma(k.broadcast(LN2_REST), c.div(u)));
        return x.reinterpretAsLongs().and(Long.MIN_VALUE).or(y.reinterpretAsLongs()).reinterpretAsDoubles()
                .blend(Double.POSITIVE_INFINITY, x.compare(EQ, Double.POSITIVE_INFINITY))
                .blend(Double.NEGATIVE_INFINITY, x.compare(EQ, -1.0))
                .blend(Double.NaN, x.compare(GE, -1.0).not());
    }

    private static DoubleVector logSum(DoubleVector k, DoubleVector f, DoubleVector low) {
        var s = f.div(f.add(2.0));
        var z = s.mul(s);
        var q = z.broadcast(LOG_6).fma(z, z.broadcast(LOG_5));
        q = q.fma(z, z.broadcast(LOG_4));
        q = q.fma(z, z.broadcast(LOG_3));
        q = q.fma(z, z.broadcast(LOG_2));
        q = q.fma(z, z.broadcast(LOG_1));
        q = q.fma(z, z.broadcast(LOG_0));
        var h = f.mul(0.5).mul(f);
        return k.fma(k.broadcast(LN2_SHORT), f.add(s.fma(z.fma(q, h), low).sub(h)));
    }

    /** The biased exponent as a number. */
    private static DoubleVector exponent(LongVector bits) {
        return bits.lanewise(LSHR, 52).or(TWO_TO_52).reinterpretAsDoubles().sub(0x1p52);
    }

    private static DoubleVector shifted(DoubleVector x) {
        return x.fma(x.broadcast(LOG2_E), x.broadcast(SHIFT));
    }

    private static DoubleVector remainder(DoubleVector x, DoubleVector shifted) {
        var k = shifted.sub(SHIFT);
        return k.fma(k.broadcast(-LN2_LOW), k.fma(k.broadcast(-LN2_HIGH), x));
    }

    private static DoubleVector expm1Near0(DoubleVector r) {
        return r.mul(r).fma(expTail(r), r);
    }

    private static DoubleVector expTail(DoubleVector r) {
        var q = r.broadcast(EXP_10).fma(r, r.broadcast(EXP_9));
        q = q.fma(r, r.broadcast(EXP_8));
        q = q.fma(r, r.broadcast(EXP_7));
        q = q.fma(r, r.broadcast(EXP_6));
        q = q.fma(r, r.broadcast(EXP_5));
        q = q.fma(r, r.broadcast(EXP_4));
        q = q.fma(r, r.broadcast(EXP_3));
        q = q.fma(r, r.broadcast(EXP_2));
        q = q.fma(r, r.broadcast(EXP_1));
        return q.fma(r, r.broadcast(EXP_0));
    }

    private static DoubleVector clamp(DoubleVector x, double low, double high) {
        var y = x.blend(high, x.compare(GT, high));
        return y.blend(low, y.compare(LT, low));
    }
}
