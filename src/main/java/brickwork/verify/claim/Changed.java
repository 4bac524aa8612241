package brickwork.verify.claim;

import brickwork.model.Clip;
import brickwork.model.Expectation;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.Network;
import brickwork.model.Training;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A network with something about it changed and the rest as it was. */
record Changed(Network network) {

    static Changed of(Network network) {
        return new Changed(network);
    }

    Changed withoutDropout() {
        return layers(layer -> new Layer(layer.number(), layer.name(), layer.inputs(), layer.units(), layer.activation(), layer.weights(),
                layer.bias(), layer.frozen(), 0, layer.origin()));
    }

    Changed withoutPenalties() {
        return loss(new Loss(network.loss().data(), List.of()));
    }

    Changed withoutClip() {
        return clip(Optional.empty());
    }

    Changed layers(UnaryOperator<Layer> change) {
        return new Changed(new Network(network.name(), network.seed(), network.precision(), network.data(), network.split(),
                network.scaling(), network.layers().stream().map(change).toList(), network.loss(), network.optimizer(), network.clip(),
                network.training(), network.stops(), network.checkpointEvery(), network.expectations(), network.origin()));
    }

    Changed loss(Loss loss) {
        return new Changed(new Network(network.name(), network.seed(), network.precision(), network.data(), network.split(),
                network.scaling(), network.layers(), loss, network.optimizer(), network.clip(), network.training(), network.stops(),
                network.checkpointEvery(), network.expectations(), network.origin()));
    }

    private Changed clip(Optional<Clip> clip) {
        return new Changed(new Network(network.name(), network.seed(), network.precision(), network.data(), network.split(),
                network.scaling(), network.layers(), network.loss(), network.optimizer(), clip, network.training(), network.stops(),
                network.checkpointEvery(), network.expectations(), network.origin()));
    }

    /** Trained so, to the last epoch. */
    Changed training(Training training) {
        return new Changed(new Network(network.name(), network.seed(), network.precision(), network.data(), network.split(),
                network.scaling(), network.layers(), network.loss(), network.optimizer(), network.clip(), Optional.of(training), List.of(),
                network.checkpointEvery(), network.expectations(), network.origin()));
    }

    /** Judged by these statements and no others. */
    Changed expectations(List<Expectation> expectations) {
        return new Changed(new Network(network.name(), network.seed(), network.precision(), network.data(), network.split(),
                network.scaling(), network.layers(), network.loss(), network.optimizer(), network.clip(), network.training(), network.stops(),
                network.checkpointEvery(), expectations, network.origin()));
    }
}
