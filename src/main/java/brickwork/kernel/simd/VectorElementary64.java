package brickwork.kernel.simd;

import static brickwork.kernel.Bits64.*;
import static brickwork.kernel.Polynomials64.*;
import static jdk.incubator.vector.VectorOperators.*;

import brickwork.kernel.Elementary64;
import jdk.incubator.vector.DoubleVector;

/**
 * {@link Elementary64} over vectors of any width: the same operations in the same order in every lane, hence the same bits. Where the
 * scalar code branches, both branches are computed and the lanes blended.
 *
 * <p>For speed a call must be inlined into its loop, or vectors become objects. HotSpot's C2 does not inline a method of more than 325
 * bytes of byte code, nor any once the loop has 18,000 nodes; a vector operation takes some 600. So the branch with more calls comes first,
 * and a loop should call one of these functions, with few operations before it.
 */
final class VectorElementary64 {

    private VectorElementary64() {}

    static DoubleVector exp(DoubleVector x) {
        var y = clamp(x, EXP_LEAST, EXP_MOST);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = t.reinterpretAsLongs();
        var half = k.lanewise(LSHL, FRACTION - 1).and(EXPONENT);
        var scale1 = half.add(ONE).reinterpretAsDoubles();
        var scale2 = k.lanewise(LSHL, FRACTION).sub(half).add(ONE).reinterpretAsDoubles();
        return s.fma(scale1, scale1).mul(scale2).blend(Double.NaN, x.compare(NE, x));
    }

    static DoubleVector expm1(DoubleVector x) {
        var y = clamp(x, EXP_LEAST, EXP_MOST);
        var t = shifted(y);
        var r = remainder(y, t);
        var w = r.mul(r).mul(VectorPolynomials64.exp(r));
        var k = t.reinterpretAsLongs();
        var half = k.lanewise(LSHL, FRACTION - 1).and(EXPONENT);
        var rest = k.lanewise(LSHL, FRACTION).sub(half);
        var scale1 = half.add(ONE).reinterpretAsDoubles();
        var scale2 = rest.add(ONE).reinterpretAsDoubles();
        var a = scale1.sub(rest.neg().add(ONE).reinterpretAsDoubles());
        var u = r.fma(scale1, a);
        var v = w.fma(scale1, r.fma(scale1, a.sub(u)));
        var magnitude = u.add(v).mul(scale2).reinterpretAsLongs();
        return x.reinterpretAsLongs().and(SIGN).or(magnitude).reinterpretAsDoubles().blend(Double.NaN, x.compare(NE, x));
    }

    static DoubleVector sigmoid(DoubleVector x) {
        var y = clamp(x, EXP_LEAST, -EXP_LEAST).neg();
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var k = t.reinterpretAsLongs();
        var half = k.lanewise(LSHL, FRACTION - 1).and(EXPONENT);
        var scale = half.add(ONE).reinterpretAsDoubles();
        var one = half.sub(k.lanewise(LSHL, FRACTION)).add(ONE).reinterpretAsDoubles();
        var d = s.fma(scale, scale.add(one));
        var lost = s.fma(scale, scale.sub(d).add(one));
        var unit = x.broadcast(1d);
        var q = unit.div(d);
        var minus = q.neg();
        var residue = minus.fma(lost, minus.fma(d, unit));
        return q.fma(residue, q).mul(one).blend(Double.NaN, x.compare(NE, x));
    }

    static DoubleVector tanh(DoubleVector x) {
        var a = x.abs();
        a = a.blend(TANH_MOST, a.compare(GT, TANH_MOST));
        var near = tanhNear0(a);
        var y = a.add(a);
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var scale = t.reinterpretAsLongs().lanewise(LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
        var unit = x.broadcast(1d);
        var far = unit.sub(x.broadcast(2d).div(s.fma(scale, scale.add(unit))));
        var magnitude = far.blend(near, a.compare(LT, 0.625d)).reinterpretAsLongs();
        return x.reinterpretAsLongs().and(SIGN).or(magnitude).reinterpretAsDoubles().blend(Double.NaN, x.compare(NE, x));
    }

    private static DoubleVector tanhNear0(DoubleVector x) {
        var z = x.mul(x);
        return x.mul(z).fma(VectorPolynomials64.tanh(z), x);
    }

    static DoubleVector erf(DoubleVector x) {
        var a = x.abs();
        a = a.blend(ERF_MOST, a.compare(GT, ERF_MOST));
        var far = erfFarFrom0(a);
        var z = a.mul(a);
        var near = a.fma(VectorPolynomials64.erf(z), a);
        var magnitude = far.blend(near, a.compare(LT, 1d)).reinterpretAsLongs();
        return x.reinterpretAsLongs().and(SIGN).or(magnitude).reinterpretAsDoubles().blend(Double.NaN, x.compare(NE, x));
    }

    private static DoubleVector erfFarFrom0(DoubleVector x) {
        var y = VectorPolynomials64.erfc(x).neg();
        var t = shifted(y);
        var s = expm1Near0(remainder(y, t));
        var minus = t.reinterpretAsLongs().lanewise(LSHL, FRACTION).add(ONE).reinterpretAsDoubles().neg();
        return s.fma(minus, minus.add(1d));
    }

    static DoubleVector log(DoubleVector x) {
        var subnormal = x.compare(LT, Double.MIN_NORMAL);
        var bits = x.blend(x.mul(SCALE), subnormal).reinterpretAsLongs().add(ONE - SQRT_HALF);
        var biased = bits.lanewise(LSHR, FRACTION).or(SCALED).reinterpretAsDoubles().sub(SCALE);
        var k = biased.sub(x.broadcast(BIAS).blend(BIAS + FRACTION, subnormal));
        var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsDoubles().sub(1d);
        return VectorPolynomials64.logSum(k, f, k.mul(LN2_REST))
                .blend(Double.POSITIVE_INFINITY, x.compare(EQ, Double.POSITIVE_INFINITY))
                .blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0d))
                .blend(Double.NaN, x.compare(GE, 0d).not());
    }

    static DoubleVector log1p(DoubleVector x) {
        var unit = x.broadcast(1d);
        var u = x.add(unit);
        var b = u.sub(unit);
        var c = unit.sub(u.sub(b)).add(x.sub(b));
        var bits = u.reinterpretAsLongs().add(ONE - SQRT_HALF);
        var k = bits.lanewise(LSHR, FRACTION).or(SCALED).reinterpretAsDoubles().sub(SCALE).sub(BIAS);
        var f = bits.and(~EXPONENT).add(SQRT_HALF).reinterpretAsDoubles().sub(unit);
        var y = VectorPolynomials64.logSum(k, f, k.fma(k.broadcast(LN2_REST), c.div(u)));
        return x.reinterpretAsLongs().and(SIGN).or(y.reinterpretAsLongs()).reinterpretAsDoubles()
                .blend(Double.POSITIVE_INFINITY, x.compare(EQ, Double.POSITIVE_INFINITY))
                .blend(Double.NEGATIVE_INFINITY, x.compare(EQ, -1d))
                .blend(Double.NaN, x.compare(GE, -1d).not());
    }

    private static DoubleVector shifted(DoubleVector x) {
        return x.fma(x.broadcast(LOG2_E), x.broadcast(SHIFT));
    }

    private static DoubleVector remainder(DoubleVector x, DoubleVector shifted) {
        var k = shifted.sub(SHIFT);
        return k.fma(k.broadcast(-LN2_LOW), k.fma(k.broadcast(-LN2_HIGH), x));
    }

    private static DoubleVector expm1Near0(DoubleVector r) {
        return r.mul(r).fma(VectorPolynomials64.exp(r), r);
    }

    private static DoubleVector clamp(DoubleVector x, double low, double high) {
        var y = x.blend(high, x.compare(GT, high));
        return y.blend(low, y.compare(LT, low));
    }
}
