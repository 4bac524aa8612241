package brickwork.verify.claim;

import brickwork.model.Clip;
import brickwork.model.Expectation;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.Specification;
import brickwork.model.Training;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A network with something about it changed and the rest as it was. */
record Changed(Specification network) {

    static Changed of(Specification network) {
        return new Changed(network);
    }

    Changed withoutDropout() {
        return layers(layer -> new Layer(layer.number(), layer.name(), layer.inputs(), layer.units(), layer.activation(), layer.weights(),
                layer.bias(), layer.frozen(), 0, layer.origin()));
    }

    Changed withoutPenalties() {
        return loss(new Loss(network.feedForward().loss().data(), List.of()));
    }

    Changed withoutClip() {
        return clip(Optional.empty());
    }

    Changed layers(UnaryOperator<Layer> change) {
        return new Changed(new Specification(network.name(), network.seed(), network.precision(), network.data().source(), network.data().split(),
                network.data().scaling(), network.feedForward().layers().stream().map(change).toList(), network.feedForward().loss(), network.learning().descent().optimizer(), network.learning().descent().clip(),
                network.learning().training(), network.learning().stops(), network.learning().checkpointEvery(), network.expectations(), network.origin()));
    }

    Changed loss(Loss loss) {
        return new Changed(new Specification(network.name(), network.seed(), network.precision(), network.data().source(), network.data().split(),
                network.data().scaling(), network.feedForward().layers(), loss, network.learning().descent().optimizer(), network.learning().descent().clip(), network.learning().training(), network.learning().stops(),
                network.learning().checkpointEvery(), network.expectations(), network.origin()));
    }

    private Changed clip(Optional<Clip> clip) {
        return new Changed(new Specification(network.name(), network.seed(), network.precision(), network.data().source(), network.data().split(),
                network.data().scaling(), network.feedForward().layers(), network.feedForward().loss(), network.learning().descent().optimizer(), clip, network.learning().training(), network.learning().stops(),
                network.learning().checkpointEvery(), network.expectations(), network.origin()));
    }

    /** Trained so, to the last epoch. */
    Changed training(Training training) {
        return new Changed(new Specification(network.name(), network.seed(), network.precision(), network.data().source(), network.data().split(),
                network.data().scaling(), network.feedForward().layers(), network.feedForward().loss(), network.learning().descent().optimizer(), network.learning().descent().clip(), Optional.of(training), List.of(),
                network.learning().checkpointEvery(), network.expectations(), network.origin()));
    }

    /** Judged by these statements and no others. */
    Changed expectations(List<Expectation> expectations) {
        return new Changed(new Specification(network.name(), network.seed(), network.precision(), network.data().source(), network.data().split(),
                network.data().scaling(), network.feedForward().layers(), network.feedForward().loss(), network.learning().descent().optimizer(), network.learning().descent().clip(), network.learning().training(), network.learning().stops(),
                network.learning().checkpointEvery(), expectations, network.origin()));
    }
}
