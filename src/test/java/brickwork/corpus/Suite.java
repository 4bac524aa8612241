package brickwork.corpus;

import brickwork.model.Precision;
import java.nio.file.Path;
import java.util.Locale;

/** The statements that find the faults. Each is a file of its own, written as a user would write it about any training. */
enum Suite {
    GRADIENTS_OF_ACTIVATIONS(Precision.F64),
    GRADIENTS_OF_LOSSES(Precision.F64),
    GRADIENTS_OF_A_WIDE_LAYER(Precision.F64),
    VALUES_OF_ACTIVATIONS(Precision.F64),
    WORKED_BY_HAND(Precision.F64),
    NOTHING_LEFT_TO_LEARN(Precision.F32),
    EVERY_UPDATE(Precision.F64),
    BATCH_NORMALISATION(Precision.F64),
    FROZEN_LAYERS(Precision.F32),
    RATES_OF_SCHEDULES(Precision.F64),
    EARLY_STOPPING(Precision.F32),
    PARTS_OF_THE_DATA(Precision.F32),
    SCALED_INPUTS(Precision.F32),
    PREDICTIONS_ARE_SCALED(Precision.F64),
    SAMPLES_OF_AN_EPOCH(Precision.F32),
    INITIAL_PARAMETERS(Precision.F32),
    DROPOUT_IN_PREDICTION(Precision.F32),
    LEARNING(Precision.F32),
    TIES(Precision.F32),
    METRICS_OF_KNOWN_OUTPUTS(Precision.F64),
    FINGERPRINT_OF_KNOWN_BYTES(Precision.F32),
    STOPPED_AND_CONTINUED(Precision.F32),
    SAVED_AND_LOADED(Precision.F32),
    SAME_BITS_WITH_BOTH_KERNEL_SETS(Precision.F32),
    SAME_BITS_WITH_TWO_THREADS(Precision.F32);

    private static final Path FOLDER = Path.of("src", "test", "resources", "brickwork", "corpus", "suite");

    private final Precision precision;

    Suite(Precision precision) {
        this.precision = precision;
    }

    /** Whether what it says is about single precision; a fault must then be planted there too. */
    boolean isSingle() {
        return precision == Precision.F32;
    }

    Path file() {
        return FOLDER.resolve(this + ".feature");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
