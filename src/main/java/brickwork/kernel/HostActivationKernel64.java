package brickwork.kernel;

import brickwork.model.Activation;

/** An activation of the host program, computed in doubles; f(z) and f'(z) are rounded to the number type once each. */
final class HostActivationKernel64 extends ScalarElementwise64 {

    private final Activation.Host host;

    HostActivationKernel64(Activation.Host host) {
        this.host = host;
    }

    @Override
    double value(double z) {
        return Rounding64.of(host.value(z));
    }

    @Override
    double derivative(double z, double a) {
        return Rounding64.of(host.derivative(z));
    }
}
