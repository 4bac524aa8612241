package brickwork.verify;

import brickwork.verify.health.Health;
import java.util.List;
import java.util.Optional;

/**
 * What came of verifying a network.
 *
 * @param judgements of every statement, in their order
 * @param health     of the training under the network's own seed where its statements needed one, else of the network as it starts; absent
 *                   where there are no samples. It makes no verdict by itself
 */
public record VerificationReport(List<ExpectationResult> judgements, Optional<Health> health) {

    public VerificationReport {
        judgements = List.copyOf(judgements);
    }
}
