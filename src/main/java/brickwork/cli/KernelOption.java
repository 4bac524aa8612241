package brickwork.cli;

import brickwork.engine.EngineOptions;
import brickwork.kernel.KernelChoice;
import picocli.CommandLine.Option;

/** {@code --kernels simd|scalar}. */
final class KernelOption {

    @Option(names = "--kernels", paramLabel = "simd|scalar", description = "demand a kernel set; both give the same bits")
    private String demanded;

    /** One thread and the kernels to run with; one line on standard error says it where the slower set has to do. */
    EngineOptions engines(Console console) {
        return EngineOptions.standard().withKernels(choose(console));
    }

    private KernelChoice choose(Console console) {
        if (demanded == null) {
            var best = KernelChoice.best();
            if (best.set() == KernelChoice.Set.SCALAR) {
                console.note("note: the scalar kernels run: " + best.reason());
            }
            return best;
        }
        return switch (demanded) {
            case "scalar" -> demand(KernelChoice.Set.SCALAR);
            case "simd" -> demand(KernelChoice.Set.SIMD);
            default -> throw CommandFailure.options(demanded, "there is no kernel set " + demanded, "simd or scalar");
        };
    }

    private KernelChoice demand(KernelChoice.Set set) {
        return switch (KernelChoice.demand(set)) {
            case KernelChoice.Granted(var choice) -> choice;
            case KernelChoice.Refused(var reason) ->
                    throw CommandFailure.options(demanded, "the " + demanded + " kernels cannot run here", reason);
        };
    }
}
