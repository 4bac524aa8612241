package brickwork.store;

import brickwork.check.Claims;
import brickwork.model.DataSource;
import brickwork.model.DataSpec;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;

/** What of a spec goes into a model. */
final class ModelText {

    private ModelText() {}

    /**
     * The spec in canonical form, which has no comments, without samples: where they are written out in it, neither {@code data rows} and
     * its split nor an {@code expect output for} a row is part of it. Starting values that are too long for a text are zeros in it.
     */
    static String ofSpec(Specification network) {
        var shared = network.data().source().filter(DataSource.Rows.class::isInstance).isPresent() ? withoutRows(network) : network;
        var text = SpecPrinter.print(shared);
        return text.length() <= SpecParser.LONGEST_TEXT ? text : SpecPrinter.print(withoutValues(shared));
    }

    /** The network alone: no data, no expectations, and no starting values, for the model has the values they became. */
    static String ofNetwork(Specification network) {
        return SpecPrinter.print(withoutValues(Specification.of(network.model(), network.learning()).withName(network.name())
                .withSeed(network.seed()).withPrecision(network.precision()).withData(scalingOf(network))));
    }

    private static Specification withoutRows(Specification network) {
        return network.withData(scalingOf(network)).withExpectations(network.expectations().stream()
                .filter(expectation -> !(expectation.claim() instanceof Claims.Output)).toList());
    }

    private static DataSpec scalingOf(Specification network) {
        return DataSpec.NONE.withScaling(network.data().scaling());
    }

    private static Specification withoutValues(Specification network) {
        return network.withLayers(network.feedForward().layers().stream()
                .<Layer>map(layer -> layer.withStart(tensor -> tensor.start() instanceof Initialization.Values
                        ? new Initialization.Zeros()
                        : tensor.start()))
                .toList());
    }
}
