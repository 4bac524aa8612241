package brickwork.train;

import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a training is carried out, beside what the network says. Nothing here changes a result but {@code initial}, and {@code engines} with
 * a fault.
 *
 * @param engines   opens the engine that trains
 * @param initial   the parameters to begin with; absent: as the network's initializations say
 * @param runFolder where checkpoints go, made if it is not there
 * @param resume    whether to go on from the newest whole checkpoint of the run folder, if it has one
 * @param observer  is told of every epoch
 */
public record TrainingSettings(EngineOptions engines, Optional<Parameters> initial, Optional<Path> runFolder, boolean resume,
        Observer observer) {

    public TrainingSettings {
        if (resume && runFolder.isEmpty()) {
            throw new IllegalArgumentException("to resume, a run folder must be named");
        }
    }

    /** The best kernels there are, as many threads as the machine has, a fresh start, no run folder, nobody watching. */
    public static TrainingSettings standard() {
        return new TrainingSettings(EngineOptions.standard().withThreads(Runtime.getRuntime().availableProcessors()), Optional.empty(),
                Optional.empty(), false, Observer.NONE);
    }

    /** Trains with an engine that {@code options} opens. */
    public TrainingSettings withEngines(EngineOptions options) {
        return new TrainingSettings(options, initial, runFolder, resume, observer);
    }

    public TrainingSettings withKernels(KernelChoice choice) {
        return withEngines(engines.withKernels(choice));
    }

    public TrainingSettings withThreads(int most) {
        return withEngines(engines.withThreads(most));
    }

    /** Begins with {@code parameters}, which must have the names and shapes of the network's. */
    public TrainingSettings withInitial(Parameters parameters) {
        return new TrainingSettings(engines, Optional.of(parameters), runFolder, resume, observer);
    }

    /** Writes checkpoints to {@code folder} and starts afresh; checkpoints it already holds are moved aside. */
    public TrainingSettings withRunFolder(Path folder) {
        return new TrainingSettings(engines, initial, Optional.of(folder), false, observer);
    }

    /** Writes checkpoints to {@code folder} and goes on from the newest whole one, or starts afresh where there is none. */
    public TrainingSettings resuming(Path folder) {
        return new TrainingSettings(engines, initial, Optional.of(folder), true, observer);
    }

    public TrainingSettings withObserver(Observer watching) {
        return new TrainingSettings(engines, initial, runFolder, resume, watching);
    }
}
