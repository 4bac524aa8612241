package brickwork.verify.trace;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Specification;
import brickwork.verify.reference.ReferenceClip;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The gradients of one step on their way to the update.
 *
 * @param unshown   of the data loss, by the samples that are not written out
 * @param data      of the data loss, by all samples
 * @param penalties of each penalty
 * @param total     data plus penalties
 * @param clipped   what the update takes
 */
record StepGradients(Parameters unshown, Parameters data, List<Parameters> penalties, Parameters total, Parameters clipped) {

    static StepGradients of(Specification network, Parameters at, Parameters shown, Parameters unshown) {
        var reference = new ReferenceNetwork(network);
        var penalties = network.feedForward().loss().penalties().stream().map(penalty -> reference.gradients(penalty, at)).toList();
        var data = sum(shown, unshown);
        var total = data;
        for (var penalty : penalties) {
            total = sum(total, penalty);
        }
        return new StepGradients(unshown, data, penalties, total, ReferenceClip.clipped(network.learning().descent().clip(), total));
    }

    private static Parameters sum(Parameters first, Parameters second) {
        return new Parameters(first.precision(), first.tensors().stream().map(t -> {
            var other = second.tensor(t.name()).values();
            return new Tensor(t.name(), t.rows(), t.columns(), t.bias(),
                    IntStream.range(0, other.length).mapToDouble(i -> t.values()[i] + other[i]).toArray());
        }).toList());
    }
}
