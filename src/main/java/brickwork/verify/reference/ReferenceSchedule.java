package brickwork.verify.reference;

import brickwork.model.Optimizer;
import brickwork.model.Schedule;

/** The rates of a training, epoch after epoch, as the formulas of {@link Schedule} read. */
public final class ReferenceSchedule {

    private final Optimizer optimizer;
    private final int epochs;
    private double plateauRate;
    private double best = Double.POSITIVE_INFINITY;
    private int epochsWithoutBest;

    /** {@code epochs} is E of the formulas. */
    public ReferenceSchedule(Optimizer optimizer, int epochs) {
        this.optimizer = optimizer;
        this.epochs = epochs;
        this.plateauRate = optimizer.rate();
    }

    /** The rate of an epoch, counted from 0; under a plateau that of the epoch after the last whose loss was given. */
    public double rate(int epoch) {
        var rate = optimizer.rate();
        var warmup = optimizer.schedule().warmupEpochs();
        if (epoch < warmup) {
            return rate * (epoch + 1) / warmup;
        }
        return switch (optimizer.schedule().decay()) {
            case Schedule.Constant _ -> rate;
            case Schedule.Step(var factor, var every) -> rate * power(factor, epoch / every);
            case Schedule.Exponential(var factor) -> rate * power(factor, epoch);
            case Schedule.Inverse(var k) -> rate / (1 + k * epoch);
            case Schedule.Cosine(var floor) -> floor + 0.5 * (rate - floor) * (1 + StrictMath.cos(StrictMath.PI * epoch / epochs));
            case Schedule.Linear(var floor) -> rate * (epochs - epoch) / epochs + floor * epoch / epochs;
            case Schedule.Plateau _ -> plateauRate;
        };
    }

    /** Whether the rates depend on the losses. */
    public boolean watchesLoss() {
        return optimizer.schedule().decay() instanceof Schedule.Plateau;
    }

    /** Takes the watched loss after an epoch. */
    public void epochEnded(double loss) {
        if (optimizer.schedule().decay() instanceof Schedule.Plateau(var factor, var patience)) {
            epochsWithoutBest = loss < best ? 0 : epochsWithoutBest + 1;
            best = loss < best ? loss : best;
            if (epochsWithoutBest == patience) {
                plateauRate *= factor;
                epochsWithoutBest = 0;
            }
        }
    }

    /** By multiplying again and again. */
    private static double power(double factor, int times) {
        var product = 1.0;
        for (var i = 0; i < times; i++) {
            product *= factor;
        }
        return product;
    }
}
