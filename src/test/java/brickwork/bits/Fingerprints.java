package brickwork.bits;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.data.Dataset;
import brickwork.kernel.KernelChoice;
import brickwork.kernel.KernelChoice.Granted;
import brickwork.kernel.KernelChoice.Refused;
import brickwork.model.Precision;
import brickwork.source.Outcome;
import brickwork.store.BrokenFileException;
import brickwork.train.Trainer;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The program of a forked JVM. Arguments: ways to run such as {@code simd/3}, a kernel set and a number of threads, then {@code --}, then
 * names of specs. It says which kernels this JVM would choose, then trains every spec in both precisions in every way: a line
 * {@code way width threads}, those that took part, and a line {@code way spec.precision fingerprint} each.
 */
final class Fingerprints {

    private static final String ENGINE_THREAD = "brickwork-engine-";

    private Fingerprints() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("choice " + KernelChoice.best().set() + " " + KernelChoice.best().reason());
        var words = List.of(arguments);
        var end = words.indexOf("--");
        for (var way : words.subList(0, end)) {
            train(EngineMode.of(way), words.subList(end + 1, words.size()));
        }
    }

    private static void train(EngineMode way, List<String> specs) throws IOException {
        var kernels = demanded(way.kernels());
        var workers = new HashSet<String>();
        for (var name : specs) {
            var spec = Brickwork.standard().load(BitSpecs.file(name));
            var data = data(spec);
            var settings = spec.settings().withKernels(kernels).withThreads(way.threads())
                    .withObserver(_ -> workers.addAll(engineThreads()));
            for (var precision : Precision.values()) {
                var result = Trainer.train(spec.network().withPrecision(precision), data, settings);
                System.out.println(way + " " + name + "." + precision.word() + " " + result.report().fingerprint());
            }
        }
        System.out.println(way + " " + kernels.species() + " " + (workers.size() + 1));
    }

    private static Dataset data(NeuralSpec spec) {
        return switch (spec.data()) {
            case Outcome.Success<Dataset>(var data, _) -> data;
            case Outcome.Failure<Dataset>(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    private static KernelChoice demanded(KernelChoice.Set set) {
        return switch (KernelChoice.demand(set)) {
            case Granted(var choice) -> choice;
            case Refused(var reason) -> throw new IllegalStateException(set + " kernels are demanded here, but " + reason);
        };
    }

    /** The threads that engines have begun and not yet ended. */
    private static Set<String> engineThreads() {
        var names = new HashSet<String>();
        var threads = new Thread[Thread.activeCount() + 16];
        Arrays.stream(threads, 0, Thread.enumerate(threads)).map(Thread::getName).filter(n -> n.startsWith(ENGINE_THREAD))
                .forEach(names::add);
        return names;
    }
}
