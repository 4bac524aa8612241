package brickwork.verify;

import brickwork.model.Expectation;
import brickwork.source.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Judges checks together: one training serves all that are about the trial's own seed, one training a seed all that are about many. */
public final class Verifier {

    private Verifier() {}

    /** Judges one check. */
    public static Verdict judge(Trial trial, Check check) {
        return judge(trial, List.of(check)).getFirst();
    }

    /** Judges all checks, one verdict each, in their order. What failed says how to make it happen again. */
    public static List<Verdict> judge(Trial trial, List<Check> checks) {
        var swept = sweeps(trial, checks);
        trial.announce(checks, false);
        var verdicts = new ArrayList<Verdict>();
        for (var i = 0; i < checks.size(); i++) {
            var check = checks.get(i);
            verdicts.add(replayed(swept.containsKey(i) ? swept.get(i) : check.judge(trial), trial.options().replay(), check.replay()));
        }
        return verdicts;
    }

    /** Judges every expectation of the trial's specification, in their order, by the check that {@code checks} makes of it. */
    public static List<ExpectationResult> verify(Trial trial, Function<Expectation, Check> checks) {
        var expectations = trial.specification().expectations();
        var verdicts = judge(trial, expectations.stream().map(checks).toList());
        var results = new ArrayList<ExpectationResult>();
        for (var i = 0; i < expectations.size(); i++) {
            results.add(ExpectationResult.of(expectations.get(i), verdicts.get(i), trial.options().replay()));
        }
        return results;
    }

    /** The same, with the health of the training that was needed for it or, where none was, of the network as it starts. */
    public static VerificationReport examine(Trial trial, Function<Expectation, Check> checks) {
        var results = verify(trial, checks);
        return new VerificationReport(results, trial.samples().orElse(null) instanceof Outcome.Success<?>
                ? Optional.of(trial.health(trial.isTrained() ? Stage.TRAINED : Stage.INITIAL)) : Optional.empty());
    }

    /** Sweeps over the same seeds that share their trainings. */
    private record Shared(Expectation.Seeds seeds, boolean trains) {}

    /** The verdicts of sweeps, by their place among the checks. */
    private static Map<Integer, Verdict> sweeps(Trial trial, List<Check> checks) {
        var places = new LinkedHashMap<Shared, List<Integer>>();
        for (var i = 0; i < checks.size(); i++) {
            if (checks.get(i) instanceof SeedSweep sweep) {
                var shared = new Shared(sweep.seeds(), !(sweep.each().needs() instanceof TrainingNeed.None));
                places.computeIfAbsent(shared, _ -> new ArrayList<>()).add(i);
            }
        }
        var verdicts = new HashMap<Integer, Verdict>();
        places.forEach((shared, group) -> {
            var judged = SeedSweep.verdicts(trial, shared.seeds(), group.stream().map(i -> ((SeedSweep) checks.get(i)).each()).toList());
            for (var i = 0; i < group.size(); i++) {
                verdicts.put(group.get(i), judged.get(i));
            }
        });
        return verdicts;
    }

    private static Verdict replayed(Verdict verdict, Replay replay, Replay.Command command) {
        return verdict instanceof Verdict.Failed failed && failed.evidence().replay().isEmpty() && replay.line(command).isPresent()
                ? failed.withEvidence(evidence -> evidence.replayed(new Replay.Hint(OptionalLong.empty(), replay.line(command))))
                : verdict;
    }
}
