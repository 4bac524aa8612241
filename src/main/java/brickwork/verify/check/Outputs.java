package brickwork.verify.check;

import brickwork.engine.ClassDecision;
import brickwork.train.TrainingResult;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Counterexample;
import brickwork.verify.Evidence;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the trained network gives for rows of inputs as the data has them, unscaled; each row is predicted alone. */
public sealed interface Outputs extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case Are(var inputs, var outputs, var tolerance) -> "output for "
                    + (inputs.size() == 1 ? NumberVerdicts.list(inputs.getFirst()) + " = " + NumberVerdicts.list(outputs.getFirst())
                            : inputs.size() + " rows is as stated")
                    + " " + tolerance.text();
            case ClassesAre(var inputs, var classes) -> "the classes of " + inputs.size() + " rows are " + classes;
        };
    }

    /** Outputs are the stated ones; a row of {@code outputs} for each row of {@code inputs}. */
    record Are(List<List<Double>> inputs, List<List<Double>> outputs, Tolerance tolerance) implements Outputs {

        public Are {
            inputs = rows(inputs);
            outputs = rows(outputs);
        }

        @Override
        public Verdict judge(Trial trial) {
            var specification = trial.specification();
            for (var row = 0; row < inputs.size(); row++) {
                if (inputs.get(row).size() != specification.inputs() || outputs.get(row).size() != specification.outputs()) {
                    return Verdict
                            .inconclusive("the network takes " + specification.inputs() + " inputs and gives " + specification.outputs()
                                    + " outputs, stated are " + inputs.get(row).size() + " and " + outputs.get(row).size());
                }
            }
            return trial.whenTrained(finished -> {
                var given = predicted(trial, finished, inputs);
                var comparison = Comparison.stated(tolerance, specification.precision());
                for (var row = 0; row < given.length; row++) {
                    for (var k = 0; k < given[row].length; k++) {
                        comparison.number("output " + k + " for row " + (row + 1), given[row][k], outputs.get(row).get(k));
                    }
                }
                return comparison
                        .verdict(inputs.size() == 1 ? "the output is " + NumberVerdicts.list(Arrays.stream(given[0]).boxed().toList())
                                : "{compared} outputs are those stated {tolerance}");
            });
        }

        private static List<List<Double>> rows(List<List<Double>> rows) {
            return rows.stream().map(List::copyOf).toList();
        }
    }

    /** The network decides for the stated classes, one name for each row of {@code inputs}. */
    record ClassesAre(List<List<Double>> inputs, List<String> classes) implements Outputs {

        public ClassesAre {
            inputs = inputs.stream().map(List::copyOf).toList();
            classes = List.copyOf(classes);
        }

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(finished -> {
                if (trial.dataset().classNames().isEmpty()) {
                    return Verdict.inconclusive("the targets are not classes");
                }
                var given = predicted(trial, finished, inputs);
                for (var row = 0; row < given.length; row++) {
                    var found = trial.dataset().classNames().get(ClassDecision.classOf(given[row], 0, given[row].length));
                    if (!found.equals(classes.get(row))) {
                        return new Verdict.Failed(Evidence.of("the class of {place} is {class}, not {stated}").at("row " + (row + 1))
                                .with("class", found).with("stated", classes.get(row)),
                                Optional.of(new Counterexample(inputs.get(row), Arrays.stream(given[row]).boxed().toList())));
                    }
                }
                return Verdict.passed("the classes of all " + given.length + " rows are those stated");
            });
        }
    }

    /** A row of outputs for each row of unscaled inputs. */
    private static double[][] predicted(Trial trial, TrainingResult result, List<List<Double>> inputs) {
        return trial.at(result.parameters()).ask(1, engine -> {
            var outputs = new double[inputs.size()][trial.specification().outputs()];
            for (var row = 0; row < inputs.size(); row++) {
                var scaled = inputs.get(row).stream().mapToDouble(x -> x).toArray();
                trial.dataset().scaling().apply(scaled);
                engine.predictor().predict(scaled, outputs[row]);
            }
            return outputs;
        });
    }
}
