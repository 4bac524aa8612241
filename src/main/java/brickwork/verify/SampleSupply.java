package brickwork.verify;

import brickwork.data.DataLibrary;
import brickwork.data.Dataset;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import java.util.List;
import java.util.Optional;

/** Where the samples of a network come from, whatever its seed. Asked from several threads at once. */
@FunctionalInterface
public interface SampleSupply {

    /** There are none. */
    SampleSupply NONE = _ -> Optional.empty();

    /** The samples of {@code network} under its seed, or what is wrong with them; empty where there are none to be had. */
    Optional<Outcome<Dataset>> of(Specification network);

    /** What the network itself names as its data. */
    static SampleSupply from(DataLibrary library) {
        return network -> network.data().source().map(_ -> library.prepare(network));
    }

    /** These samples, whatever the seed. */
    static SampleSupply always(Dataset dataset) {
        return _ -> Optional.of(new Outcome.Success<>(dataset, List.of()));
    }
}
