package brickwork;

import brickwork.data.FittedScaling;
import brickwork.engine.Predictor;

/** Predicts rows as the data held them: scales them first, and refuses what is no number. For one thread at a time. */
final class RowPredictor {

    private final Predictor predictor;
    private final FittedScaling scaling;
    private final double[] scaled;
    private final double[] result;

    RowPredictor(Predictor predictor, FittedScaling scaling, int inputs, int outputs) {
        this.predictor = predictor;
        this.scaling = scaling;
        this.scaled = new double[inputs];
        this.result = new double[outputs];
    }

    /** The outputs for {@code inputs[from…]}; the array is the predictor's own and holds until its next prediction. */
    double[] predict(double[] inputs, int from) {
        for (var i = 0; i < scaled.length; i++) {
            scaled[i] = finite(inputs[from + i], i, from);
        }
        return predict();
    }

    /** The same for rows of floats. */
    double[] predict(float[] inputs, int from) {
        for (var i = 0; i < scaled.length; i++) {
            scaled[i] = finite(inputs[from + i], i, from);
        }
        return predict();
    }

    private double[] predict() {
        scaling.apply(scaled);
        predictor.predict(scaled, result);
        return result;
    }

    private double finite(double value, int input, int from) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("input " + (input + 1) + " of row " + (from / scaled.length + 1) + " is " + value
                    + ": a network predicts from finite numbers only; leave the row out or fill the gap before");
        }
        return value;
    }
}
