package brickwork;

import brickwork.data.Dataset;
import brickwork.kernel.KernelChoice;
import brickwork.model.Network;
import brickwork.train.ModelFile;
import brickwork.train.TrainingReport;
import brickwork.train.TrainingResult;

/** What came of a training: the result, and the trained network to use. */
public final class TrainingOutcome {

    private final Network network;
    private final Dataset dataset;
    private final KernelChoice kernels;
    private final TrainingResult result;

    TrainingOutcome(Network network, Dataset dataset, KernelChoice kernels, TrainingResult result) {
        this.network = network;
        this.dataset = dataset;
        this.kernels = kernels;
        this.result = result;
    }

    /** Finished, or diverged with its place and cure. */
    public TrainingResult result() {
        return result;
    }

    /** What was done and how well the network does. */
    public TrainingReport report() {
        return result.report();
    }

    /**
     * The trained network.
     *
     * @throws IllegalStateException where training diverged; the message says where and what usually helps
     */
    public TrainedNetwork orThrow() {
        return switch (result) {
            case TrainingResult.Finished _ -> trained();
            case TrainingResult.Diverged diverged -> throw new IllegalStateException(diverged.message() + "; " + diverged.cure());
        };
    }

    /** The network with its final parameters or, where training diverged, with the last that were finite. */
    public TrainedNetwork trained() {
        return new TrainedNetwork(ModelFile.of(network, dataset.scaling(), dataset.classNames(), result.parameters()), kernels);
    }
}
