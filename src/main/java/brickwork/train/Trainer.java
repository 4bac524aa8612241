package brickwork.train;

import brickwork.data.TrainingData;
import brickwork.engine.Engine;
import brickwork.engine.Initializer;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import java.util.Objects;

/**
 * Trains networks. After each epoch the plateau schedule and the stop rules see their metric evaluated, dropout off, over the validation
 * part where there is one, else over the training part; plateau's is the loss with penalties.
 */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains {@code network} on the training part of {@code dataset}. The result is the same, bit for bit, whatever the kernels and the
     * number of threads.
     *
     * @throws IllegalArgumentException where the network does not say how long to train, a batch is too small for it, or the samples or
     *                                  initial parameters do not fit it
     * @throws brickwork.data.BrokenStreamException where samples are streamed, and the stream does not give what it should
     */
    public static TrainingResult train(Specification network, TrainingData dataset, TrainingSettings settings) {
        return train(network, dataset, settings, Checkpoints.NONE);
    }

    /**
     * Trains as {@link #train(Specification, TrainingData, TrainingSettings)} does, and lets {@code checkpoints} keep its states. The
     * result is the same whatever the interruptions it resumed after.
     *
     * @throws E                        where states cannot be read or written, or are those of another training
     * @throws IllegalArgumentException where the network does not say how long to train, or the samples or initial parameters do not fit it
     */
    public static <E extends Exception> TrainingResult train(Specification network, TrainingData dataset, TrainingSettings settings,
            Checkpoints<E> checkpoints) throws E {
        Objects.requireNonNull(settings, "settings of a training are needed, got null");
        Objects.requireNonNull(checkpoints, "checkpoints are needed, got null: Checkpoints.NONE keeps none");
        dataset.requireFit(network);
        var training = network.learning().training()
                .orElseThrow(() -> new IllegalArgumentException("the network does not say how many epochs to train"));
        requireBatches(network, training.batch().smallest(dataset.train().count()));
        var plan = Planner.plan(network, training.batch().size(dataset.train().count()));
        try (var engine = settings.engines().open(network, plan, (long) training.epochs() * dataset.train().count())) {
            return train(network, dataset, settings, engine, checkpoints);
        }
    }

    static <E extends Exception> TrainingResult train(Specification network, TrainingData dataset, TrainingSettings settings, Engine engine,
            Checkpoints<E> checkpoints) throws E {
        engine.setParameters(settings.initial().orElseGet(() -> Initializer.parameters(network)));
        var learner = new GradientLearner(network, dataset, engine,
                !network.learning().stops().isEmpty() || settings.observer().watchesUpdates(), settings.observer());
        return new TrainingRun(network, dataset, settings, learner).run(checkpoints);
    }

    private static void requireBatches(Specification network, int smallest) {
        var least = network.feedForward().smallestBatch();
        if (smallest < least) {
            throw new IllegalArgumentException("a layer of the network takes its statistics over the batch, which needs " + least
                    + " samples at least, but a batch of each epoch has " + smallest + ": take another batch size");
        }
    }
}
