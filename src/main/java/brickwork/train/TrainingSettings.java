package brickwork.train;

import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import java.util.Objects;
import java.util.Optional;

/**
 * How a training is carried out, beside what the network says. Nothing here changes a result but {@code initial}, and {@code engines}
 * with a fault.
 *
 * @param engines  opens the engine that trains
 * @param initial  the parameters to begin with; absent: as the network's initializations say
 * @param observer is told of every epoch
 */
public record TrainingSettings(EngineOptions engines, Optional<Parameters> initial, Observer observer) {

    public TrainingSettings {
        Objects.requireNonNull(engines, "options of engines are needed, got null");
        Objects.requireNonNull(initial, "initial parameters or none are needed, got null");
        Objects.requireNonNull(observer, "an observer is needed, got null");
    }

    /** The best kernels there are, as many threads as the machine has, a fresh start, nobody watching. */
    public static TrainingSettings standard() {
        return new TrainingSettings(EngineOptions.standard().withThreads(Runtime.getRuntime().availableProcessors()), Optional.empty(),
                Observer.NONE);
    }

    /** Trains with an engine that {@code options} opens. */
    public TrainingSettings withEngines(EngineOptions options) {
        return new TrainingSettings(options, initial, observer);
    }

    public TrainingSettings withKernels(KernelChoice choice) {
        return withEngines(engines.withKernels(choice));
    }

    public TrainingSettings withThreads(int most) {
        return withEngines(engines.withThreads(most));
    }

    /** Begins with {@code parameters}, which must have the names and shapes of the network's. */
    public TrainingSettings withInitial(Parameters parameters) {
        return new TrainingSettings(engines, Optional.of(Objects.requireNonNull(parameters, "parameters are needed, got null")),
                observer);
    }

    public TrainingSettings withObserver(Observer watching) {
        return new TrainingSettings(engines, initial, watching);
    }
}
