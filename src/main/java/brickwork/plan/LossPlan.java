package brickwork.plan;

import java.util.List;
import java.util.Optional;

/**
 * What the loss does above the last layer.
 *
 * @param value           the data loss
 * @param penalty         the penalty, if the loss has any
 * @param backward        from outputs and targets to the derivative by the last layer's sums z; empty where nothing is trained
 * @param penaltyBackward the penalty's share of the gradients, added when the layers are through
 */
public record LossPlan(Step.LossValue value, Optional<Step.PenaltyValue> penalty, List<Step> backward,
        Optional<Step.PenaltyGradient> penaltyBackward) {

    public LossPlan {
        backward = List.copyOf(backward);
    }

    /** Data loss and penalty. */
    public List<Step> forward() {
        return penalty.<List<Step>>map(p -> List.of(value, p)).orElse(List.of(value));
    }
}
