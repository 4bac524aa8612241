package brickwork.train;

import brickwork.kernel.KernelChoice;

/** Kernel sets as tests want them: there, or a failure that says why not. */
final class KernelSets {

    private KernelSets() {}

    static KernelChoice demand(KernelChoice.Set set) {
        return switch (KernelChoice.demand(set)) {
            case KernelChoice.Granted(var choice) -> choice;
            case KernelChoice.Refused(var reason) -> throw new AssertionError(reason);
        };
    }
}
