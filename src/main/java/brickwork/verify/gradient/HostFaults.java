package brickwork.verify.gradient;

import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.Layer;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import brickwork.verify.reference.CustomTangents;
import brickwork.verify.reference.Pieces;
import java.util.ArrayList;
import java.util.List;

/** Holds the derivatives that a host program states against the values of the same functions, wherever a gradient check has used them. */
final class HostFaults {

    private final Specification network;
    private final LinearizationPoint point;
    private final List<HostFault> found = new ArrayList<>();
    private HostFault worst;

    private HostFaults(Specification network, LinearizationPoint point) {
        this.network = network;
        this.point = point;
    }

    /** The functions at fault, each at its worst place: activations layer by layer, then losses, then penalties. */
    static List<HostFault> find(Specification network, Parameters parameters, LinearizationPoint point) {
        var faults = new HostFaults(network, point);
        network.feedForward().layers().forEach(faults::activation);
        for (var term : network.feedForward().loss().data()) {
            faults.loss(term);
        }
        for (var penalty : network.feedForward().loss().penalties()) {
            faults.penalty(penalty, parameters);
        }
        return faults.found;
    }

    private void activation(Layer layer) {
        if (!(layer.activation() instanceof Activation.Host host)) {
            return;
        }
        var function = new HostFault.Function(HostFault.Kind.ACTIVATION, host.word(), layer.number(), layer.origin());
        var preActivations = point.pass().preActivations(layer.number() - 1);
        for (var sample = 0; sample < point.samples(); sample++) {
            for (var unit = 0; unit < layer.units(); unit++) {
                if (!point.isDoubtful(layer.number() - 1, unit, sample)) {
                    var z = preActivations.at(sample, unit).value();
                    var place = "z = " + z + " (unit " + unit + ", sample " + sample + ")";
                    var numeric = CustomTangents.ofActivation(host, z, Pieces.of(host).of(z));
                    compare(function, place, host.derivative(z), numeric, host.value(z));
                }
            }
        }
        close();
    }

    private void loss(LossTerm term) {
        if (!(term.kind() instanceof LossTerm.Host host)) {
            return;
        }
        var function = new HostFault.Function(HostFault.Kind.LOSS, host.word(), network.feedForward().layers().size(), term.origin());
        for (var sample = 0; sample < point.samples(); sample++) {
            var y = point.pass().samples().get(sample).targets();
            var a = point.pass().lastActivations().doubles(sample);
            var stated = new double[a.length];
            host.gradient(a.clone(), y.clone(), stated);
            var numeric = CustomTangents.ofTerm(host, a, y);
            var value = host.value(a, y.clone());
            for (var k = 0; k < a.length; k++) {
                compare(function, "output " + k + " of sample " + sample, stated[k], numeric[k], value);
            }
        }
        close();
    }

    private void penalty(Penalty penalty, Parameters parameters) {
        if (!(penalty instanceof Penalty.Host host)) {
            return;
        }
        for (var layer : network.feedForward().layers()) {
            var function = new HostFault.Function(HostFault.Kind.PENALTY, host.word(), layer.number(), penalty.origin());
            var tensor = parameters.tensor(layer.weightName());
            var weights = tensor.values();
            var stated = new double[weights.length];
            host.gradient(weights.clone(), tensor.rows(), tensor.columns(), stated);
            var value = host.value(weights.clone(), tensor.rows(), tensor.columns());
            for (var i = 0; i < weights.length && layer.weightsTrained(); i++) {
                var place = tensor.name() + "[" + i / tensor.columns() + "][" + i % tensor.columns() + "]";
                var numeric = CustomTangents.ofPenalty(host, weights, tensor.rows(), tensor.columns(), i);
                compare(function, place, stated[i], numeric, value);
            }
        }
        close();
    }

    private void compare(HostFault.Function function, String place, double stated, double numeric, double value) {
        var floor = 1e-5 * Math.max(1, Math.abs(value));
        var diff = Math.abs(stated - numeric) / Math.max(floor, Math.max(Math.abs(stated), Math.abs(numeric)));
        var derivatives = new HostFault.Derivatives(stated, numeric, Double.isNaN(diff) ? Double.POSITIVE_INFINITY : diff);
        if (derivatives.diff() >= GradientReport.AGREEMENT && (worst == null || derivatives.diff() > worst.derivatives().diff())) {
            worst = new HostFault(function, place, derivatives);
        }
    }

    /** Ends the comparison of one function. */
    private void close() {
        if (worst != null) {
            found.add(worst);
        }
        worst = null;
    }
}
