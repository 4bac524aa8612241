package brickwork.verify.check;

import brickwork.engine.EngineOptions;
import brickwork.kernel.KernelChoice;
import brickwork.train.Observer;
import brickwork.train.TrainingResult;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Evidence;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.function.Function;

/** The SHA-256 over the trained parameters, which the same training gives on every machine. */
public sealed interface Fingerprints extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case Is(var digest) -> "fingerprint = \"" + digest + "\"";
            case SameWithBothKernelSets _ -> "scalar and SIMD kernels give the same fingerprint";
            case SameWithThreads(var threads) -> threads + " threads give the same fingerprint as one";
            case SameAgain _ -> "training again gives the same fingerprint";
        };
    }

    /** It is {@code digest}, in lower-case hex. */
    record Is(String digest) implements Fingerprints {

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(finished -> {
                var found = finished.report().fingerprint();
                var evidence = Evidence.of("the fingerprint is {fingerprint}").with("fingerprint", found);
                return found.equals(digest) ? new Verdict.Passed(evidence)
                        : new Verdict.Failed(evidence.and(", not {stated}").with("stated", digest));
            });
        }
    }

    /** Scalar and SIMD kernels end in the same parameters. */
    record SameWithBothKernelSets() implements Fingerprints {

        @Override
        public Verdict judge(Trial trial) {
            return withKernels(KernelChoice.Set.SCALAR, scalar -> withKernels(KernelChoice.Set.SIMD, simd -> {
                var engines = trial.engines().withThreads(1);
                return same(trial, "the scalar kernels give {one}, the SIMD kernels {other}", engines.withKernels(scalar),
                        engines.withKernels(simd));
            }));
        }

        private static Verdict withKernels(KernelChoice.Set set, Function<KernelChoice, Verdict> judge) {
            return switch (KernelChoice.demand(set)) {
                case KernelChoice.Granted(var choice) -> judge.apply(choice);
                case KernelChoice.Refused(var reason) -> Verdict.inconclusive("the demanded kernels are not there: " + reason);
            };
        }
    }

    /** One thread and {@code threads} threads end in the same parameters. */
    record SameWithThreads(int threads) implements Fingerprints {

        @Override
        public Verdict judge(Trial trial) {
            return same(trial, "one thread gives {one}, " + threads + " give {other}", trial.engines().withThreads(1),
                    trial.engines().withThreads(threads));
        }
    }

    /** Another training ends in the same parameters. */
    record SameAgain() implements Fingerprints {

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(once -> compared("training gives {one}, then {other}", once, trial.train(Observer.NONE)));
        }
    }

    private static Verdict same(Trial trial, String words, EngineOptions one, EngineOptions other) {
        return trial.withTraining(_ -> compared(words, trial.with(one).train(Observer.NONE), trial.with(other).train(Observer.NONE)));
    }

    private static Verdict compared(String words, TrainingResult one, TrainingResult other) {
        if (one instanceof TrainingResult.Diverged diverged) {
            return Trial.diverged(diverged);
        }
        if (other instanceof TrainingResult.Diverged diverged) {
            return Trial.diverged(diverged);
        }
        var first = one.report().fingerprint();
        var second = other.report().fingerprint();
        return Verdict.of(first.equals(second), Evidence.of(words).with("one", first).with("other", second));
    }
}
