package brickwork.store;

import brickwork.data.SamplePart;
import brickwork.data.TrainingData;
import brickwork.engine.Sha256;
import brickwork.model.DatasetPart;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.syntax.SpecPrinter;
import brickwork.train.Schedules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What decides the course of a training. Where two runs agree in it, one may go on from a checkpoint of the other.
 *
 * @param spec    canonical text of the network without what changes nothing: names, checkpoints, expectations, and the number of epochs
 *                where the rate does not depend on it
 * @param data    SHA-256 over the training and validation parts
 * @param initial fingerprint of the parameters it began with
 */
record RunIdentity(String spec, String data, String initial) {

    static RunIdentity of(Specification network, TrainingData dataset, String initial) {
        var data = new Sha256();
        add(data, dataset.train());
        dataset.part(DatasetPart.VALIDATION).ifPresent(part -> add(data, part));
        return new RunIdentity(SpecPrinter.print(decisive(network)), data.hex(), initial);
    }

    private static void add(Sha256 data, SamplePart part) {
        try (var rows = part.pass(1)) {
            data.add(rows);
        }
    }

    RunIdentity withInitial(String fingerprint) {
        return new RunIdentity(spec, data, fingerprint);
    }

    private static Specification decisive(Specification n) {
        var training = n.learning().training().map(t -> Schedules.dependOnEpochs(n.learning().descent().optimizer().schedule())
                ? t
                : t.withEpochs(1));
        var layers = n.feedForward().layers().stream().<Layer>map(layer -> layer.withName(Optional.empty())).toList();
        return Specification
                .of(n.feedForward().withLayers(layers), n.learning().withTraining(training).withCheckpointEvery(OptionalInt.empty()))
                .withSeed(n.seed()).withPrecision(n.precision()).withData(n.data());
    }

    /**
     * Says in what {@code checkpoint} is of another training than this; empty where it is of the same.
     *
     * @param initialGiven whether the caller named the parameters to begin with; where not, those of the checkpoint count
     */
    Optional<String> difference(RunIdentity checkpoint, boolean initialGiven) {
        if (!spec.equals(checkpoint.spec)) {
            return Optional.of("the spec it was written for " + firstDifference(checkpoint.spec.lines().toList(), spec.lines().toList()));
        }
        if (!data.equals(checkpoint.data)) {
            return Optional.of("the data it was written for holds other numbers than the data now");
        }
        if (initialGiven && !initial.equals(checkpoint.initial)) {
            return Optional.of("the run it belongs to began with other parameters than those given now");
        }
        return Optional.empty();
    }

    private static String firstDifference(List<String> then, List<String> now) {
        var line = 0;
        while (line < Math.min(then.size(), now.size()) && then.get(line).equals(now.get(line))) {
            line++;
        }
        return line == then.size()
                ? "did not have `" + now.get(line).strip() + "`"
                : line == now.size()
                        ? "also says `" + then.get(line).strip() + "`"
                : "says `" + then.get(line).strip() + "` where this one says `" + now.get(line).strip() + "`";
    }
}
