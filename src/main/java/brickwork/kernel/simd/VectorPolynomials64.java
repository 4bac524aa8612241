package brickwork.kernel.simd;

import static brickwork.kernel.Polynomials64.*;

import brickwork.kernel.Polynomials64;
import jdk.incubator.vector.DoubleVector;

/** The polynomials of {@link VectorElementary64}: {@link Polynomials64} on every lane. */
final class VectorPolynomials64 {

    private VectorPolynomials64() {}

    static DoubleVector exp(DoubleVector r) {
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

    static DoubleVector tanh(DoubleVector z) {
        var q = z.broadcast(TANH_10).fma(z, z.broadcast(TANH_9));
        q = q.fma(z, z.broadcast(TANH_8));
        q = q.fma(z, z.broadcast(TANH_7));
        q = q.fma(z, z.broadcast(TANH_6));
        q = q.fma(z, z.broadcast(TANH_5));
        q = q.fma(z, z.broadcast(TANH_4));
        q = q.fma(z, z.broadcast(TANH_3));
        q = q.fma(z, z.broadcast(TANH_2));
        q = q.fma(z, z.broadcast(TANH_1));
        return q.fma(z, z.broadcast(TANH_0));
    }

    static DoubleVector erf(DoubleVector z) {
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
        return q.fma(z, z.broadcast(ERF_0));
    }

    static DoubleVector erfc(DoubleVector x) {
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
        return q.fma(x, x.broadcast(ERFC_0));
    }

    static DoubleVector logSum(DoubleVector k, DoubleVector f, DoubleVector low) {
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
}
