package brickwork.verify.check;

import brickwork.check.Claims;
import brickwork.check.Claims.Compared;
import brickwork.model.Expectation;
import brickwork.model.Metric;
import brickwork.verify.Check;
import brickwork.verify.Requirement;
import brickwork.verify.SeedSweep;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import java.util.List;

/** The check of each expectation of the language. */
public final class ExpectationChecks {

    private ExpectationChecks() {}

    public static Check of(Expectation expectation) {
        return switch (Claims.of(expectation)) {
            case Claims.OfMetric(var metric, var ofClass, var part, var compared, var scope) -> overSeeds(ofClass
                    .<Check>map(name -> new ClassMetric(metric, name, part, requirement(compared), scope.withinEpochs()))
                    .orElseGet(() -> new MetricCheck(metric, part, requirement(compared), scope.withinEpochs())), scope);
            case Claims.OfHealth(var figure, var initial, var layer, var part, var compared, var scope) ->
                    overSeeds(new HealthCheck(figure, initial ? Stage.INITIAL : Stage.TRAINED, layer, part, requirement(compared),
                            scope.withinEpochs()), scope);
            case Claims.Gradcheck(var norm, var relation, var bound) ->
                    new Gradients.Agree(norm ? Gradients.Figure.NORM : Gradients.Figure.DIFF, relation, bound);
            case Claims.InitialLoss(var value, var tolerance) ->
                    new InitialMetric.Is(Metric.LOSS, Requirement.near(value, new Tolerance.Absolute(tolerance)));
            case Claims.OfLossCourse course -> LossCourse.of(course);
            case Claims.Output(var inputs, var outputs, var tolerance) ->
                    new Outputs.Are(List.of(inputs), List.of(outputs), new Tolerance.Absolute(tolerance));
            case Claims.Confusion(var part, var counts) -> new ClassDecisions.Matrix(part, counts);
            case Claims.Fingerprint(var digest) -> new Fingerprints.Is(digest);
        };
    }

    private static Check overSeeds(Check each, Claims.Scope scope) {
        return scope.seeds().<Check>map(seeds -> new SeedSweep(each, seeds)).orElse(each);
    }

    private static Requirement requirement(Compared compared) {
        return compared.tolerance().isPresent()
                ? Requirement.near(compared.value(), new Tolerance.Absolute(compared.tolerance().getAsDouble()))
                : Requirement.of(compared.relation(), compared.value());
    }
}
