package brickwork.train;

import brickwork.engine.NonFinite;
import brickwork.engine.Parameters;
import brickwork.model.Precision;

/** How a training ended. */
public sealed interface TrainingResult {

    /** The final parameters, or the last ones that were finite. */
    Parameters parameters();

    /** What was done, and how well the network does with {@link #parameters()}. */
    TrainingReport report();

    /**
     * Training came to its end.
     *
     * @param parameters those of the last epoch, or of the best one where the network says {@code keep best}
     * @param ending     why it ended
     */
    record Finished(Parameters parameters, Ending ending, TrainingReport report) implements TrainingResult {}

    /**
     * A loss, gradient or parameter was not finite, and training stopped at that step.
     *
     * @param epoch      the epoch of the step, from 0
     * @param batch      its batch within the epoch, from 0
     * @param fault      the first number that was not finite
     * @param cure       what usually helps, in one line, the likeliest first
     * @param parameters those at the start of the step
     * @param report     the epochs before, evaluated with {@code parameters}
     */
    record Diverged(int epoch, int batch, NonFinite fault, String cure, Parameters parameters, TrainingReport report)
            implements
                TrainingResult {

        /** The fault in one line: lower case, no full stop. */
        public String message() {
            return "training diverged in epoch " + epoch + ", batch " + batch + ": " + subject() + " " + value();
        }

        private String subject() {
            return switch (fault.what()) {
                case LOSS -> "the loss";
                case OUTPUT -> fault.tensor() + " (unit " + fault.column() + ", sample " + fault.row() + " of the batch)";
                case GRADIENT -> "the gradient of " + element();
                case PARAMETER -> element() + " after its update";
                case MEMORY -> element() + ", which the optimizer remembers,";
            };
        }

        private String element() {
            var place = fault.row() + (fault.column() < 0 ? "" : ", " + fault.column());
            return fault.row() < 0 ? fault.tensor() : fault.tensor() + "[" + place + "]";
        }

        private String value() {
            return Double.isNaN(fault.value())
                    ? "is not a number"
                    : "is " + (fault.value() < 0 ? "below " : "beyond ") + "what " + precision() + " holds";
        }

        private String precision() {
            return parameters.precision() == Precision.F32 ? "f32" : "f64";
        }
    }
}
