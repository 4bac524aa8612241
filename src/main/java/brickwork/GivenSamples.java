package brickwork;

import brickwork.data.Dataset;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.data.Samples;
import brickwork.model.ActivationTraits;
import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.verify.SampleSupply;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Samples that a host program holds in memory. */
final class GivenSamples {

    private GivenSamples() {}

    /**
     * Those of a table, split, scaled and encoded as the network says: now for {@code network}, and anew for another, as under other seeds.
     */
    static SampleSupply prepared(Specification network, SampleTable table) {
        var own = Optional.of(Dataset.prepare(network, table));
        return asked -> asked == network ? own : Optional.of(Dataset.prepare(asked, table));
    }

    /** Of all parts together. */
    static long rows(Dataset dataset) {
        return (long) dataset.train().count() + dataset.validation().map(Samples::count).orElse(0)
                + dataset.test().map(Samples::count).orElse(0);
    }

    /** @throws IllegalArgumentException where a part has other widths than the network */
    static void requireFit(Specification network, Dataset dataset) {
        Objects.requireNonNull(dataset, "a dataset is needed, got null").requireFit(network);
    }

    /** @throws IllegalArgumentException where the stream has other widths, or another number of classes, than the network */
    static void requireFit(Specification network, SampleStream stream) {
        var units = network.outputs();
        var classes = stream.classNames().size();
        var fits = classes == 0 ? stream.targets() == units : stream.targets() == 1 && (units == classes || units == 1 && classes == 2);
        if (stream.inputs() != network.inputs() || !fits) {
            throw new IllegalArgumentException("the network takes " + network.inputs() + " inputs and gives " + units
                    + " outputs a row, got a stream of " + stream.inputs() + " inputs and " + stream.targets() + " targets"
                    + (classes == 0 ? "" : " in " + classes + " classes"));
        }
    }

    /** Those that were there, and those of the samples that are supplied. */
    static List<Diagnostic> warnings(List<Diagnostic> before, Specification network, SampleSupply supply) {
        var ofSamples = supply.of(network).orElseThrow() instanceof Outcome.Success<Dataset>(var dataset, _)
                ? warnings(network, dataset) : List.<Diagnostic>of();
        return Stream.concat(before.stream(), ofSamples.stream()).toList();
    }

    /** What the checker says of targets that a text names, where the last layer gives no such numbers; empty where it does. */
    static List<Diagnostic> warnings(Specification network, Dataset dataset) {
        var last = network.feedForward().lastLayer();
        var smallest = Double.POSITIVE_INFINITY;
        var largest = Double.NEGATIVE_INFINITY;
        var targets = new double[network.outputs()];
        for (var part : Stream.of(DatasetPart.values()).flatMap(part -> dataset.part(part).stream()).toList()) {
            for (var row = 0; row < part.count(); row++) {
                part.target(row, targets, 0);
                for (var target : targets) {
                    smallest = Math.min(smallest, target);
                    largest = Math.max(largest, target);
                }
            }
        }
        return last.activation().traits().misses(smallest, largest)
                .map(message -> Diagnostic.at(last.origin(), Code.NN102, message, ActivationTraits.MISSED_TARGETS)).stream().toList();
    }
}
