package brickwork.engine;

import brickwork.kernel.ActivationKernel64;
import brickwork.kernel.Kernels64;
import brickwork.kernel.Rounding64;
import brickwork.model.Activation;
import brickwork.plan.Step;
import java.util.Arrays;

/** What a layer does element by element, each for the units {@code from … from + units - 1}; softmax always takes them all. */
final class LayerOperations64 {

    private LayerOperations64() {}

    /** Functions of the host program are asked about samples alone, never about padding: any of their answers may be an exception. */
    private static int columns(boolean ofHost, PassState64 frame) {
        return ofHost ? frame.count : frame.columns;
    }

    /** a = f(z). */
    static final class Activate extends Operation64 {
        private final ActivationKernel64 kernel;
        private final boolean ofHost;
        private final double[] z;
        private final double[] a;
        private final int at;
        private final int units;
        private final int stride;

        Activate(Step.Activate step, Kernels64 kernels, Workspace64 workspace, int from, int units) {
            this.kernel = kernels.activation(step.activation());
            this.ofHost = step.activation() instanceof Activation.Host;
            this.z = workspace.array(step.input());
            this.a = workspace.array(step.output());
            this.stride = workspace.stride;
            this.at = from * stride;
            this.units = units;
        }

        @Override
        void run(PassState64 frame) {
            kernel.forward(z, a, at, units, columns(ofHost, frame), stride);
        }
    }

    /** δ = ∂loss/∂a·f'(z). */
    static final class ActivationGradient extends Operation64 {
        private final ActivationKernel64 kernel;
        private final boolean ofHost;
        private final double[] z;
        private final double[] a;
        private final double[] delta;
        private final int at;
        private final int units;
        private final int stride;

        ActivationGradient(Step.ActivationGradient step, Kernels64 kernels, Workspace64 workspace, int from, int units) {
            this.kernel = kernels.activation(step.activation());
            this.ofHost = step.activation() instanceof Activation.Host;
            this.z = workspace.array(step.input());
            this.a = workspace.array(step.output());
            this.delta = workspace.array(step.delta());
            this.stride = workspace.stride;
            this.at = from * stride;
            this.units = units;
        }

        @Override
        void run(PassState64 frame) {
            kernel.backward(z, a, delta, at, units, columns(ofHost, frame), stride);
        }
    }

    /** a' = a·mask, the mask drawn in training and 1 otherwise. */
    static final class Dropout extends Operation64 {
        private static final double WORDS = 0x1p32; // stays double

        private final Kernels64 kernels;
        private final long key;
        private final long threshold;
        private final double scale;
        private final double[] input;
        private final double[] mask;
        private final double[] output;
        private final int units;
        private final int stride;

        Dropout(Step.Dropout step, long key, Kernels64 kernels, Workspace64 workspace) {
            this.kernels = kernels;
            this.key = key;
            this.threshold = Math.round(step.layer().dropout() * WORDS);
            this.scale = Rounding64.of(1 / (1 - step.layer().dropout()));
            this.input = workspace.array(step.input());
            this.mask = workspace.array(step.mask());
            this.output = workspace.array(step.output());
            this.units = step.layer().units();
            this.stride = workspace.stride;
        }

        @Override
        void run(PassState64 frame) {
            if (frame.training) {
                kernels.dropoutMask(key, frame.update, threshold, scale, mask, units, frame.columns, stride);
            } else {
                Arrays.fill(mask, 1);
            }
            kernels.multiply(input, mask, output, 0, units * stride);
        }
    }

    /** ∂loss/∂a = ∂loss/∂a'·mask. */
    static final class DropoutGradient extends Operation64 {
        private final Kernels64 kernels;
        private final double[] mask;
        private final double[] delta;
        private final int length;

        DropoutGradient(Step.DropoutGradient step, Kernels64 kernels, Workspace64 workspace) {
            this.kernels = kernels;
            this.mask = workspace.array(step.mask());
            this.delta = workspace.array(step.delta());
            this.length = step.layer().units() * workspace.stride;
        }

        @Override
        void run(PassState64 frame) {
            kernels.multiply(delta, mask, delta, 0, length);
        }
    }
}
