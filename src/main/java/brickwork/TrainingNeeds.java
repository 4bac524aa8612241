package brickwork;

import brickwork.data.Dataset;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.Span;
import java.util.List;
import java.util.Optional;

/** What a spec may leave to the program that embeds it, and cannot be trained without. */
final class TrainingNeeds {

    private TrainingNeeds() {}

    /** How long to train; @throws InvalidSpecException where the network does not say */
    static Training requireTraining(Specification network) {
        return network.learning().training().orElseThrow(() -> new InvalidSpecException(List.of(
                missing(network, "the spec does not say how long to train", "add a statement such as: train 100 epochs"))));
    }

    /** The samples that were supplied; @throws InvalidSpecException where there are none, or they have faults */
    static Dataset dataset(Specification network, Optional<Outcome<Dataset>> supplied) {
        return supplied.orElseThrow(() -> noData(network)).orThrow();
    }

    /** What is thrown where samples are needed and there are none. */
    static InvalidSpecException noData(Specification network) {
        return new InvalidSpecException(List.of(missing(network, "the spec names no data",
                "add a statement such as: data xor, or give the samples by withData")));
    }

    /** What is said at the beginning of a text that says too little. */
    static Diagnostic missing(Specification network, String message, String help) {
        var beginning = network.origin().source().map(text -> Origin.of(text, new Span(0, 0))).orElse(Origin.NONE);
        return Diagnostic.at(beginning, Code.NN303, message, help);
    }
}
