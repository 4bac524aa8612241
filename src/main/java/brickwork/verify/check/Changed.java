package brickwork.verify.check;

import brickwork.model.Clip;
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
        return layers(layer -> layer.withDropout(0));
    }

    Changed withoutPenalties() {
        return loss(new Loss(network.feedForward().loss().data(), List.of()));
    }

    Changed withoutClip() {
        return clip(Optional.empty());
    }

    Changed layers(UnaryOperator<Layer> change) {
        return new Changed(network.withLayers(network.feedForward().layers().stream().map(change).toList()));
    }

    Changed loss(Loss loss) {
        return new Changed(network.withModel(network.feedForward().withLoss(loss)));
    }

    private Changed clip(Optional<Clip> clip) {
        return new Changed(network.withLearning(network.learning().withMethod(network.learning().descent().withClip(clip))));
    }

    /** Trained so, to the last epoch. */
    Changed training(Training training) {
        return new Changed(network.withLearning(network.learning().withTraining(Optional.of(training)).withStops(List.of())));
    }
}
