package brickwork.verify.check;

import brickwork.data.RowSubset;
import brickwork.verify.Check;
import brickwork.verify.NetworkState;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.TrainingNeed;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Which samples stand in a batch, and in which order, changes mean loss and gradient only by what the samples are. */
public sealed interface Samplings extends Check {

    String EQUAL = "{compared} losses and gradients are equal {tolerance}";

    /** Where the network stands. */
    Stage stage();

    /** How far off equal numbers may be. */
    Tolerance tolerance();

    @Override
    default TrainingNeed needs() {
        return stage() == Stage.TRAINED ? TrainingNeed.ALL : TrainingNeed.NONE;
    }

    /** Every sample twice: means stay as they were. */
    record Duplicated(Stage stage, Tolerance tolerance) implements Samplings {

        @Override
        public String sentence() {
            return "duplicating the data leaves loss and gradient equal " + tolerance.text();
        }

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, network -> {
                var count = trial.dataset().train().count();
                return compare(trial, network, 2 * count, i -> i % count, Comparison.with("each sample once gives", tolerance,
                        trial.specification().precision()));
            });
        }
    }

    /** The samples backwards. */
    record Reversed(Stage stage, Tolerance tolerance) implements Samplings {

        @Override
        public String sentence() {
            return "reversing the samples leaves loss and gradient equal " + tolerance.text();
        }

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, network -> {
                var count = trial.dataset().train().count();
                return compare(trial, network, count, i -> count - 1 - i, Comparison.with("the samples in order give", tolerance,
                        trial.specification().precision()));
            });
        }
    }

    /**
     * A batch smaller than the greatest an engine is made for, after one of full size, gives what an engine made for that small batch
     * gives: nothing of the batch before, and nothing beside the samples, is added up.
     */
    record Partial(Stage stage, Tolerance tolerance) implements Samplings {

        @Override
        public String sentence() {
            return "a partial batch has the gradient it has alone " + tolerance.text();
        }

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, network -> {
                var rows = trial.dataset().train();
                var whole = rows.count();
                var comparison = Comparison.with("an engine made for the batch gives", tolerance, trial.specification().precision());
                IntStream.of(1, whole / 3, whole / 2, whole - 1).filter(count -> count > 0 && count < whole).distinct().forEach(count -> {
                    var small = new RowSubset(rows, NetworkState.ascending(count));
                    var afterAll = network.ask(whole, engine -> {
                        var bound = engine.bind(rows);
                        engine.differentiator().computeGradients(bound, NetworkState.ascending(whole), 0, whole);
                        engine.differentiator().computeGradients(bound, NetworkState.ascending(whole), 0, count);
                        return engine.differentiator().gradients();
                    });
                    comparison.parameters("with " + count + " of " + whole + " samples the gradient of ", afterAll,
                            network.gradients(small));
                });
                return comparison.verdict(EQUAL);
            });
        }
    }

    private static Verdict compare(Trial trial, NetworkState network, int count, IntUnaryOperator place, Comparison comparison) {
        var rows = trial.dataset().train();
        var changed = new RowSubset(rows, IntStream.range(0, count).map(place).toArray());
        return comparison.number("the data loss", network.dataLoss(changed), network.dataLoss(rows))
                .parameters("the gradient of ", network.gradients(changed), network.gradients(rows)).verdict(EQUAL);
    }
}
