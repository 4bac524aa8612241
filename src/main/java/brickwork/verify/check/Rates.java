package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.engine.Engine;
import brickwork.engine.StepResult;
import brickwork.engine.StepSettings;
import brickwork.train.TrainingResult;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The rates a training used: those its steps were made with, which must be one an epoch and the one its history tells. */
public final class Rates {

    private static final Tolerance SAME = new Tolerance.Relative(1e-12);

    private final List<Double> rates = new ArrayList<>();
    private String fault;
    private double ofEpoch = Double.NaN;

    private Rates(Subject subject, int epochs) {
        var watch = new WatchedEngine.Watch() {
            @Override
            public void before(Engine engine, int[] places, StepSettings settings) {
                if (fault == null && !Double.isNaN(ofEpoch) && settings.rate != ofEpoch) {
                    fault = "the rate changes inside epoch " + rates.size() + ", from " + ofEpoch + " to " + settings.rate;
                }
                ofEpoch = settings.rate;
            }

            @Override
            public void after(Engine engine, int[] places, StepSettings settings, StepResult result) {}
        };
        var result = subject
                .with((network, plan, kernels, threads) -> WatchedEngine.of(subject.engines().open(network, plan, kernels, threads), watch))
                .train(epoch -> {
                    rates.add(ofEpoch);
                    if (fault == null && epoch.row().rate() != ofEpoch) {
                        fault = "epoch " + epoch.number() + " used the rate " + ofEpoch + ", the history tells " + epoch.row().rate();
                    }
                    ofEpoch = Double.NaN;
                    if (rates.size() == epochs) {
                        epoch.cancel();
                    }
                });
        if (fault == null && rates.size() < epochs) {
            fault = result instanceof TrainingResult.Diverged diverged ? diverged.message()
                    : "training ended after " + rates.size() + (rates.size() == 1 ? " epoch" : " epochs");
        }
    }

    /** {@code stated.get(i)} is the rate of epoch {@code epochs.get(i)}, counted from 0. */
    public static Verdict are(Subject subject, List<Integer> epochs, List<Double> stated) {
        var rates = new Rates(subject, epochs.stream().mapToInt(epoch -> epoch).max().orElse(0) + 1);
        if (rates.fault != null) {
            return new Verdict.Failed(rates.fault);
        }
        var comparison = new Comparison(SAME, subject.network().precision(), "what is stated is");
        for (var i = 0; i < epochs.size(); i++) {
            comparison.number("the rate of epoch " + epochs.get(i), rates.rates.get(epochs.get(i)), stated.get(i));
        }
        return comparison.text().<Verdict>map(Verdict.Failed::new)
                .orElseGet(() -> new Verdict.Passed("the rates are those stated"));
    }
}
