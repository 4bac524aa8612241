package brickwork;

import brickwork.data.Dataset;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.verify.SampleSupply;
import java.util.Objects;
import java.util.Optional;

/** Samples that a host program holds in memory. */
final class GivenSamples {

    private GivenSamples() {}

    /** Those of a table, split, scaled and encoded as the network says. */
    static SampleSupply prepared(SampleTable table) {
        return network -> Optional.of(Dataset.prepare(network, table));
    }

    /** Of all parts together. */
    static long rows(Dataset dataset) {
        return (long) dataset.train().count() + dataset.validation().map(Samples::count).orElse(0)
                + dataset.test().map(Samples::count).orElse(0);
    }

    /** @throws IllegalArgumentException where a part has other widths than the network */
    static void requireFit(Specification network, Dataset dataset) {
        Objects.requireNonNull(dataset, "a dataset is needed, got null");
        for (var part : DatasetPart.values()) {
            dataset.part(part).ifPresent(samples -> requireFit(network, samples));
        }
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

    /** @throws IllegalArgumentException where the samples have other widths than the network */
    static void requireFit(Specification network, Samples samples) {
        if (samples.inputs() != network.inputs() || samples.targets() != network.outputs()) {
            throw new IllegalArgumentException("the network takes " + network.inputs() + " inputs and gives " + network.outputs()
                    + " outputs a row, got samples of " + samples.inputs() + " inputs and " + samples.targets() + " targets");
        }
    }
}
