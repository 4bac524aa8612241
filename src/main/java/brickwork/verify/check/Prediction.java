package brickwork.verify.check;

import brickwork.data.SampleRows;
import brickwork.verify.Check;
import brickwork.verify.NetworkState;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.function.IntFunction;

/** What predictions over the training part may not depend on; all of it is compared bit for bit. */
public sealed interface Prediction extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case IgnoresDropout _ -> "prediction does not change with dropout";
            case IgnoresTheBatch(_, var size) -> "evaluating in batches of " + size + " changes no bit";
        };
    }

    /** At which parameters. */
    Stage stage();

    /** Outputs and losses are those of the same network without dropout, time after time. */
    record IgnoresDropout(Stage stage) implements Prediction {

        @Override
        public Verdict judge(Trial trial) {
            if (trial.specification().feedForward().layers().stream().allMatch(layer -> layer.dropout() == 0)) {
                return Verdict.inconclusive("no layer of the spec has dropout");
            }
            var withoutDropout = Changed.of(trial.specification()).withoutDropout().network();
            return trial.when(stage, network -> {
                var rows = trial.dataset().train();
                var without = trial.with(withoutDropout).at(network.parameters());
                var expected = without.outputs(rows);
                var comparison = Comparison.with("without dropout it is", new Tolerance.Bits(), network.specification().precision());
                for (var time = 0; time < 2; time++) {
                    comparison.numbers(place(network), network.outputs(rows), expected);
                }
                comparison.numbers(i -> "predicted " + place(network).apply(i), predicted(network, rows), expected);
                comparison.number("the data loss", network.dataLoss(rows), without.dataLoss(rows));
                return comparison.verdict("{compared} numbers compared: outputs do not depend on dropout");
            });
        }
    }

    /** Each sample's outputs are the same in batches of {@code size}, in one batch of all, and alone. */
    record IgnoresTheBatch(Stage stage, int size) implements Prediction {

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, network -> {
                var rows = trial.dataset().train();
                var expected = network.outputs(rows);
                var portions = network.ask(size, engine -> {
                    var outputs = new double[expected.length];
                    engine.evaluator().evaluateInto(outputs, engine.bind(rows));
                    return outputs;
                });
                return Comparison.with("in one batch of all it is", new Tolerance.Bits(), network.specification().precision())
                        .numbers(i -> place(network).apply(i) + " in batches of " + size, portions, expected)
                        .numbers(i -> place(network).apply(i) + " alone", predicted(network, rows), expected)
                        .verdict("{compared} numbers compared: outputs do not depend on the batch");
            });
        }
    }

    private static double[] predicted(NetworkState network, SampleRows rows) {
        return network.ask(1, engine -> {
            var width = network.specification().outputs();
            var outputs = new double[rows.count() * width];
            var input = new double[rows.inputs()];
            var output = new double[width];
            for (var row = 0; row < rows.count(); row++) {
                rows.input(row, input, 0);
                engine.predictor().predict(input, output);
                System.arraycopy(output, 0, outputs, row * width, width);
            }
            return outputs;
        });
    }

    private static IntFunction<String> place(NetworkState network) {
        return i -> OutputRange.place(i, network.specification().outputs());
    }
}
