package brickwork.verify.check;

import brickwork.engine.Engine;
import brickwork.engine.StepSettings;
import brickwork.source.DecimalText;
import brickwork.train.Epoch;
import brickwork.train.TrainingResult;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rates of a training are the stated ones, to a relative 1e-12: those its steps were made with, which must be one an epoch and the one
 * its history has.
 *
 * @param epochs counted from 0
 * @param stated the rate of each of them
 */
public record Rates(List<Integer> epochs, List<Double> stated) implements Check {

    private static final Tolerance SAME = new Tolerance.Relative(1e-12);

    public Rates {
        epochs = List.copyOf(epochs);
        stated = List.copyOf(stated);
    }

    @Override
    public String sentence() {
        return epochs.size() == 1 ? "the rate of epoch " + epochs.getFirst() + " is " + DecimalText.of(stated.getFirst())
                : "the rates of " + NumberVerdicts.epochs(epochs.size()) + " are as stated";
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withTraining(_ -> {
            var used = new Used(trial, Collections.max(epochs) + 1);
            if (used.fault != null) {
                return new Verdict.Failed(used.fault);
            }
            var comparison = Comparison.with("what is stated is", SAME, trial.specification().precision());
            for (var i = 0; i < epochs.size(); i++) {
                comparison.number("the rate of epoch " + epochs.get(i), used.rates.get(epochs.get(i)), stated.get(i));
            }
            return comparison.verdict("the rates are those stated");
        });
    }

    /** The rates of the first epochs of a training, or what is wrong with them. */
    private static final class Used implements WatchedEngine.Watch {

        private final int epochs;
        private final List<Double> rates = new ArrayList<>();
        private Evidence fault;
        private double ofEpoch = Double.NaN;

        Used(Trial trial, int epochs) {
            this.epochs = epochs;
            var result = WatchedEngine.watched(trial, this).train(this::epochEnded);
            if (fault == null && rates.size() < epochs) {
                fault = result instanceof TrainingResult.Diverged diverged ? Trial.diverged(diverged).evidence()
                        : Evidence.of("training ended after " + NumberVerdicts.epochs(rates.size()));
            }
        }

        @Override
        public void before(Engine engine, int[] places, StepSettings settings) {
            if (fault == null && !Double.isNaN(ofEpoch) && settings.rate != ofEpoch) {
                fault = Evidence.of("the rate changes inside {place}, from {before} to {after}").at("epoch " + rates.size())
                        .with("before", ofEpoch).with("after", settings.rate);
            }
            ofEpoch = settings.rate;
        }

        private void epochEnded(Epoch epoch) {
            rates.add(ofEpoch);
            if (fault == null && epoch.row().rate() != ofEpoch) {
                fault = Evidence.of("{place} used the rate {used}, the history has {history}").at("epoch " + epoch.number())
                        .with("used", ofEpoch).with("history", epoch.row().rate());
            }
            ofEpoch = Double.NaN;
            if (rates.size() == epochs) {
                epoch.cancel();
            }
        }
    }
}
