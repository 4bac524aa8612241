package brickwork.verify.check;

import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.train.TrainingResult;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;

/** When, where and how soon a training ends. */
public sealed interface TrainingEnd extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case After(var epochs) -> "training ends after " + NumberVerdicts.epochs(epochs);
            case TakesAtMost(var seconds) -> "training takes at most " + DecimalText.of(seconds) + " seconds on this machine";
            case Diverges _ -> "training diverges";
            case DivergesIn(var layer, var words) -> "training diverges in layer " + layer + " with \"" + words + "\"";
        };
    }

    /** After that number of epochs, by a stop statement or because all were trained. */
    record After(int epochs) implements TrainingEnd {

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(finished -> {
                var ended = finished.report().epochs();
                var evidence = Evidence.of("training ended after " + NumberVerdicts.epochs(ended)).measured(ended)
                        .required(Requirement.of(Relation.EQUAL, epochs));
                return ended == epochs ? new Verdict.Passed(evidence) : new Verdict.Failed(evidence.and(", not {negated}"));
            });
        }
    }

    /** Wall-clock time of updates and history alone; it depends on the machine. */
    record TakesAtMost(double seconds) implements TrainingEnd {

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(finished -> {
                var taken = finished.report().seconds();
                var evidence = Evidence.of("training took {measured} seconds on this machine").measured(taken)
                        .required(Requirement.of(Relation.LESS_OR_EQUAL, seconds));
                return taken <= seconds ? new Verdict.Passed(evidence)
                        : new Verdict.Failed(evidence.and(", not at most {most}").with("most", seconds));
            });
        }
    }

    /** At a number that is not finite. */
    record Diverges() implements TrainingEnd {

        @Override
        public Verdict judge(Trial trial) {
            return trial.withTraining(_ -> switch (trial.trained()) {
                case TrainingResult.Diverged diverged -> new Verdict.Passed(Trial.diverged(diverged).evidence());
                case TrainingResult.Finished _ -> Verdict.failed("training did not diverge");
            });
        }
    }

    /** In a layer counted from 1, 0 for the loss as a whole; message or advice say {@code words}. */
    record DivergesIn(int layer, String words) implements TrainingEnd {

        @Override
        public Verdict judge(Trial trial) {
            return trial.withTraining(_ -> switch (trial.trained()) {
                case TrainingResult.Diverged diverged -> judge(diverged);
                case TrainingResult.Finished _ -> Verdict.failed("training did not diverge");
            });
        }

        private Verdict judge(TrainingResult.Diverged diverged) {
            var evidence = Trial.diverged(diverged).evidence();
            if (diverged.fault().layer() != layer) {
                return new Verdict.Failed(evidence.and(", not in layer " + layer));
            }
            return diverged.message().contains(words) || diverged.cure().contains(words) ? new Verdict.Passed(evidence)
                    : new Verdict.Failed(evidence.and("; neither message nor advice says \"{words}\"").with("words", words));
        }
    }
}
