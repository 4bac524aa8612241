package brickwork.verify.check;

import brickwork.engine.Parameters;

/** What the network gives for rows of inputs as the data has them. */
public final class KnownOutputs {

    private KnownOutputs() {}

    /** A row of outputs for each row of unscaled inputs, each predicted alone. */
    public static double[][] of(Subject subject, Parameters parameters, double[][] inputs) {
        return subject.ask(1, parameters, engine -> {
            var outputs = new double[inputs.length][subject.network().outputs()];
            for (var row = 0; row < inputs.length; row++) {
                var scaled = inputs[row].clone();
                subject.dataset().scaling().apply(scaled);
                engine.predictor().predict(scaled, outputs[row]);
            }
            return outputs;
        });
    }
}
