package brickwork.engine;

import brickwork.kernel.Kernels64;
import brickwork.kernel.Rounding64;
import brickwork.model.Clip;

/** Clips all gradients: by norm, each is multiplied by C/norm where norm > C; by value, each is cut to [-C, C]. */
final class ClipOperation64 extends Operation64 {

    private final Kernels64 kernels;
    private final double[] gradients;
    private final boolean byNorm;
    private final double limit; // stays double

    ClipOperation64(Clip clip, Kernels64 kernels, ParameterStore64 store) {
        this.kernels = kernels;
        this.gradients = store.gradients();
        this.limit = clip.bound();
        this.byNorm = switch (clip) {
            case Clip.Norm _ -> true;
            case Clip.Value _ -> false;
        };
    }

    @Override
    void run(PassState64 frame) {
        if (byNorm) {
            if (frame.norm > limit) {
                kernels.scale(gradients, 0, gradients.length, Rounding64.of(limit / frame.norm));
            }
        } else {
            kernels.clamp(gradients, 0, gradients.length, Rounding64.of(limit));
        }
        frame.bound = Math.min(frame.bound, limit * (1 + 1e-3));
    }
}
