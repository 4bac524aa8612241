package brickwork.corpus;

import static brickwork.corpus.Suite.DROPOUT_IN_PREDICTION;
import static brickwork.corpus.Suite.EVERY_UPDATE;
import static brickwork.corpus.Suite.INITIAL_PARAMETERS;

import java.util.List;

/** Dropout and initial parameters that are drawn or used wrongly. */
final class RandomnessFaults {

    private static final String LAYERS = "engine/LayerOperations64.java";
    private static final String INITIALIZER = "engine/Initializer.java";

    private RandomnessFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("dropout is active in prediction")
                        .at(LAYERS, "if (frame.training) {", "if (frame.count > 0) {")
                        .caughtBy(DROPOUT_IN_PREDICTION, "output"),
                Fault.of("dropout does not scale what it keeps")
                        .at(LAYERS, "Rounding64.of(1 / (1 - step.layer().dropout()))", "1")
                        .caughtBy(EVERY_UPDATE, "dropout", "layer"),
                Fault.of("dropout drops the same units in every update")
                        .at(LAYERS, "kernels.dropoutMask(key, frame.update,", "kernels.dropoutMask(key, 0,")
                        .caughtBy(EVERY_UPDATE, "dropout", "step 1"),
                Fault.of("dropout ignores the seed")
                        .at("engine/DropoutKeys.java", "network.seed()", "0")
                        .caughtBy(EVERY_UPDATE, "dropout", "step 0"),
                Fault.of("all layers with dropout share one stream")
                        .at("engine/DropoutKeys.java", "\"dropout/layer\" + layer.number()", "\"dropout/layer1\"")
                        .caughtBy(EVERY_UPDATE, "dropout", "step 0"),
                Fault.of("all tensors draw from one stream of initial parameters")
                        .at(INITIALIZER, "\"init/\" + tensor.name()", "\"init/\"")
                        .caughtBy(INITIAL_PARAMETERS, "layer1.weight"),
                Fault.of("initial parameters ignore the seed")
                        .at(INITIALIZER, "new RandomStream(network.seed(),", "new RandomStream(0,")
                        .caughtBy(INITIAL_PARAMETERS, "layer1.weight"),
                Fault.of("he counts the outputs, not the inputs")
                        .at(INITIALIZER, "Math.sqrt(2.0 / layer.inputs())", "Math.sqrt(2.0 / layer.units())")
                        .caughtBy(INITIAL_PARAMETERS, "layer1.weight"),
                Fault.of("xavier's bound is that of a deviation")
                        .at(INITIALIZER, "Math.sqrt(6.0 / ((long) layer.inputs() + layer.units()))",
                                "Math.sqrt(2.0 / ((long) layer.inputs() + layer.units()))")
                        .caughtBy(INITIAL_PARAMETERS, "layer2.weight"),
                Fault.of("uniform weights are never negative")
                        .at(INITIALIZER, "bound * (2 * stream.nextDouble() - 1)", "bound * stream.nextDouble()")
                        .caughtBy(INITIAL_PARAMETERS, "layer2.weight"));
    }
}
