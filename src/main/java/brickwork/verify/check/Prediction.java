package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.engine.Parameters;
import brickwork.verify.Verdict;

/** What predictions may not depend on. All of it is compared bit for bit. */
public final class Prediction {

    private Prediction() {}

    /** Outputs and losses are those of the same network without dropout, time after time. */
    public static Verdict ignoresDropout(Subject subject, Parameters parameters) {
        if (subject.network().feedForward().layers().stream().allMatch(layer -> layer.dropout() == 0)) {
            return new Verdict.Inconclusive("no layer of the spec has dropout");
        }
        var rows = subject.dataset().train();
        var without = subject.with(Changed.of(subject.network()).withoutDropout().network());
        var expected = without.outputs(parameters, rows);
        var comparison = new Comparison(new Tolerance.Bits(), subject.network().precision(), "without dropout it is");
        for (var time = 0; time < 2; time++) {
            comparison.numbers(i -> output(subject, i), subject.outputs(parameters, rows), expected);
        }
        comparison.numbers(i -> "predicted " + output(subject, i), predicted(subject, parameters), expected);
        comparison.number("the data loss", subject.dataLoss(parameters, rows), without.dataLoss(parameters, rows));
        return verdict(comparison, "outputs do not depend on dropout");
    }

    /** Each sample's outputs are the same in batches of any size and when it is predicted alone. */
    public static Verdict ignoresTheBatch(Subject subject, Parameters parameters, int size) {
        var rows = subject.dataset().train();
        var expected = subject.outputs(parameters, rows);
        var comparison = new Comparison(new Tolerance.Bits(), subject.network().precision(), "in one batch of all it is");
        var portions = subject.ask(size, parameters, engine -> {
            var outputs = new double[expected.length];
            engine.evaluator().evaluate(engine.bind(rows), outputs);
            return outputs;
        });
        comparison.numbers(i -> output(subject, i) + " in batches of " + size, portions, expected);
        comparison.numbers(i -> output(subject, i) + " alone", predicted(subject, parameters), expected);
        return verdict(comparison, "outputs do not depend on the batch");
    }

    private static double[] predicted(Subject subject, Parameters parameters) {
        var rows = subject.dataset().train();
        return subject.ask(1, parameters, engine -> {
            var outputs = new double[rows.count() * subject.network().outputs()];
            var input = new double[rows.inputs()];
            var output = new double[subject.network().outputs()];
            for (var row = 0; row < rows.count(); row++) {
                rows.input(row, input, 0);
                engine.predictor().predict(input, output);
                System.arraycopy(output, 0, outputs, row * output.length, output.length);
            }
            return outputs;
        });
    }

    static String output(Subject subject, int index) {
        return "output " + index % subject.network().outputs() + " of sample " + index / subject.network().outputs();
    }

    private static Verdict verdict(Comparison comparison, String holds) {
        return comparison.text().<Verdict>map(Verdict.Failed::new)
                .orElseGet(() -> new Verdict.Passed(comparison.compared() + " numbers compared: " + holds));
    }
}
