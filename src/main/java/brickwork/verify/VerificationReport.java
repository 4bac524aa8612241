package brickwork.verify;

import brickwork.verify.health.Health;
import java.util.List;
import java.util.Optional;

/**
 * What came of verifying a network.
 *
 * @param results one for each expectation, in their order
 * @param health     of the training under the spec's own seed where its expectations needed one, else of the network as it starts; absent
 *                   where there are no samples. It makes no verdict by itself
 */
public record VerificationReport(List<ExpectationResult> results, Optional<Health> health) {

    public VerificationReport {
        results = List.copyOf(results);
    }
}
