package brickwork.verify.check;

import brickwork.model.Expectation;
import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.verify.Check;
import brickwork.verify.Requirement;
import brickwork.verify.SeedSweep;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import java.util.List;
import java.util.Optional;

/** The check that each expectation of the language stands for. */
public final class ExpectationChecks {

    private ExpectationChecks() {}

    public static Check of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.OfMetric(_, var metric, var part, _, _, _, var within, var seeds, _) ->
                    overSeeds(new MetricCheck(metric, part, requirement((Expectation.Measured) expectation), within), seeds);
            case Expectation.OfHealth(_, var figure, var initial, var layer, var part, _, _, _, var within, var seeds, _) ->
                    overSeeds(new HealthCheck(figure, initial ? Stage.INITIAL : Stage.TRAINED, layer, part,
                            requirement((Expectation.Measured) expectation), within), seeds);
            case Expectation.Gradcheck(_, var norm, var relation, var bound, _) ->
                    new Gradients.Agree(norm ? Gradients.Figure.NORM : Gradients.Figure.DIFF, relation, bound);
            case Expectation.InitialLoss(_, var value, var tolerance, _) ->
                    new InitialMetric.Is(Metric.LOSS, Requirement.near(value, new Tolerance.Absolute(tolerance)));
            case Expectation.LossDecreases(_, var everyEpoch, _) ->
                    everyEpoch ? new LossCourse.DecreasesEveryEpoch() : new LossCourse.Decreases();
            case Expectation.Output(_, var inputs, var outputs, var tolerance, _) ->
                    new Outputs.Are(List.of(inputs), List.of(outputs), new Tolerance.Absolute(tolerance));
            case Expectation.Fingerprint(_, var digest, _) -> new Fingerprints.Is(digest);
        };
    }

    private static Check overSeeds(Check each, Optional<Expectation.Seeds> seeds) {
        return seeds.<Check>map(which -> new SeedSweep(each, which)).orElse(each);
    }

    private static Requirement requirement(Expectation.Measured measured) {
        return measured.relation() == Relation.EQUAL && measured.tolerance().isPresent()
                ? Requirement.near(measured.value(), new Tolerance.Absolute(measured.tolerance().getAsDouble()))
                : Requirement.of(measured.relation(), measured.value());
    }
}
