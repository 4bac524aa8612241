package brickwork.verify.check;

import brickwork.data.RowSubset;
import brickwork.verify.Check;
import brickwork.verify.NetworkState;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.stream.IntStream;

/** Which samples stand in a batch, and in which order, changes mean loss and gradient only by what the samples are. */
public sealed interface Samplings extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case Rearranged(var change, _, var tolerance) -> change.words + " leaves loss and gradient equal " + tolerance.text();
            case Partial(_, var tolerance) -> "a partial batch has the gradient it has alone " + tolerance.text();
        };
    }

    String EQUAL = "{compared} losses and gradients are equal {tolerance}";

    /** At which parameters. */
    Stage stage();

    /** How far off equal numbers may be. */
    Tolerance tolerance();

    /** What becomes of the samples of a batch that holds them all. */
    enum Change {
        DUPLICATED("duplicating the data", "each sample once gives"),
        REVERSED("reversing the samples", "the samples in order give");

        private final String words;
        private final String other;

        Change(String words, String other) {
            this.words = words;
            this.other = other;
        }

        /** The rows of the changed batch, of {@code count} rows. */
        private int[] rows(int count) {
            return switch (this) {
                case DUPLICATED -> IntStream.range(0, 2 * count).map(i -> i % count).toArray();
                case REVERSED -> IntStream.range(0, count).map(i -> count - 1 - i).toArray();
            };
        }
    }

    /** Every sample twice, or the samples backwards: mean loss and gradient stay as they were. */
    record Rearranged(Change change, Stage stage, Tolerance tolerance) implements Samplings {

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, network -> {
                var rows = trial.dataset().train();
                var changed = new RowSubset(rows, change.rows(rows.count()));
                return Comparison.with(change.other, tolerance, trial.specification().precision())
                        .number("the data loss", network.dataLoss(changed), network.dataLoss(rows))
                        .parameters("the gradient of ", network.gradients(changed), network.gradients(rows)).verdict(EQUAL);
            });
        }
    }

    /**
     * A batch smaller than the greatest an engine is made for, after one of full size, gives what an engine made for that small batch
     * gives: nothing of the batch before, and nothing beside the samples, is added up.
     */
    record Partial(Stage stage, Tolerance tolerance) implements Samplings {

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, network -> {
                var rows = trial.dataset().train();
                var whole = rows.count();
                var comparison = Comparison.with("an engine made for the batch gives", tolerance, trial.specification().precision());
                var least = trial.specification().feedForward().smallestBatch();
                IntStream.of(least, whole / 3, whole / 2, whole - 1).filter(count -> count >= least && count < whole).distinct()
                        .forEach(count -> {
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
}
