package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.SampleRows;
import brickwork.engine.Engine;
import brickwork.engine.EngineFactory;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.plan.Planner;
import brickwork.train.Observer;
import brickwork.train.Trainer;
import brickwork.train.TrainingResult;
import brickwork.train.TrainingSettings;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What claims speak of: a network, its samples, and what runs it.
 *
 * @param network as it is trained
 * @param dataset scaled and encoded
 * @param engines opens the engines
 * @param kernels with these kernels
 * @param threads on so many threads
 */
public record Subject(Specification network, Dataset dataset, EngineFactory engines, KernelChoice kernels, int threads) {

    /** The same samples under another network. */
    public Subject with(Specification other) {
        return new Subject(other, dataset, engines, kernels, threads);
    }

    /** Other samples under the same network. */
    public Subject with(Dataset other) {
        return new Subject(network, other, engines, kernels, threads);
    }

    public Subject with(EngineFactory other) {
        return new Subject(network, dataset, other, kernels, threads);
    }

    /** The parameters training begins with. */
    public Parameters initial() {
        return Initializer.parameters(network);
    }

    /** How long to train; a claim about training cannot be made where the network does not say. */
    Training training() {
        return network.learning().training()
                .orElseThrow(() -> new IllegalStateException("the spec does not say how long to train: add a train statement"));
    }

    /** Samples of a step. */
    int batch() {
        return training().batch().size(dataset.train().count());
    }

    /** Asks an engine for batches of {@code batch} samples that stands at {@code parameters}. */
    <T> T ask(int batch, Parameters parameters, Function<Engine, T> question) {
        try (var engine = engines.open(network, Planner.plan(network, batch), kernels, threads)) {
            engine.setParameters(parameters);
            return question.apply(engine);
        }
    }

    /** The outputs for all rows, row-major, dropout off. */
    double[] outputs(Parameters parameters, SampleRows rows) {
        return ask(rows.count(), parameters, engine -> {
            var outputs = new double[rows.count() * network.outputs()];
            engine.evaluator().evaluate(engine.bind(rows), outputs);
            return outputs;
        });
    }

    /** Data loss over all rows, dropout off. */
    double dataLoss(Parameters parameters, SampleRows rows) {
        return ask(rows.count(), parameters, engine -> engine.evaluator().evaluate(engine.bind(rows), null));
    }

    double penalty(Parameters parameters) {
        return ask(1, parameters, engine -> engine.evaluator().penalty());
    }

    /** Gradients of data loss plus penalty over all rows. */
    public Parameters gradients(Parameters parameters, SampleRows rows) {
        return ask(rows.count(), parameters, engine -> {
            engine.differentiator().computeGradients(engine.bind(rows), ascending(rows.count()), 0, rows.count());
            return engine.differentiator().gradients();
        });
    }

    /** Trains as the network says. */
    public TrainingResult train() {
        return train(Observer.NONE);
    }

    /** Trains and tells {@code observer} of every epoch. */
    public TrainingResult train(Observer observer) {
        return train(settings().withObserver(observer));
    }

    TrainingSettings settings() {
        return TrainingSettings.standard().withEngines(new EngineOptions(kernels, threads, engines));
    }

    private TrainingResult train(TrainingSettings settings) {
        training();
        return Trainer.train(network, dataset, settings);
    }

    static int[] ascending(int count) {
        return IntStream.range(0, count).toArray();
    }
}
