package brickwork.kernel.simd;

import static brickwork.kernel.Polynomials32.*;

import brickwork.kernel.Polynomials32;
import jdk.incubator.vector.FloatVector;

/** The polynomials of {@link VectorElementary32}: {@link Polynomials32} on every lane. */
final class VectorPolynomials32 {

    private VectorPolynomials32() {}

    static FloatVector exp(FloatVector r) {
        var q = r.broadcast(EXP_4).fma(r, r.broadcast(EXP_3));
        q = q.fma(r, r.broadcast(EXP_2));
        q = q.fma(r, r.broadcast(EXP_1));
        return q.fma(r, r.broadcast(EXP_0));
    }

    static FloatVector tanh(FloatVector z) {
        var q = z.broadcast(TANH_4).fma(z, z.broadcast(TANH_3));
        q = q.fma(z, z.broadcast(TANH_2));
        q = q.fma(z, z.broadcast(TANH_1));
        return q.fma(z, z.broadcast(TANH_0));
    }

    static FloatVector erf(FloatVector z) {
        var q = z.broadcast(ERF_6).fma(z, z.broadcast(ERF_5));
        q = q.fma(z, z.broadcast(ERF_4));
        q = q.fma(z, z.broadcast(ERF_3));
        q = q.fma(z, z.broadcast(ERF_2));
        q = q.fma(z, z.broadcast(ERF_1));
        return q.fma(z, z.broadcast(ERF_0));
    }

    static FloatVector erfc(FloatVector x) {
        var q = x.broadcast(ERFC_6).fma(x, x.broadcast(ERFC_5));
        q = q.fma(x, x.broadcast(ERFC_4));
        q = q.fma(x, x.broadcast(ERFC_3));
        q = q.fma(x, x.broadcast(ERFC_2));
        q = q.fma(x, x.broadcast(ERFC_1));
        return q.fma(x, x.broadcast(ERFC_0));
    }

    static FloatVector logSum(FloatVector k, FloatVector f, FloatVector low) {
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
}
