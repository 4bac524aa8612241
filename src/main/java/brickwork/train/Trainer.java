package brickwork.train;

import brickwork.data.Dataset;
import brickwork.data.Samples;
import brickwork.engine.Engine;
import brickwork.engine.Initializer;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains networks. After each epoch the plateau schedule and the stop rules see their metric evaluated, dropout off, over the validation
 * part where there is one, else over the training part; plateau's is the loss with penalties.
 */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains {@code network} on the training part of {@code dataset}. The result is the same, bit for bit, whatever the kernels, the number
     * of threads, and the interruptions it resumed after.
     *
     * @throws BrokenFileException      where the run folder cannot be read or written, or holds checkpoints of another training
     * @throws IllegalArgumentException where the network does not say how long to train, or the samples or initial parameters do not fit it
     */
    public static TrainingResult train(Specification network, Dataset dataset, TrainingSettings settings) throws BrokenFileException {
        requireFit(network, dataset.train());
        dataset.validation().ifPresent(samples -> requireFit(network, samples));
        dataset.test().ifPresent(samples -> requireFit(network, samples));
        var training = network.learning().training()
                .orElseThrow(() -> new IllegalArgumentException("the network does not say how many epochs to train"));
        var plan = Planner.plan(network, training.batch().size(dataset.train().count()));
        try (var engine = settings.engines().open(network, plan)) {
            return train(network, dataset, settings, engine);
        }
    }

    static TrainingResult train(Specification network, Dataset dataset, TrainingSettings settings, Engine engine)
            throws BrokenFileException {
        engine.setParameters(settings.initial().orElseGet(() -> Initializer.parameters(network)));
        var notes = new ArrayList<String>();
        var run = new TrainingRun(network, dataset, settings, engine, notes);
        return run.run(checkpoints(network, dataset, settings, engine, run, notes));
    }

    /** Prepares the run folder, and brings {@code run} to where its newest checkpoint is if it is to resume. */
    private static Optional<CheckpointWriter> checkpoints(Specification network, Dataset dataset, TrainingSettings settings, Engine engine,
            TrainingRun run, List<String> notes) throws BrokenFileException {
        var every = network.learning().checkpointEvery();
        if (settings.runFolder().isEmpty()) {
            every.ifPresent(epochs -> notes.add("no run folder is named, so `checkpoint every " + epochs + " epochs` writes nothing"));
            return Optional.empty();
        }
        var folder = new RunFolder(settings.runFolder().get(), notes::add);
        var identity = RunIdentity.of(network, dataset, engine.fingerprint());
        var newest = settings.resume() ? folder.newest(identity, settings.initial().isPresent(), run.epochs())
                : Optional.<Checkpoint>empty();
        if (newest.isPresent()) {
            run.restore(newest.get());
            notes.add("resumed after epoch " + newest.get().epoch());
        } else {
            folder.clear();
        }
        var kept = newest.map(checkpoint -> checkpoint.identity().initial()).orElse(identity.initial());
        return Optional.of(new CheckpointWriter(folder, new RunIdentity(identity.spec(), identity.data(), kept), every.orElse(0),
                newest.map(Checkpoint::epoch).orElse(0)));
    }

    private static void requireFit(Specification network, Samples samples) {
        if (samples.inputs() != network.inputs() || samples.targets() != network.outputs()) {
            throw new IllegalArgumentException("the network takes " + network.inputs() + " inputs and gives " + network.outputs()
                    + " outputs, but the samples hold " + samples.inputs() + " and " + samples.targets());
        }
    }
}
