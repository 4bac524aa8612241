package brickwork.train;

import brickwork.engine.EngineFactory;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a training is carried out, beside what the network says. Nothing here changes a result but {@code initial}, and {@code engines} with
 * a fault.
 *
 * @param kernels   which kernels run
 * @param threads   the most threads, at least 1
 * @param initial   the parameters to begin with; absent: as the network's initializations say
 * @param runFolder where checkpoints go, made if it is not there
 * @param resume    whether to go on from the newest whole checkpoint of the run folder, if it has one
 * @param observer  is told of every epoch
 * @param engines   opens the engine that trains
 */
public record TrainingSettings(KernelChoice kernels, int threads, Optional<Parameters> initial, Optional<Path> runFolder, boolean resume,
        Observer observer, EngineFactory engines) {

    public TrainingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("training needs at least 1 thread, got " + threads);
        }
        if (resume && runFolder.isEmpty()) {
            throw new IllegalArgumentException("to resume, a run folder must be named");
        }
    }

    /** The best kernels there are, as many threads as the machine has, a fresh start, no run folder, nobody watching. */
    public static TrainingSettings standard() {
        return new TrainingSettings(KernelChoice.best(), Runtime.getRuntime().availableProcessors(), Optional.empty(), Optional.empty(),
                false, Observer.NONE, EngineFactory.STANDARD);
    }

    public TrainingSettings withKernels(KernelChoice chosen) {
        return new TrainingSettings(chosen, threads, initial, runFolder, resume, observer, engines);
    }

    public TrainingSettings withThreads(int most) {
        return new TrainingSettings(kernels, most, initial, runFolder, resume, observer, engines);
    }

    /** Begins with {@code parameters}, which must have the names and shapes of the network's. */
    public TrainingSettings withInitial(Parameters parameters) {
        return new TrainingSettings(kernels, threads, Optional.of(parameters), runFolder, resume, observer, engines);
    }

    /** Writes checkpoints to {@code folder} and starts afresh; checkpoints it already holds are moved aside. */
    public TrainingSettings withRunFolder(Path folder) {
        return new TrainingSettings(kernels, threads, initial, Optional.of(folder), false, observer, engines);
    }

    /** Writes checkpoints to {@code folder} and goes on from the newest whole one, or starts afresh where there is none. */
    public TrainingSettings resuming(Path folder) {
        return new TrainingSettings(kernels, threads, initial, Optional.of(folder), true, observer, engines);
    }

    public TrainingSettings withObserver(Observer watching) {
        return new TrainingSettings(kernels, threads, initial, runFolder, resume, watching, engines);
    }

    /** Trains with an engine that {@code source} opens. */
    public TrainingSettings withEngines(EngineFactory source) {
        return new TrainingSettings(kernels, threads, initial, runFolder, resume, observer, source);
    }
}
