package brickwork.verify.check;

import brickwork.engine.Engine;
import brickwork.engine.StepResult;
import brickwork.engine.StepSettings;
import brickwork.verify.Trial;
import java.util.Arrays;

/** Watches the training steps of an engine. */
final class WatchedEngine {

    private WatchedEngine() {}

    /** Sees every step that is made. */
    interface Watch {

        /** A step is about to be made over {@code places}, the rows of the training part in the order of the batch. */
        void before(Engine engine, int[] places, StepSettings settings);

        /** It was made, and all was finite. */
        default void after(Engine engine, int[] places, StepSettings settings, StepResult result) {}
    }

    /** The same trial on engines whose steps {@code watch} sees. */
    static Trial watched(Trial trial, Watch watch) {
        var factory = trial.engines().factory();
        return trial.with(
                trial.engines().withFactory((network, plan, kernels, threads) -> of(factory.open(network, plan, kernels, threads), watch)));
    }

    private static Engine of(Engine engine, Watch watch) {
        return engine.withStepper((samples, order, from, count, settings) -> {
            var places = Arrays.copyOfRange(order, from, from + count);
            watch.before(engine, places, settings);
            var result = engine.stepper().step(samples, order, from, count, settings);
            if (result.isFinite()) {
                watch.after(engine, places, settings, result);
            }
            return result;
        });
    }
}
