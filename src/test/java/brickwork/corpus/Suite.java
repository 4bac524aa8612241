package brickwork.corpus;

import java.nio.file.Path;
import java.util.Locale;

/** The statements that find the faults. Each is a file of its own, written as a user would write it about any training. */
enum Suite {
    GRADIENTS_OF_ACTIVATIONS,
    GRADIENTS_OF_LOSSES,
    GRADIENTS_OF_A_WIDE_LAYER,
    VALUES_OF_ACTIVATIONS,
    WORKED_BY_HAND,
    NOTHING_LEFT_TO_LEARN,
    EVERY_UPDATE,
    FROZEN_LAYERS,
    RATES_OF_SCHEDULES,
    EARLY_STOPPING,
    PARTS_OF_THE_DATA,
    SCALED_INPUTS,
    PREDICTIONS_ARE_SCALED,
    SAMPLES_OF_AN_EPOCH,
    INITIAL_PARAMETERS,
    DROPOUT_IN_PREDICTION,
    LEARNING,
    TIES,
    METRICS_OF_KNOWN_OUTPUTS,
    FINGERPRINT_OF_KNOWN_BYTES,
    SAME_BITS_WITH_BOTH_KERNEL_SETS,
    SAME_BITS_WITH_TWO_THREADS;

    private static final Path FOLDER = Path.of("src", "test", "resources", "brickwork", "corpus", "suite");

    Path file() {
        return FOLDER.resolve(this + ".feature");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
