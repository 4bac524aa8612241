package brickwork.check;

import brickwork.model.Layer;
import brickwork.model.Split;
import brickwork.model.Training;
import brickwork.source.Code;
import brickwork.source.Plural;
import brickwork.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** How the batches of training fit the samples there are and the layers that look at a whole batch. */
record BatchRules(Statement.Train statement, Training.Batch batch, DiagnosticCollector faults) {

    /**
     * Checks the batches of an epoch.
     *
     * @param samples to train on, where their number is known
     */
    void check(List<Layer> layers, Optional<Integer> samples) {
        samples.ifPresent(this::checkSize);
        layers.stream().filter(layer -> smallest(samples) < layer.smallestBatch()).findFirst()
                .ifPresent(layer -> refuse(layer, samples));
    }

    /** The samples to train on, where those of the data are known. */
    static Optional<Integer> samples(DataShape data, Optional<Split> split) {
        return data.known().map(known -> split.map(s -> s.trainRows(known.rows())).orElse(known.rows()));
    }

    /** Checks samples that are not trained on but may be asked for gradients, as one batch. */
    static void checkUntrained(List<Layer> layers, Optional<Integer> samples, DataShape data, DiagnosticCollector faults) {
        samples.flatMap(count -> layers.stream().filter(layer -> count > 0 && count < layer.smallestBatch()).findFirst())
                .ifPresent(layer -> faults.add(Code.NN029, data.place().orElseThrow(),
                        "there is " + Plural.of(samples.orElseThrow(), "sample") + " to train on, but " + needs(layer))
                        .note("the layer stands here", layer.origin().span().orElseThrow())
                        .help("give more samples"));
    }

    private static String needs(Layer layer) {
        return layer.title() + " takes its statistics over the batch and needs " + layer.smallestBatch();
    }

    private void checkSize(int samples) {
        if (batch instanceof Training.Batch.Of(var size) && size > samples && statement.batch().isPresent()) {
            faults.add(Code.NN103, statement.batch().get().span(),
                    "a batch of " + size + " is larger than the " + samples + " samples to train on")
                    .help("for all samples at once write `batch full`");
        }
    }

    /** The smallest batch of an epoch, as far as it is known. */
    private int smallest(Optional<Integer> samples) {
        return samples.filter(count -> count > 0).map(batch::smallest)
                .orElseGet(() -> batch instanceof Training.Batch.Of(var size) ? size : Integer.MAX_VALUE);
    }

    private void refuse(Layer layer, Optional<Integer> samples) {
        var of = samples.map(count -> " of the " + Plural.of(count, "sample") + " to train on").orElse("");
        var last = samples.filter(count -> count > batch.size(count)).isPresent() && smallest(samples) < batch.size(samples.get());
        faults.add(Code.NN029, statement.batch().map(written -> written.span()).orElse(statement.keyword()),
                (last ? "the last batch" : "a batch") + of + " has " + Plural.of(smallest(samples), "sample") + ", but "
                        + needs(layer))
                .note("the layer stands here", layer.origin().span().orElseThrow())
                .help(last ? "take a batch size that leaves no such rest" : "take a larger batch");
    }
}
