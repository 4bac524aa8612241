package brickwork.verify.reference;

/** A plain double; its functions are {@link StrictMath}'s, and {@link ErrorFunction}. */
public record Real(double value) implements Scalar<Real> {

    @Override
    public Real of(double constant) {
        return new Real(constant);
    }

    @Override
    public Real plus(Real other) {
        return new Real(value + other.value);
    }

    @Override
    public Real minus(Real other) {
        return new Real(value - other.value);
    }

    @Override
    public Real times(Real other) {
        return new Real(value * other.value);
    }

    @Override
    public Real over(Real other) {
        return new Real(value / other.value);
    }

    @Override
    public Real times(double factor) {
        return new Real(value * factor);
    }

    @Override
    public Real sqrt() {
        return new Real(StrictMath.sqrt(value));
    }

    @Override
    public Real exp() {
        return new Real(StrictMath.exp(value));
    }

    @Override
    public Real expm1() {
        return new Real(StrictMath.expm1(value));
    }

    @Override
    public Real log() {
        return new Real(StrictMath.log(value));
    }

    @Override
    public Real log1p() {
        return new Real(StrictMath.log1p(value));
    }

    @Override
    public Real tanh() {
        return new Real(StrictMath.tanh(value));
    }

    @Override
    public Real erf() {
        return new Real(ErrorFunction.erf(value));
    }
}
